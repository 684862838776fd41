import type { ReactNode } from 'react'
import type { Bilingual, Source } from '@jincun/policy'
import { ButtonLink, EmptyState, Field, Loaded, PageHeader, Select, useAddressState, useApi, useBilingual, useText } from '@jincun/ui'
import type { ClauseView } from '../clause-view.ts'
import { chooseClauses, countCarried, yearOfReference } from './choose-clauses.ts'
import { ClauseCard } from './clause-card.tsx'
import { messages } from './messages.ts'
import './rules-page.css'

type Notices = { notices: readonly { year: number; title: Bilingual }[] }
type NoticeWithClauses = Omit<Source, 'clauses'> & { clauses: readonly ClauseView[] }

type ChoicesProps = { notices: Notices['notices']; year: string; setYear: (year: string) => void }

function Choices({ notices, year, setYear }: ChoicesProps): ReactNode {
  const t = useText(messages)
  const [show, setShow] = useAddressState('show', 'all')
  const [find, setFind] = useAddressState('find')
  const years = notices.map(notice => ({ value: String(notice.year), label: t('yearChoice', { year: notice.year }) }))
  const kinds = [
    { value: 'all', label: t('showAll') },
    { value: 'carried', label: t('showCarried') },
    { value: 'pending', label: t('showPending') },
    { value: 'own', label: t('showOwn') },
  ]
  return (
    <search className="clause-choices screen-only">
      <Select label={t('year')} choices={years} value={year} onChange={event => setYear(event.target.value)} />
      <Select label={t('show')} choices={kinds} value={show} onChange={event => setShow(event.target.value)} />
      <Field label={t('find')} type="search" value={find} onChange={event => setFind(event.target.value)} />
    </search>
  )
}

function Clauses({ notice, wanted }: { notice: NoticeWithClauses; wanted: string }): ReactNode {
  const t = useText(messages)
  const [show] = useAddressState('show', 'all')
  const [find] = useAddressState('find')
  const shown = chooseClauses(notice.clauses, show, find)
  const counted = t('counted', { all: notice.clauses.length, ...countCarried(notice.clauses) })
  return (
    <>
      <p className="quiet" role="status">
        {counted} {shown.length < notice.clauses.length ? t('shown', { n: shown.length }) : null}
      </p>
      {shown.length === 0 ? <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState> : null}
      {shown.map(view => (
        <ClauseCard key={view.reference} view={view} current={view.reference === wanted} />
      ))}
    </>
  )
}

/** 规则与依据: every clause of a year's notice with what carries it. `?clause=notice-2020/4.4` opens one. */
export default function RulesPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [wanted, setWanted] = useAddressState('clause')
  const [chosen, setYear] = useAddressState('year')
  const notices = useApi<Notices>('/api/rules').data?.notices ?? []
  const year = chosen || yearOfReference(wanted) || String(notices.at(-1)?.year ?? '')
  const query = useApi<NoticeWithClauses>(year ? `/api/rules/${year}` : null)
  const chooseYear = (next: string): void => {
    setWanted('')
    setYear(next)
  }
  const notice = query.data
  return (
    <div className="clauses">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        source={notice ? `${inLanguage(notice.title)}${notice.documentNumber ? ` · ${notice.documentNumber}` : ''}` : undefined}
        actions={
          <ButtonLink href={`/api/rules/${year}`} download>
            {t('json')}
          </ButtonLink>
        }
      />
      <Choices notices={notices} year={year} setYear={chooseYear} />
      <Loaded query={query}>{loaded => <Clauses notice={loaded} wanted={wanted} />}</Loaded>
    </div>
  )
}
