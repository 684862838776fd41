import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Field, Notice, ProblemNotice, useFieldErrors, useSend, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { messages } from './desk-messages.ts'

/** A new password; the other devices are signed out with it. */
export function ChangePassword(): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const errorOf = useFieldErrors(problem)
  const [differ, setDiffer] = useState(false)
  const [done, setDone] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const [currentPassword, newPassword, again] = ['current', 'next', 'again'].map(name => new FormData(form).get(name))
    setDiffer(newPassword !== again)
    setDone(false)
    if (newPassword !== again || (await send('/api/account/password', { currentPassword, newPassword })) === null) return
    form.reset()
    setDone(true)
  }
  return (
    <Section title={t('changePassword')}>
      <form className="account-form" onSubmit={event => void submit(event)}>
        <Field label={t('current')} name="current" type="password" autoComplete="current-password" required error={errorOf('password')} />
        <Field
          label={t('next')}
          hint={t('nextHint')}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
          error={errorOf('newPassword')}
        />
        <Field label={t('again')} name="again" type="password" autoComplete="new-password" required error={differ ? t('differ') : null} />
        <ProblemNotice problem={problem} />
        {done ? (
          <Notice tone="met" alert>
            {t('changed')}
          </Notice>
        ) : null}
        <Button type="submit" busy={sending}>
          {t('changePassword')}
        </Button>
      </form>
    </Section>
  )
}
