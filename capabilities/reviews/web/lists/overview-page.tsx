import type { ReactNode } from 'react'
import {
  DataTable,
  Deadline,
  FigureRow,
  FigureWithSource,
  formatInstant,
  Link,
  Loaded,
  StateTag,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { listRuleLabels, rankedListStateLabels } from '../../index.ts'
import type { RankedListState } from '../../index.ts'
import { stateTones } from './list-page.tsx'
import { messages } from './messages.ts'

type Row = {
  provinceCode: string
  provinceName: string
  quota: number | null
  begun: boolean
  state: RankedListState
  listed: number | null
  poverty: number | null
  unmet: { code: string; reason: string | null }[]
  submittedAt: string | null
}
type Overview = { year: number; closes: string; asOf: string; rows: Row[] }

function Table({ overview }: { overview: Overview }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { rows, year, asOf } = overview
  const submittedAt = (row: Row) => (row.submittedAt ? formatInstant(row.submittedAt) : null)
  const openPoints = (row: Row) => {
    if (row.state !== 'submitted') return null
    const points = row.unmet.map(
      ({ code, reason }) => `${inLanguage(listRuleLabels[code] ?? { zh: code, en: code })}${reason ? t('withReason') : ''}`,
    )
    return points.join('、') || t('none')
  }
  const stateText = (row: Row) => (row.begun || row.state === 'forfeited' ? inLanguage(rankedListStateLabels[row.state]) : t('notBegun'))
  return (
    <DataTable
      caption={t('overviewTitle', { year })}
      rows={rows}
      rowKey={row => row.provinceCode}
      asOf={asOf}
      columns={[
        {
          key: 'province',
          title: t('province'),
          value: row => row.provinceName,
          cell: row => <Link href={`/ranked-lists/${year}/${row.provinceCode}`}>{row.provinceName}</Link>,
        },
        {
          key: 'state',
          title: t('state'),
          value: stateText,
          cell: row => (
            <StateTag tone={row.begun || row.state === 'forfeited' ? stateTones[row.state] : 'unknown'}>{stateText(row)}</StateTag>
          ),
        },
        { key: 'quota', title: t('quota'), numeric: true, value: row => row.quota },
        { key: 'listed', title: t('listed'), numeric: true, value: row => row.listed, cell: row => row.listed ?? '—' },
        { key: 'poverty', title: t('poverty'), numeric: true, value: row => row.poverty, cell: row => row.poverty ?? '—' },
        { key: 'unmet', title: t('openPoints'), value: openPoints, cell: row => openPoints(row) ?? '—' },
        { key: 'submittedAt', title: t('submittedAt'), value: submittedAt, cell: row => submittedAt(row) ?? '—' },
      ]}
    />
  )
}

/** All lists of a year at a glance: submitted, being written, late or forfeited. */
export default function OverviewPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = usePathPart('year')
  const query = useApi<Overview>(`/api/ranked-lists/${year}`)
  return (
    <Loaded query={query}>
      {overview => {
        const count = (state: RankedListState) => overview.rows.filter(row => row.state === state).length
        return (
          <ConsolePage
            title={t('overviewTitle', { year })}
            lead={
              <>
                {t('overviewLead')} <Deadline due={overview.closes} clause={`notice-${year}/5.3`} />
              </>
            }
            asOf={overview.asOf}
          >
            <FigureRow>
              {(['submitted', 'forfeited', 'reopened'] as const).map(state => (
                <FigureWithSource
                  key={state}
                  label={inLanguage(rankedListStateLabels[state])}
                  value={count(state)}
                  source={t('overviewTitle', { year })}
                  asOf={overview.asOf}
                  coverage={`${overview.rows.length}/31`}
                  rowsHref={`/ranked-lists/${year}?find=${encodeURIComponent(inLanguage(rankedListStateLabels[state]))}`}
                />
              ))}
            </FigureRow>
            <Section title={t('list')}>
              <Table overview={overview} />
            </Section>
          </ConsolePage>
        )
      }}
    </Loaded>
  )
}
