import type { ReactNode } from 'react'
import { DataTable, formatInstant, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { CellError } from '../read-input-grid.ts'
import { messages } from './console-messages.ts'
import type { Overview } from './view.ts'

/** Wrong cells of the sheet, by place. */
export function CellErrors({ errors }: { errors: readonly CellError[] }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (errors.length === 0) return null
  return (
    <DataTable
      name="wrong-"
      caption={t('cellsWrong')}
      rows={errors}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      columns={[
        {
          key: 'place',
          title: t('place'),
          value: ({ row, column }) => [row === null ? '' : t('row', { row }), column ?? ''].filter(Boolean).join(' '),
        },
        { key: 'what', title: t('whatWrong'), value: ({ message }) => inLanguage(message) },
      ]}
    />
  )
}

/** Who saved which version of the sheet, from what source. */
export function SheetVersions({ versions }: { versions: Overview['versions'] }): ReactNode {
  const t = useText(messages)
  return (
    <Section title={t('versionsTitle')}>
      <DataTable
        name="versions-"
        caption={t('versionsTable')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', title: t('version'), numeric: true, value: ({ version }) => version },
          { key: 'source', title: t('source'), value: ({ source }) => source },
          { key: 'savedAt', title: t('savedAt'), value: ({ savedAt }) => formatInstant(savedAt) },
          { key: 'savedBy', title: t('savedBy'), value: ({ savedBy }) => savedBy ?? t('unknownPerson') },
        ]}
      />
    </Section>
  )
}
