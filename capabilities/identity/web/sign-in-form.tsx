import type { FormEvent, ReactNode } from 'react'
import { Button, Field, ProblemNotice, useText } from '@jincun/ui'
import { messages } from './sign-in-messages.ts'
import type { SignIn } from './use-sign-in.ts'

/** The fields as they are when sent: browsers and password managers fill them without telling React. */
function entered(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

function PasswordStep(): ReactNode {
  const t = useText(messages)
  return (
    <>
      <Field label={t('username')} name="username" autoComplete="username" autoCapitalize="none" required />
      <Field label={t('password')} name="password" type="password" autoComplete="current-password" required />
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

/** Asks for the password first and for the code only when the account has one. */
export function SignInForm({ signIn }: { signIn: SignIn }): ReactNode {
  const t = useText(messages)
  const { waiting, busy, problem } = signIn
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { username = '', password = '', code } = entered(event.currentTarget)
    void signIn.submit(waiting ?? { username: username.trim(), password }, code)
  }
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {waiting ? <CodeStep /> : <PasswordStep />}
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" busy={busy}>
        {t(busy ? 'submitting' : 'submit')}
      </Button>
      {waiting ? (
        <Button kind="quiet" onClick={signIn.startAgain}>
          {t('back')}
        </Button>
      ) : null}
    </form>
  )
}
