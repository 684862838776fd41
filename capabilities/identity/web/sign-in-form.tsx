import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { asProblem, Button, Field, ProblemNotice, request, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { messages } from './sign-in-messages.ts'

type Credentials = { username: string; password: string }

/** The fields as they are when sent: browsers and password managers fill them without telling React. */
function entered(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

function PasswordStep({ prefilled }: { prefilled: Credentials | null }): ReactNode {
  const t = useText(messages)
  return (
    <>
      <Field
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        defaultValue={prefilled?.username}
      />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        defaultValue={prefilled?.password}
      />
    </>
  )
}

function CodeStep(): ReactNode {
  const t = useText(messages)
  return (
    <Field
      label={t('code')}
      hint={t('codeHint')}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="\d{6}"
      maxLength={6}
      required
      // The step has just appeared at the person's own request; the code is all that is left to enter.
      ref={input => input?.focus()}
    />
  )
}

type SignInState = { waiting: Credentials | null; busy: boolean; problem: Problem | null }
const atPassword: SignInState = { waiting: null, busy: false, problem: null }

/** Asks for the password first and for the code only when the account has one. */
export function SignInForm({ prefilled, onSignedIn }: { prefilled: Credentials | null; onSignedIn: () => void }): ReactNode {
  const t = useText(messages)
  const client = useQueryClient()
  /** `waiting` holds the accepted password while the code is asked for. */
  const [{ waiting, busy, problem }, setState] = useState<SignInState>(atPassword)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { username = '', password = '', code } = entered(event.currentTarget)
    const credentials = waiting ?? { username: username.trim(), password }
    setState({ waiting, busy: true, problem: null })
    try {
      await request('POST', '/api/sign-in', { ...credentials, ...(code ? { code } : {}) })
      await client.invalidateQueries()
      onSignedIn()
    } catch (thrown) {
      const refused = asProblem(thrown)
      setState(
        refused.code === 'code-needed' ? { waiting: credentials, busy: false, problem: null } : { waiting, busy: false, problem: refused },
      )
    }
  }
  return (
    <form className="sign-in-form" onSubmit={event => void submit(event)}>
      {waiting ? <CodeStep /> : <PasswordStep prefilled={prefilled} />}
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" busy={busy}>
        {t(busy ? 'submitting' : 'submit')}
      </Button>
      {waiting ? (
        <Button kind="quiet" onClick={() => setState(atPassword)}>
          {t('back')}
        </Button>
      ) : null}
    </form>
  )
}
