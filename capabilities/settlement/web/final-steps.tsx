import { useState } from 'react'
import type { ReactNode } from 'react'
import { ButtonLink, Field, newId, TextArea, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { FinalDraft } from './use-final-draft.ts'
import { finalPath } from './view.ts'
import type { FinalView } from './view.ts'

type StepProps = { view: FinalView }
const names = ({ provinceName, year }: FinalView) => ({ province: provinceName, year })

/** Hands in the saved list by letter of the provincial government. */
export function SubmitFinal({ view, draft }: StepProps & { draft: FinalDraft }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  return (
    <ConfirmButton
      kind="primary"
      label={t('submit')}
      title={t('submitQuestion', names(view))}
      consequences={<p>{t('submitEffect', { version: view.version, n: view.entries.length })}</p>}
      disabled={draft.dirty || !view.submittable}
      disabledReason={t(draft.dirty ? 'submitUnsaved' : 'submitBlocked')}
      onConfirm={() => send(`${finalPath(view)}/submission`, { id, seenVersion: view.version })}
      problem={problem}
    />
  )
}

/** The centre gives the list back with its reason. */
export function ReturnFinal({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  return (
    <ConfirmButton
      label={t('giveBackFinal')}
      title={t('returnQuestion', names(view))}
      consequences={
        <>
          <p>{t('returnEffect')}</p>
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
        </>
      }
      onConfirm={() => send(`${finalPath(view)}/return`, { id, reason })}
      problem={problem}
    />
  )
}

/** The centre confirms: the counties are designated and the list is public. */
export function PublishFinal({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  return (
    <ConfirmButton
      kind="primary"
      label={t('publish')}
      title={t('publishQuestion', names(view))}
      consequences={<p>{t('publishEffect', { n: view.entries.length, date: view.letter?.date ?? '', year: view.year })}</p>}
      onConfirm={() => send(`${finalPath(view)}/publication`, { id })}
      problem={problem}
    />
  )
}

/** A ruling that lets the list come late; public. */
export function RuleOnLateness({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  const [ruling, setRuling] = useState('')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  return (
    <ConfirmButton
      label={t('rule')}
      title={t('ruleQuestion', names(view))}
      consequences={
        <>
          <p>{t('ruleEffect')}</p>
          <Field label={t('ruling')} value={ruling} onChange={event => setRuling(event.target.value)} />
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
          <Field type="datetime-local" label={t('until')} value={until} onChange={event => setUntil(event.target.value)} />
        </>
      }
      onConfirm={() => send(`${finalPath(view)}/ruling`, { id, ruling, reason, until: `${until}:00+08:00` })}
      problem={problem}
    />
  )
}

/** The letter and the list in their other forms. */
export function FinalDownloads({ view }: StepProps): ReactNode {
  const t = useText(messages)
  const formats = [
    ['docx', t('word')],
    ['xlsx', 'Excel'],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const
  return (
    <div className="settlement-actions">
      {formats
        .filter(([format]) => format !== 'docx' || view.letter !== null)
        .map(([format, label]) => (
          <ButtonLink key={format} href={`${finalPath(view)}/letter?format=${format}`} download>
            {label}
          </ButtonLink>
        ))}
    </div>
  )
}
