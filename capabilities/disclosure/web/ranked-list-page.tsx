import type { ReactNode } from 'react'
import {
  ClauseLink,
  DataTable,
  EmptyState,
  Link,
  Loaded,
  PageHeader,
  StateTag,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { RankedListAnswer } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import { OriginLine } from './origin-line.tsx'
import { ReviewOutcome } from './review-outcome.tsx'
import './disclosure.css'

type PublishedList = NonNullable<RankedListAnswer['list']>

function Entries({ answer, list }: { answer: RankedListAnswer; list: PublishedList }): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const file = `/api/public/ranked-lists/${answer.year}/file?province=${answer.provinceCode}&format=`
  return (
    <DataTable
      name="list-"
      caption={words('listTitle')}
      rows={list.entries}
      rowKey={row => row.countyCode}
      exports={[
        { label: t('csv'), href: `${file}csv` },
        { label: t('json'), href: `${file}json` },
      ]}
      columns={[
        {
          key: 'name',
          title: t('county'),
          value: row => row.name,
          cell: row => <Link href={`/public/counties/${row.countyCode}`}>{row.name ?? row.countyCode}</Link>,
        },
        { key: 'code', title: t('code'), value: row => row.countyCode },
        { key: 'rank', title: t('rank'), value: row => row.rank, cell: row => row.rank ?? '—', numeric: true },
        { key: 'score', title: t('score'), value: row => row.score, cell: row => row.score ?? '—', numeric: true },
        { key: 'type', title: t('type'), value: row => t(`type_${row.type}`) },
        {
          key: 'poverty',
          title: t('povertyCounty'),
          value: row => (row.nationalPovertyCounty === null ? null : t(row.nationalPovertyCounty ? 'yes' : 'no')),
        },
      ]}
    />
  )
}

const tones = { met: 'met', unmet: 'should', unknown: 'unknown' } as const

function Findings({ answer, list }: { answer: RankedListAnswer; list: PublishedList }): ReactNode {
  const words = useText(lists)
  const inLanguage = useBilingual()
  const titleOf = (code: string): string => {
    const title = answer.ruleTitles[code]
    return title ? inLanguage(title) : code
  }
  const open = list.findings.filter(finding => finding.status !== 'met').length
  const summary = words(open === 0 ? 'allMet' : 'notAllMet', { n: list.findings.length, open })
  return (
    <details className="findings" open={open > 0}>
      <summary>
        <h2>{summary}</h2>
      </summary>
      <p className="quiet">{words('findingsLead')}</p>
      <DataTable
        name="finding-"
        caption={summary}
        rows={list.findings}
        rowKey={row => row.code}
        columns={[
          { key: 'rule', title: words('rule'), value: row => titleOf(row.code) },
          {
            key: 'status',
            title: words('status'),
            value: row => row.status,
            cell: row => <StateTag tone={tones[row.status]}>{words(`status_${row.status}`)}</StateTag>,
          },
          { key: 'measured', title: words('measured'), value: row => row.measured },
          { key: 'required', title: words('required'), value: row => row.required },
          { key: 'reason', title: words('reason'), value: row => list.reasons[row.code] ?? '—' },
          { key: 'clause', title: words('clause'), cell: row => <ClauseLink clause={row.clause} /> },
        ]}
      />
    </details>
  )
}

function List({ answer, list }: { answer: RankedListAnswer; list: PublishedList }): ReactNode {
  const words = useText(lists)
  return (
    <>
      <section>
        <OriginLine origin={list.origin} />
        <Entries answer={answer} list={list} />
      </section>
      <section>
        <h2>{words('basis')}</h2>
        <p className="quiet">{words(`basis_${list.basis.kind}`)}</p>
        <p className="prose">{list.basis.text}</p>
      </section>
      <Findings answer={answer} list={list} />
    </>
  )
}

/** A province's ranked list and scores, as they were published. */
export default function RankedListPage(): ReactNode {
  const words = useText(lists)
  const [year, province] = [usePathPart('year'), usePathPart('province')]
  const query = useApi<RankedListAnswer>(`/api/public/ranked-lists/${year}/${province}`)
  return (
    <Loaded query={query}>
      {answer => (
        <div className="public-sections">
          <PageHeader
            title={words('provinceTitle', { province: answer.provinceName, year })}
            lead={<Link href={`/public/ranked-lists/${year}`}>{words('backToAll')}</Link>}
          />
          {answer.list ? <List answer={answer} list={answer.list} /> : <EmptyState title={words('listMissing')} />}
          <section>
            <h2>{words('outcome')}</h2>
            {answer.outcome ? <ReviewOutcome outcome={answer.outcome} /> : <p className="quiet">{words('outcomeMissing')}</p>}
          </section>
        </div>
      )}
    </Loaded>
  )
}
