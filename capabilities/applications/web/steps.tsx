import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, TextArea, newId, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { mayProceed } from '@jincun/policy'
import type { ApplicationAction } from '../index.ts'
import { messages } from './messages.ts'
import type { Draft } from './use-draft.ts'
import type { View } from './view.ts'

type StepProps = { view: View; draft: Draft }

function Submit({ view, draft }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const { application, countyName } = view
  const open = mayProceed([...view.findings], draft.content.reasons)
  const submit = async (): Promise<unknown> =>
    (await draft.flush())
      ? send(`/api/applications/${application.countyCode}/${application.id}/submission`, { id: newId(), version: application.version })
      : null
  return (
    <ConfirmButton
      kind="primary"
      label={t('submit')}
      title={t('submitQuestion', { county: countyName })}
      consequences={t('submitEffect')}
      disabled={!open || draft.state !== 'saved'}
      disabledReason={open ? t('saving') : t('submitBlocked')}
      onConfirm={submit}
      problem={problem}
    />
  )
}

type Reasoned = { action: ApplicationAction; label: 'giveBack' | 'withdraw' | 'reopen'; path: string }

const reasoned: readonly Reasoned[] = [
  { action: 'return', label: 'giveBack', path: 'return' },
  { action: 'withdraw', label: 'withdraw', path: 'withdrawal' },
  { action: 'reopen', label: 'reopen', path: 'reopening' },
]

function ReasonedStep({ view, step: { label, path } }: { view: View; step: Reasoned }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const { application, countyName } = view
  const body = { id: newId(), reason, ...(label === 'reopen' ? { until: `${until}T23:59:59+08:00` } : {}) }
  return (
    <ConfirmButton
      label={t(label)}
      title={t(`${label}Question`, { county: countyName })}
      consequences={
        <>
          <p>{t(`${label}Effect`)}</p>
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
          {label === 'reopen' ? (
            <Field type="date" label={t('until')} value={until} onChange={event => setUntil(event.target.value)} />
          ) : null}
        </>
      }
      onConfirm={() => send(`/api/applications/${application.countyCode}/${application.id}/${path}`, body)}
      problem={problem}
    />
  )
}

function Accept({ view }: { view: View }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const { application, countyName } = view
  return (
    <ConfirmButton
      kind="primary"
      label={t('accept')}
      title={t('acceptQuestion', { county: countyName })}
      consequences={t('acceptEffect')}
      onConfirm={() => send(`/api/applications/${application.countyCode}/${application.id}/acceptance`, { id: newId() })}
      problem={problem}
    />
  )
}

/** The steps this person may take now; the server says which. */
export function Steps({ view, draft }: StepProps): ReactNode {
  return (
    <>
      {view.actions.includes('submit') ? <Submit view={view} draft={draft} /> : null}
      {view.actions.includes('accept') ? <Accept view={view} /> : null}
      {reasoned
        .filter(({ action }) => view.actions.includes(action))
        .map(step => (
          <ReasonedStep key={step.action} view={view} step={step} />
        ))}
    </>
  )
}
