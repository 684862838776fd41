import type { ReactNode } from 'react'
import { ClauseLink, DataTable, formatInstant, Link, Loaded, PageHeader, useApi, usePathPart, useText } from '@jincun/ui'
import type { ProvinceListRow } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import { YearLinks } from './year-links.tsx'
import './disclosure.css'

/** Which provinces have published their ranked list, and how many counties stand on it. */
export default function RankedListsPage(): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const year = usePathPart('year')
  const query = useApi<{ asOf: string; rows: readonly ProvinceListRow[] }>(`/api/public/ranked-lists/${year}`)
  const hrefOf = (code: string): string => `/public/ranked-lists/${year}/${code}`
  const file = `/api/public/ranked-lists/${year}/file`
  return (
    <div className="public-sections">
      <PageHeader
        title={words('rankedTitle', { year })}
        lead={words('rankedLead')}
        source={<ClauseLink clause={`notice-${year}/5.2`} />}
        actions={<YearLinks current={year} hrefOf={other => `/public/ranked-lists/${other}`} />}
      />
      <Loaded query={query}>
        {({ rows, asOf }) => (
          <DataTable
            caption={words('rankedTable')}
            rows={rows}
            rowKey={row => row.code}
            asOf={asOf}
            exports={[
              { label: t('csv'), href: `${file}?format=csv` },
              { label: t('json'), href: `${file}?format=json` },
            ]}
            columns={[
              {
                key: 'name',
                title: t('province'),
                value: row => row.code,
                cell: row => (row.publicationId || row.reviewed ? <Link href={hrefOf(row.code)}>{row.name}</Link> : row.name),
              },
              { key: 'quota', title: words('quota'), value: row => row.quota, cell: row => row.quota ?? '—', numeric: true },
              {
                key: 'counties',
                title: words('listed'),
                value: row => row.counties,
                cell: row => row.counties ?? t('notYet'),
                numeric: true,
              },
              { key: 'reviewed', title: words('review'), value: row => (row.reviewed ? words('reviewPublic') : '—') },
              { key: 'at', title: t('publishedAt'), value: row => (row.publishedAt ? formatInstant(row.publishedAt) : '—') },
            ]}
          />
        )}
      </Loaded>
    </div>
  )
}
