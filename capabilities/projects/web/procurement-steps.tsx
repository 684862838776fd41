import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, Notice, Select, TextArea, useNow, useSend, useText } from '@jincun/ui'
import { ConfirmButton, FormDrawer } from '@jincun/ui/console'
import { procurementCan } from '../index.ts'
import { freeId } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import { Basics, basicsOf, NoticeRows } from './procurement-form.tsx'
import { contentOf } from './procurement-view.ts'
import type { ProcurementView } from './procurement-view.ts'

type StepProps = { view: ProcurementView; path: string }

function EditDraft({ view, path }: StepProps): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const { procurement, project } = view
  const [notices, setNotices] = useState(procurement.notices)
  const [bad, setBad] = useState(false)
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const basics = basicsOf(fields)
    setBad(basics === null)
    return basics !== null && (await send(path, { ...contentOf(procurement), ...basics, notices })) !== null
  }
  const open = (): void => {
    setNotices(procurement.notices)
    setBad(false)
    clear()
  }
  return (
    <FormDrawer title={common('edit')} submitLabel={t('saveDraft')} sending={sending} problem={problem} onOpen={open} onSubmit={submit}>
      <Basics start={procurement} projects={project ? [project] : []} />
      <NoticeRows items={notices} onChange={setNotices} />
      {bad ? <Notice tone="must">{common('badMoney')}</Notice> : null}
    </FormDrawer>
  )
}

function Award({ view, path }: StepProps): ReactNode {
  const t = useText(procurementMessages)
  const { send, sending, problem, clear } = useSend()
  const { procurement, top } = view
  const today = shanghaiDate(useNow())
  const valid = procurement.bids.filter(({ status }) => status === 'valid')
  const ordered = [...valid.filter(({ id }) => top.includes(id)), ...valid.filter(({ id }) => !top.includes(id))]
  const submit = async ({ bid, on, reason, preference }: Record<string, string>): Promise<boolean> => {
    const award = { bidId: bid, awardedOn: on, reason, byPreference: preference === 'yes' }
    return (await send(path, { step: 'award', content: { ...contentOf(procurement), award } })) !== null
  }
  return (
    <FormDrawer
      kind="primary"
      title={t('makeAward')}
      submitLabel={t('makeAward')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={submit}
    >
      <p>{t('awardEffect')}</p>
      <Select
        name="bid"
        label={t('awardTo')}
        choices={ordered.map(({ id, bidder }) => ({ value: id, label: top.includes(id) ? `${bidder.name}（${t('rank')}）` : bidder.name }))}
      />
      <Field name="on" type="date" label={t('awardOn')} required defaultValue={today} />
      <TextArea name="reason" label={t('awardReason')} required maxLength={2_000} rows={3} />
      {top.length > 1 ? (
        <Select
          name="preference"
          label={t('preference')}
          choices={[
            { value: 'no', label: '—' },
            { value: 'yes', label: t('preferenceUsed') },
          ]}
        />
      ) : (
        <p className="quiet">{t('preferenceNone')}</p>
      )}
    </FormDrawer>
  )
}

function Cancel({ view, path }: StepProps): ReactNode {
  const t = useText(procurementMessages)
  const { send, sending, problem, clear } = useSend()
  const { procurement } = view
  const today = shanghaiDate(useNow())
  const submit = async ({ title, on, url }: Record<string, string>): Promise<boolean> => {
    const notice = { id: freeId(procurement.notices, 'cancellation-'), kind: 'cancellation', title, publishedOn: on, url: url ?? '' }
    const content = { ...contentOf(procurement), notices: [...procurement.notices, notice] }
    return (await send(path, { step: 'cancel', content })) !== null
  }
  return (
    <FormDrawer title={t('cancel')} submitLabel={t('cancel')} sending={sending} problem={problem} onOpen={clear} onSubmit={submit}>
      <p>{t('cancelEffect')}</p>
      <Field name="title" label={t('noticeTitle')} required maxLength={200} />
      <Field name="on" type="date" label={t('publishedOn')} required defaultValue={today} />
      <Field name="url" type="url" label={t('url')} optional />
    </FormDrawer>
  )
}

/** The steps the county may take now; the table of states is the server's own. Bids are recorded in their own part of the page. */
export function ProcurementSteps({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const { send, problem } = useSend()
  const { procurement } = view
  const path = `/api/projects/${procurement.countyCode}/procurements/${procurement.id}`
  const { state } = procurement
  return (
    <>
      {procurementCan('save', state) ? <EditDraft view={view} path={path} /> : null}
      {procurementCan('publish', state) ? (
        <ConfirmButton
          kind="primary"
          label={t('publish')}
          title={t('publish')}
          consequences={<p>{t('publishEffect')}</p>}
          onConfirm={() => send(`${path}/steps`, { step: 'publish', content: contentOf(procurement) })}
          problem={problem}
        />
      ) : null}
      {procurementCan('award', state) ? <Award view={view} path={`${path}/steps`} /> : null}
      {procurementCan('cancel', state) ? <Cancel view={view} path={`${path}/steps`} /> : null}
    </>
  )
}
