import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { CountyLinks } from '@jincun/projects/web/parts'
import {
  DataTable,
  Field,
  FileField,
  Loaded,
  useOrder,
  Notice,
  Select,
  StateTag,
  TextArea,
  useApi,
  useNow,
  usePathPart,
  useRoundYear,
  useText,
} from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { mayCheck, OperationCheck } from '../index.ts'
import type { DueCheck } from '../index.ts'
import { messages } from './messages.ts'
import type { OperationView } from './view.ts'

type PartProps = { view: OperationView; county: string }

/** What was seen at a site after acceptance (6.3). */
function CheckForm({ county, row }: { county: string; row: DueCheck }): ReactNode {
  const t = useText(messages)
  const [photo, setPhoto] = useState<string | null>(null)
  const { sending, problem, open, post } = useOrder(`/api/acceptance/${county}/operation-checks`, () => setPhoto(null))
  const today = shanghaiDate(useNow())
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    return post({
      acceptanceId: row.acceptanceId,
      siteId: row.siteId,
      checkedOn: fields.checkedOn,
      state: fields.state,
      lastActivityOn: fields.lastActivity || null,
      note: fields.note ?? '',
      photoFileId: photo,
    })
  }
  return (
    <FormDrawer
      kind="link"
      title={t('record')}
      submitLabel={t('record')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>
        <strong>{row.siteName}</strong>
      </p>
      <Field name="checkedOn" type="date" label={t('checkedOn')} required defaultValue={today} min={row.due} max={today} />
      <Select name="state" label={t('seen')} choices={OperationCheck.shape.state.options.map(value => ({ value, label: t(value) }))} />
      <Field name="lastActivity" type="date" label={t('lastActivity')} hint={t('lastActivityHint')} optional max={today} />
      <FileField label={t('photo')} path={`/api/projects/${county}/files`} photo onFile={setPhoto} />
      <TextArea name="note" label={t('note')} optional rows={2} maxLength={1_000} />
    </FormDrawer>
  )
}

function Due({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const today = shanghaiDate(useNow())
  const state = ({ done, late, until }: DueCheck) => (done ? 'done' : today >= until ? 'missed' : late ? 'late' : 'waiting')
  const tones = { done: 'met', missed: 'must', late: 'must', waiting: 'info' } as const
  const open = (row: DueCheck): boolean => view.mayCheck && !row.done && mayCheck(row, today)
  return (
    <DataTable
      name="due-"
      caption={t('due')}
      rows={view.due}
      rowKey={row => `${row.acceptanceId} ${row.siteId} ${row.months}`}
      asOf={view.asOf}
      empty={t('nextNone')}
      columns={[
        { key: 'site', title: t('site'), value: row => row.siteName },
        { key: 'after', title: t('due'), value: row => row.months, cell: row => t('after', { n: row.months }) },
        { key: 'dueOn', title: t('dueOn'), value: row => row.due },
        {
          key: 'state',
          title: t('state'),
          value: row => t(state(row)),
          cell: row => <StateTag tone={tones[state(row)]}>{t(state(row))}</StateTag>,
        },
        { key: 'record', title: t('record'), cell: row => (open(row) ? <CheckForm county={county} row={row} /> : '—') },
      ]}
    />
  )
}

function Checks({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const siteName = (id: string): string => view.due.find(({ siteId }) => siteId === id)?.siteName ?? id
  return (
    <DataTable
      name="checks-"
      caption={t('checks')}
      rows={view.checks.toReversed()}
      rowKey={row => row.id}
      empty={t('noChecks')}
      columns={[
        { key: 'checkedOn', title: t('checkedOn'), value: row => row.checkedOn },
        { key: 'site', title: t('site'), value: row => siteName(row.siteId) },
        { key: 'state', title: t('seen'), value: row => t(row.state) },
        { key: 'lastActivity', title: t('lastActivity'), value: row => row.lastActivityOn },
        { key: 'note', title: t('note'), value: row => row.note || '—' },
        {
          key: 'photo',
          title: t('photo'),
          cell: row =>
            row.photoFileId ? (
              <a href={`/api/projects/${county}/files/${row.photoFileId}`} download>
                {t('photo')}
              </a>
            ) : (
              '—'
            ),
        },
      ]}
    />
  )
}

function Flagged({ view }: { view: OperationView }): ReactNode {
  const t = useText(messages)
  if (view.dormant.length === 0) return <p>{t('noFlagged')}</p>
  return (
    <ul>
      {view.dormant.map(({ siteId, because }) => (
        <li key={siteId}>
          {view.due.find(each => each.siteId === siteId)?.siteName ?? siteId} <StateTag tone="must">{t(because)}</StateTag>
        </li>
      ))}
    </ul>
  )
}

/** 运营回访: checks due after acceptance, sites closed or dormant, and the form of who was there (6.3). */
export default function OperationPage(): ReactNode {
  const t = useText(messages)
  const county = usePathPart('county')
  const [year, today] = [useRoundYear(), shanghaiDate(useNow())]
  const query = useApi<OperationView>(`/api/acceptance/${county}/operation`)
  return (
    <Loaded query={query}>
      {view => {
        const late = view.due.filter(each => each.late && mayCheck(each, today)).length
        const what = view.due.length === 0 ? t('nextNone') : late > 0 ? t('nextLate', { n: late }) : t('nextDue')
        return (
          <ConsolePage title={t('operation')} lead={t('operationLead')} asOf={view.asOf} source={t('operationSource')}>
            <CountyLinks county={county} year={year} here="acceptance" />
            <Notice tone={late > 0 ? 'should' : 'info'}>{t('next', { what })}</Notice>
            <Section title={t('flagged')}>
              <Flagged view={view} />
            </Section>
            <Section title={t('due')}>
              <Due view={view} county={county} />
            </Section>
            <Section title={t('checks')}>
              <Checks view={view} county={county} />
            </Section>
          </ConsolePage>
        )
      }}
    </Loaded>
  )
}
