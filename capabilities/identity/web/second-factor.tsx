import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { QRCode } from 'antd'
import { Button, Field, Notice, ProblemNotice, StateTag, useFieldErrors, useSend, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import { colours } from '@jincun/ui/tokens'
import { messages } from './desk-messages.ts'

type Enrolment = { totpURI: string; backupCodes: readonly string[] }

const fieldOf = (event: FormEvent<HTMLFormElement>, name: string): string => String(new FormData(event.currentTarget).get(name) ?? '')

function AskPassword({ onBegun }: { onBegun: (enrolment: Enrolment) => void }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend<Enrolment>()
  const begin = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const enrolment = await send('/api/account/totp', { password: fieldOf(event, 'password') })
    if (enrolment) onBegun(enrolment)
  }
  return (
    <form className="account-form" onSubmit={event => void begin(event)}>
      <Field
        label={t('password')}
        hint={t('enrolPassword')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={useFieldErrors(problem)('password')}
      />
      <ProblemNotice problem={problem} />
      <Button type="submit" kind="primary" busy={sending}>
        {t('enrolNext')}
      </Button>
    </form>
  )
}

/** The secret as text, for phones that cannot scan. */
const secretOf = (address: string): string => new URL(address).searchParams.get('secret') ?? ''

function ConfirmCode({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const finish = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if ((await send('/api/account/totp/verify', { code: fieldOf(event, 'code') })) !== null) onDone()
  }
  return (
    <form className="account-form" onSubmit={event => void finish(event)}>
      <p>{t('enrolScan')}</p>
      <QRCode type="svg" value={enrolment.totpURI} size={200} color={colours.text} bgColor={colours.surface} />
      <p className="quiet">
        {t('enrolSecret')} <code>{secretOf(enrolment.totpURI)}</code>
      </p>
      <Notice tone="must" title={t('backup')}>
        <code className="backup-codes">{enrolment.backupCodes.join('  ')}</code>
      </Notice>
      <Field
        label={t('enrolCode')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        required
        error={useFieldErrors(problem)('code')}
      />
      <ProblemNotice problem={problem} />
      <Button type="submit" kind="primary" busy={sending}>
        {t('enrolFinish')}
      </Button>
    </form>
  )
}

function Remove(): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [password, setPassword] = useState('')
  return (
    <p>
      <ConfirmButton
        label={t('remove')}
        title={t('removeTitle')}
        consequences={
          <>
            <p>{t('removeText')}</p>
            <Field
              label={t('password')}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.target.value)}
            />
          </>
        }
        onConfirm={() => send('/api/account/totp/remove', { password })}
        problem={problem}
      />
    </p>
  )
}

/** Enrols a second factor in two steps: password, then a first code from the phone. Backup codes are shown this once. */
export function SecondFactor({ enabled }: { enabled: boolean }): ReactNode {
  const t = useText(messages)
  const [step, setStep] = useState<'closed' | 'password' | Enrolment>('closed')
  return (
    <Section title={t('secondFactor')}>
      <p>
        <StateTag tone={enabled ? 'met' : 'should'}>{t(enabled ? 'secondFactorOn' : 'secondFactorOff')}</StateTag>
      </p>
      {enabled && step === 'closed' ? <Remove /> : null}
      {!enabled && step === 'closed' ? (
        <p>
          <Button kind="primary" onClick={() => setStep('password')}>
            {t('enrol')}
          </Button>
        </p>
      ) : null}
      {step === 'password' ? <AskPassword onBegun={setStep} /> : null}
      {typeof step === 'object' ? <ConfirmCode enrolment={step} onDone={() => setStep('closed')} /> : null}
    </Section>
  )
}
