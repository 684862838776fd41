import type { ReactNode } from 'react'
import {
  ClauseLink,
  DataTable,
  DemoMark,
  formatInstant,
  Link,
  Loaded,
  PageHeader,
  Select,
  useAddressState,
  useApi,
  useBilingual,
  useLanguage,
  useText,
} from '@jincun/ui'
import { kindTitle, publicationKinds } from '../publication-kinds.ts'
import type { Origin, RegisterAnswer, Round } from './answers.ts'
import { messages as shared } from './messages.ts'
import { messages } from './register-messages.ts'
import { RootCheck } from './root-check.tsx'
import './disclosure.css'

const pageSize = 50

function Filters(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [kind, setKind] = useAddressState('kind')
  const [year, setYear] = useAddressState('year')
  const [, setPage] = useAddressState('page', '1')
  const years = useApi<Round>('/api/public/rounds/current').data?.years ?? []
  const all = { value: '', label: t('all') }
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value)
    setPage('1')
  }
  return (
    <div className="filter-row screen-only">
      <Select
        label={t('kind')}
        value={kind}
        onChange={event => choose(setKind)(event.target.value)}
        choices={[all, ...Object.entries(publicationKinds).map(([value, title]) => ({ value, label: inLanguage(title) }))]}
      />
      <Select
        label={t('year')}
        value={year}
        onChange={event => choose(setYear)(event.target.value)}
        choices={[all, ...years.map(one => ({ value: String(one), label: String(one) }))]}
      />
    </div>
  )
}

function Rows({ answer }: { answer: RegisterAnswer }): ReactNode {
  const t = useText(messages)
  const words = useText(shared)
  const language = useLanguage()
  const inLanguage = useBilingual()
  const [page, setPage] = useAddressState('page', '1')
  const titleOf = (row: Origin): string => (language === 'zh' ? row.titleZh : row.titleEn)
  return (
    <DataTable
      caption={t('table')}
      rows={answer.rows}
      rowKey={row => row.id}
      asOf={answer.asOf}
      served={{
        total: answer.total,
        page: Number(page),
        pages: Math.max(1, Math.ceil(answer.total / pageSize)),
        onPage: next => setPage(String(next)),
      }}
      exports={[
        { label: words('excel'), href: '/api/public/register/file?format=xlsx' },
        { label: words('csv'), href: '/api/public/register/file?format=csv' },
        { label: words('json'), href: '/api/public/register/file?format=json' },
      ]}
      columns={[
        {
          key: 'what',
          title: t('what'),
          cell: row => (
            <>
              <Link href={`/public/register/${row.id}`}>{titleOf(row)}</Link> {row.realm === 'demo' ? <DemoMark /> : null}
            </>
          ),
        },
        { key: 'number', title: t('number'), cell: row => row.leaf, numeric: true },
        { key: 'kind', title: t('kind'), cell: row => inLanguage(kindTitle(row.kind)) },
        { key: 'year', title: t('year'), cell: row => row.year, numeric: true },
        { key: 'clause', title: t('clause'), cell: row => <ClauseLink clause={row.clause} /> },
        { key: 'at', title: t('at'), cell: row => <span className="number">{formatInstant(row.publishedAt)}</span> },
        { key: 'digest', title: t('digest'), cell: row => <code>{row.hash.slice(0, 12)}…</code> },
      ]}
    />
  )
}

/** Everything published, with the root of the log and a check of roots kept earlier. */
export default function RegisterPage(): ReactNode {
  const t = useText(messages)
  const [kind] = useAddressState('kind')
  const [year] = useAddressState('year')
  const [page] = useAddressState('page', '1')
  const query = useApi<RegisterAnswer>('/api/public/publications', { kind, year, page, size: pageSize })
  return (
    <div className="public-sections">
      <PageHeader title={t('title')} lead={t('lead')} />
      <section>
        <Filters />
        <Loaded query={query}>{answer => <Rows answer={answer} />}</Loaded>
      </section>
      <RootCheck />
    </div>
  )
}
