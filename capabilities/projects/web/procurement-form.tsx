import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, Loaded, newId, Notice, Select, TextArea, useAddressState, useApi, useBilingual, useGo, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { isOpen, ProcurementCategory, procurementMethodLabels, ProcurementMethod } from '../index.ts'
import type { Notice as ProcurementNotice, Procurement } from '../index.ts'
import { ItemRows } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import { fenOfYuan, yuanText } from './money-text.ts'
import type { RegisterView } from './view.ts'

export const noticeKinds = ['tender', 'clarification', 'award', 'cancellation', 'single-source-notice'] as const

/** The notices of a procedure, one more or one less. */
export function NoticeRows({
  items,
  onChange,
}: {
  items: readonly ProcurementNotice[]
  onChange: (items: ProcurementNotice[]) => void
}): ReactNode {
  const t = useText(procurementMessages)
  return (
    <ItemRows
      title={t('notices')}
      what={t('notice')}
      items={items}
      onChange={onChange}
      make={id => ({ id, kind: 'tender' as const, title: '', publishedOn: '', url: '' })}
      fields={(item, change) => (
        <>
          <Select
            label={t('noticeKind')}
            value={item.kind}
            choices={noticeKinds.map(value => ({ value, label: t(value) }))}
            onChange={event => change({ kind: event.target.value as ProcurementNotice['kind'] })}
          />
          <Field
            label={t('noticeTitle')}
            required
            maxLength={200}
            value={item.title}
            onChange={event => change({ title: event.target.value })}
          />
          <Field
            label={t('publishedOn')}
            type="date"
            required
            value={item.publishedOn}
            onChange={event => change({ publishedOn: event.target.value })}
          />
          <Field label={t('url')} type="url" optional value={item.url} onChange={event => change({ url: event.target.value.trim() })} />
        </>
      )}
    />
  )
}

type BasicsProps = { start: Partial<Procurement>; projects: { id: string; name: string }[] }

/** What a procurement is, before anyone bids. */
export function Basics({ start, projects }: BasicsProps): ReactNode {
  const t = useText(procurementMessages)
  const inLanguage = useBilingual()
  return (
    <>
      <Select
        name="project"
        label={t('project')}
        choices={projects.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={start.projectId}
      />
      <Field name="title" label={t('titleOf')} required maxLength={200} defaultValue={start.title} />
      <Field name="number" label={t('number')} optional maxLength={60} defaultValue={start.number} />
      <Select
        name="category"
        label={t('kind')}
        choices={ProcurementCategory.options.map(value => ({ value, label: t(value) }))}
        defaultValue={start.category ?? 'goods'}
      />
      <Select
        name="method"
        label={t('method')}
        choices={ProcurementMethod.options.map(value => ({ value, label: inLanguage(procurementMethodLabels[value]) }))}
        defaultValue={start.method ?? 'open-tender'}
      />
      <TextArea
        name="methodReason"
        label={t('methodReason')}
        hint={t('methodReasonHint')}
        rows={2}
        optional
        maxLength={2_000}
        defaultValue={start.methodReason}
      />
      <Field name="buyer" label={t('buyer')} required maxLength={100} defaultValue={start.buyer} />
      <Field
        name="estimate"
        label={t('estimate')}
        inputMode="decimal"
        required
        defaultValue={start.estimateFen ? yuanText(start.estimateFen) : undefined}
      />
      <Field name="due" type="date" label={t('due')} optional defaultValue={start.bidsDueOn ?? undefined} />
    </>
  )
}

/** The fields as the route takes them; null when the amount cannot be read. */
export function basicsOf(fields: Record<string, string>): Partial<Procurement> | null {
  const estimateFen = fenOfYuan(fields.estimate)
  if (estimateFen === null) return null
  return {
    projectId: fields.project ?? '',
    title: fields.title ?? '',
    number: fields.number ?? '',
    category: fields.category as Procurement['category'],
    method: fields.method as Procurement['method'],
    methodReason: fields.methodReason ?? '',
    buyer: fields.buyer ?? '',
    estimateFen,
    bidsDueOn: fields.due || null,
  }
}

function NewForm({ county, year, register }: { county: string; year: number; register: RegisterView }): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  const go = useGo()
  const [wanted] = useAddressState('project')
  const { send, sending, problem, clear } = useSend('PUT')
  const [id, setId] = useState(newId)
  const [bad, setBad] = useState(false)
  const [notices, setNotices] = useState<ProcurementNotice[]>([])
  const projects = register.rows.filter(({ stage }) => isOpen(stage)).map(({ project }) => ({ id: project.id, name: project.name }))
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const basics = basicsOf(fields)
    setBad(basics === null)
    if (!basics) return false
    const rest = { year, notices, openedOn: null, bids: [], award: null, reasons: {}, seenVersion: 0 }
    if ((await send(`/api/projects/${county}/procurements/${id}`, { ...basics, ...rest })) === null) return false
    go(`/procurements/${county}/${year}/${id}`)
    return true
  }
  const open = (): void => {
    setId(newId())
    setNotices([])
    clear()
  }
  return (
    <FormDrawer
      kind="primary"
      title={t('create')}
      submitLabel={t('saveDraft')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>{t('createEffect')}</p>
      <Basics start={{ projectId: wanted }} projects={projects} />
      <NoticeRows items={notices} onChange={setNotices} />
      {bad ? <Notice tone="must">{common('badMoney')}</Notice> : null}
    </FormDrawer>
  )
}

/** Begins a procurement of one of the county's projects. */
export function NewProcurement({ county, year }: { county: string; year: number }): ReactNode {
  const query = useApi<RegisterView>(`/api/projects/${county}/register`, { year })
  return <Loaded query={query}>{register => <NewForm county={county} year={year} register={register} />}</Loaded>
}
