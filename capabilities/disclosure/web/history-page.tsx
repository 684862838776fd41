import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, PageHeader, PlaceDots, useApi, useBilingual, useText } from '@jincun/ui'
import type { HistoryAnswer } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import './disclosure.css'

/** The national table says 'high (single secondary source)', 'medium, first batch only' or 'GAP'. */
const levelOf = (certainty: string): 'high' | 'medium' | 'low' | 'none' =>
  (['high', 'medium', 'low'] as const).find(level => certainty.startsWith(level)) ?? 'none'

const file = '/api/public/demonstration-counties/file?format='

function Known({ answer }: { answer: HistoryAnswer }): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const inLanguage = useBilingual()
  return (
    <DataTable
      caption={words('historyTable')}
      rows={answer.rows}
      rowKey={row => row.key}
      exports={[
        { label: t('csv'), href: `${file}csv` },
        { label: t('json'), href: `${file}json` },
      ]}
      columns={[
        {
          key: 'county',
          title: t('county'),
          value: row => row.countyName,
          cell: row => <Link href={`/public/counties/${row.countyCode}`}>{row.countyName}</Link>,
        },
        { key: 'province', title: t('province'), value: row => row.provinceName },
        {
          key: 'year',
          title: words('yearColumn'),
          value: row => row.yearText.replace(' or ', words('yearOr')).replace('unknown', words('yearUnknown')),
        },
        { key: 'certainty', title: words('certainty'), value: row => words(`certainty_${row.certainty}`) },
        { key: 'note', title: words('note'), value: row => inLanguage(row.note) || '—' },
        { key: 'source', title: words('source'), value: row => row.source, cell: row => <span className="hash">{row.source}</span> },
      ]}
    />
  )
}

function Years({ answer }: { answer: HistoryAnswer }): ReactNode {
  const words = useText(lists)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="year-"
      caption={words('historyYears')}
      rows={answer.years}
      rowKey={row => String(row.year)}
      columns={[
        { key: 'year', title: words('yearColumn'), value: row => row.year },
        { key: 'announced', title: words('announced'), value: row => row.announced, numeric: true },
        { key: 'known', title: words('knownByName'), value: row => row.knownByName, numeric: true },
        { key: 'certainty', title: words('certainty'), value: row => words(`certainty_${levelOf(row.certainty)}`) },
        { key: 'source', title: words('source'), value: row => inLanguage(row.source) },
      ]}
    />
  )
}

/** Demonstration counties of earlier years, each with certainty and source; real lists, whatever the installation. */
export default function HistoryPage(): ReactNode {
  const words = useText(lists)
  const inLanguage = useBilingual()
  const query = useApi<HistoryAnswer>('/api/public/demonstration-counties')
  return (
    <div className="public-sections">
      <PageHeader
        title={words('historyTitle')}
        lead={words('historyLead')}
        source={query.data?.source ? inLanguage(query.data.source.title) : null}
      />
      <Loaded query={query}>
        {answer => (
          <>
            <Years answer={answer} />
            <PlaceDots
              title={words('historyMap')}
              places={answer.rows.flatMap(({ key, countyName, provinceName, point }) =>
                point ? [{ code: key, name: `${provinceName} ${countyName}`, ...point }] : [],
              )}
            />
            <Known answer={answer} />
          </>
        )}
      </Loaded>
    </div>
  )
}
