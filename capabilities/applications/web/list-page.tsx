import type { ReactNode } from 'react'
import {
  ButtonLink,
  Deadline,
  Link,
  StateTag,
  formatInstant,
  formatNumber,
  formatWanYuan,
  useApi,
  useBilingual,
  useMay,
  useNow,
  useText,
} from '@jincun/ui'
import { ConsolePage, ConsoleTable } from '@jincun/ui/console'
import type { ConsoleColumn } from '@jincun/ui/console'
import { stateLabels, typeLabels } from '../index.ts'
import { messages } from './messages.ts'
import { stateTone } from './state-tone.ts'
import type { Form, Row } from './view.ts'

function useColumns(): ConsoleColumn<Row>[] {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const known = (value: boolean | null): string => t(value === null ? 'unknownFact' : value ? 'yes' : 'no')
  return [
    {
      key: 'county',
      title: t('county'),
      cell: row => <Link href={`/applications/${row.countyCode}/${row.id}`}>{row.countyName}</Link>,
    },
    { key: 'type', title: t('type'), cell: row => inLanguage(typeLabels[row.type]) },
    { key: 'state', title: t('state'), cell: row => <StateTag tone={stateTone[row.state]}>{inLanguage(stateLabels[row.state])}</StateTag> },
    { key: 'poverty', title: t('poverty'), cell: row => known(row.nationalPovertyCounty) },
    { key: 'central', title: t('central'), numeric: true, cell: row => formatWanYuan(BigInt(row.summary.totals.centralFen)) },
    { key: 'projects', title: t('projects'), numeric: true, cell: row => formatNumber(row.summary.projects) },
    { key: 'stops', title: t('stops'), numeric: true, cell: row => formatNumber(row.summary.stops) },
    { key: 'updated', title: t('updated'), cell: row => formatInstant(row.updatedAt) },
  ]
}

/** Applications of the year within the jurisdiction. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = String(useNow().getFullYear())
  const may = useMay()
  const form = useApi<Form>('/api/applications/form', { year })
  const choices = <Id extends string>(labels: Record<Id, { zh: string; en: string }>) =>
    Object.entries<{ zh: string; en: string }>(labels).map(([value, label]) => ({ value, label: inLanguage(label) }))
  return (
    <ConsolePage
      title={t('list')}
      lead={t('listLead')}
      actions={may('applications.write') ? <ButtonLink href={`/applications/new?year=${year}`}>{t('newApplication')}</ButtonLink> : null}
    >
      {form.data ? (
        <p>
          {t('deadline')} <Deadline due={form.data.closing} />
        </p>
      ) : null}
      <ConsoleTable<Row>
        caption={t('list')}
        path="/api/applications"
        exportPath="/api/applications/export"
        fixed={{ year }}
        columns={useColumns()}
        rowKey={row => row.id}
        empty={t('emptyList')}
        filters={[
          { kind: 'text', name: 'name', label: t('name') },
          { kind: 'choice', name: 'state', label: t('state'), choices: choices(stateLabels) },
          { kind: 'choice', name: 'type', label: t('type'), choices: choices(typeLabels) },
        ]}
      />
    </ConsolePage>
  )
}
