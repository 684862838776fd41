import type { ReactNode } from 'react'
import {
  ClauseLink,
  DataTable,
  DemoMark,
  EmptyState,
  formatInstant,
  Link,
  Loaded,
  PageHeader,
  PlaceDots,
  useApi,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Place } from '@jincun/ui'
import type { FinalListsAnswer, FinalRow } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import { YearLinks } from './year-links.tsx'
import './disclosure.css'

const dotsOf = ({ rows, lists: published }: FinalListsAnswer): Place[] => {
  const demo = new Set(published.filter(list => list.realm === 'demo').map(list => list.id))
  return rows.flatMap(row =>
    row.point
      ? [
          {
            code: row.countyCode,
            name: `${row.provinceName} ${row.countyName}`,
            ...row.point,
            tone: demo.has(row.publicationId) ? ('demo' as const) : ('accent' as const),
          },
        ]
      : [],
  )
}

function Counties({ answer }: { answer: FinalListsAnswer }): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const file = `/api/public/final-lists/${answer.year}/file?format=`
  const demo = answer.lists.some(list => list.realm === 'demo')
  return (
    <DataTable<FinalRow>
      caption={words('finalTable')}
      rows={answer.rows}
      rowKey={row => row.countyCode}
      asOf={answer.asOf}
      exports={[
        { label: t('csv'), href: `${file}csv` },
        { label: t('json'), href: `${file}json` },
      ]}
      columns={[
        {
          key: 'county',
          title: t('county'),
          value: row => row.countyName,
          cell: row => (
            <>
              <Link href={`/public/counties/${row.countyCode}`}>{row.countyName}</Link> {demo ? <DemoMark /> : null}
            </>
          ),
        },
        { key: 'province', title: t('province'), value: row => row.provinceName },
        { key: 'code', title: t('code'), value: row => row.countyCode },
        { key: 'type', title: t('type'), value: row => t(`type_${row.type}`) },
        { key: 'rank', title: t('rank'), value: row => row.rank, cell: row => row.rank ?? '—', numeric: true },
        { key: 'poverty', title: t('povertyCounty'), value: row => t(row.nationalPovertyCounty ? 'yes' : 'no') },
        { key: 'letter', title: words('letter'), value: row => row.letterNumber },
        { key: 'date', title: words('letterDate'), value: row => row.letterDate },
      ]}
    />
  )
}

function Provinces({ answer }: { answer: FinalListsAnswer }): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  return (
    <DataTable
      name="province-"
      caption={words('finalByProvince')}
      rows={answer.lists}
      rowKey={row => row.id}
      columns={[
        { key: 'province', title: t('province'), value: row => row.provinceName },
        { key: 'counties', title: words('listed'), value: row => row.counties, numeric: true },
        { key: 'at', title: t('publishedAt'), value: row => formatInstant(row.publishedAt) },
        { key: 'clause', title: words('clause'), cell: row => <ClauseLink clause={row.clause} /> },
        {
          key: 'check',
          title: t('publicRegister'),
          cell: row => <Link href={`/public/register/${row.id}`}>{t('origin', { n: row.leaf })}</Link>,
        },
      ]}
    />
  )
}

/** The demonstration counties of a year: map of points, table, and where each list stands in the register. */
export default function FinalListsPage(): ReactNode {
  const words = useText(lists)
  const year = usePathPart('year')
  const query = useApi<FinalListsAnswer>(`/api/public/final-lists/${year}`)
  return (
    <div className="public-sections">
      <PageHeader
        title={words('finalTitle', { year })}
        lead={words('finalLead')}
        actions={<YearLinks current={year} hrefOf={other => `/public/final-lists/${other}`} />}
      />
      <Loaded query={query}>
        {answer =>
          answer.rows.length === 0 ? (
            <EmptyState title={words('finalNone')} />
          ) : (
            <>
              <PlaceDots title={words('finalMap', { year })} places={dotsOf(answer)} />
              <Counties answer={answer} />
              <Provinces answer={answer} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}
