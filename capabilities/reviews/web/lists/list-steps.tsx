import { useState } from 'react'
import type { ReactNode } from 'react'
import { ButtonLink, Field, newId, TextArea, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { ListDraft } from './use-list-draft.ts'
import { listPath } from './view.ts'
import type { ListView } from './view.ts'

type StepProps = { view: ListView }
const names = ({ provinceName, year }: ListView) => ({ province: provinceName, year })

/** Hands in what was saved and seen. The id is made once per question, so pressing twice is one submission. */
export function SubmitStep({ view, draft }: StepProps & { draft: ListDraft }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const blocked = draft.dirty ? t('submitUnsaved') : t('submitBlocked')
  return (
    <ConfirmButton
      kind="primary"
      label={t('submit')}
      title={t('submitQuestion', names(view))}
      consequences={<p>{t('submitEffect', { version: view.version, n: view.counties.length })}</p>}
      disabled={draft.dirty || !view.submittable}
      disabledReason={blocked}
      onConfirm={() => send(`${listPath(view)}/submission`, { id, seenVersion: view.version })}
      problem={problem}
    />
  )
}

type Reasoned = 'recall' | 'forfeit'
const addresses: Record<Reasoned, string> = { recall: 'recall', forfeit: 'forfeiture' }

/** A step that takes a reason: recalling a submitted list, or recording that it is forfeited. */
export function ReasonedStep({ view, step }: StepProps & { step: Reasoned }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [reason, setReason] = useState('')
  const [id] = useState(newId)
  return (
    <ConfirmButton
      label={t(step)}
      title={t(`${step}Question`, names(view))}
      consequences={
        <>
          <p>{t(`${step}Effect`)}</p>
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
        </>
      }
      onConfirm={() => send(`${listPath(view)}/${addresses[step]}`, { id, seenVersion: view.version, reason })}
      problem={problem}
    />
  )
}

/** The centre's ruling: number, reason and new deadline, all public. */
export function ReopenStep({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const [ruling, setRuling] = useState('')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const body = { id, seenVersion: view.version, ruling, reason, until: `${until}:00+08:00` }
  return (
    <ConfirmButton
      label={t('reopen')}
      title={t('reopenQuestion', names(view))}
      consequences={
        <>
          <p>{t('reopenEffect')}</p>
          <Field label={t('ruling')} value={ruling} onChange={event => setRuling(event.target.value)} />
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
          <Field type="datetime-local" label={t('until')} value={until} onChange={event => setUntil(event.target.value)} />
        </>
      }
      onConfirm={() => send(`${listPath(view)}/reopening`, body)}
      problem={problem}
    />
  )
}

/** Makes list, scores and basis public. */
export function PublishStep({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const [done, setDone] = useState(false)
  const publish = async () => {
    const answer = await send(`${listPath(view)}/publication`, { id })
    if (answer) setDone(true)
    return answer
  }
  return (
    <ConfirmButton
      label={t('publish')}
      title={t('publishQuestion', names(view))}
      consequences={<p>{t('publishEffect')}</p>}
      disabled={done}
      disabledReason={t('published')}
      onConfirm={publish}
      problem={problem}
    />
  )
}

/** The package in its four forms: as handed in, or as a draft for review. */
export function PackageLinks({ view, kind }: StepProps & { kind: 'package' | 'draft' }): ReactNode {
  const t = useText(messages)
  const formats = [
    ['docx', 'letter'],
    ['xlsx', 'excel'],
    ['csv', 'csv'],
    ['json', 'json'],
  ] as const
  return (
    <div className="list-package">
      <p className="quiet">{t(kind === 'draft' ? 'draftLead' : 'packageLead')}</p>
      <div className="list-tools">
        {formats.map(([format, label]) => (
          <ButtonLink key={format} href={`${listPath(view)}/${kind}?format=${format}`} download>
            {t(label)}
          </ButtonLink>
        ))}
      </div>
    </div>
  )
}
