import type { ReactNode } from 'react'
import { DataTable, useBilingual, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { ProvinceCount } from '../index.ts'
import { messages } from './messages.ts'
import { SourceText } from './source-text.tsx'

/** How many demonstration counties a province had in each year that was published, and on what basis. */
export function ProvinceCounts({ counts }: { counts: readonly ProvinceCount[] }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (counts.length === 0) return <p className="quiet">{t('noProvinceCounts')}</p>
  const columns: Column<ProvinceCount>[] = [
    { key: 'year', title: t('yearColumn'), value: count => count.year },
    { key: 'count', title: t('count'), value: count => count.count, numeric: true },
    { key: 'roster', title: t('roster'), value: count => t(count.rosterKnown ? 'rosterKnown' : 'rosterPart') },
    { key: 'basis', title: t('basis'), value: count => t(count.basis === 'full table' ? 'basisFull' : 'basisSingle') },
    { key: 'note', title: t('note'), value: count => inLanguage(count.note) || '—' },
    { key: 'source', title: t('source'), cell: count => <SourceText source={count.source} /> },
  ]
  return <DataTable name="count-" caption={t('previousYears')} columns={columns} rows={counts} rowKey={count => String(count.year)} />
}
