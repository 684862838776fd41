import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Field, formatInstant, Notice, ProblemNotice, useNow, useSend, useText } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { messages } from './desk-messages.ts'
import './account.css'

/** Sets the clock of a demonstration, to see what deadlines do. */
export default function DemoClockPage(): ReactNode {
  const t = useText(messages)
  const now = formatInstant(useNow().toISOString())
  const { send, sending, problem } = useSend<{ now: string }>()
  const [done, setDone] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('instant'))
    const answer = await send('/api/demo-clock', { instant: `${wanted}:00+08:00` })
    setDone(answer ? formatInstant(answer.now) : null)
  }
  return (
    <ConsolePage title={t('clockTitle')} lead={t('clockLead')}>
      <form className="account-form" onSubmit={event => void submit(event)}>
        <p>
          <strong className="number">{t('clockNow', { now })}</strong>
        </p>
        <Field
          label={t('clockSet')}
          hint={t('clockHint')}
          name="instant"
          type="datetime-local"
          defaultValue={now.replace(' ', 'T')}
          required
        />
        <ProblemNotice problem={problem} />
        {done ? (
          <Notice tone="met" alert>
            {t('clockDone', { now: done })}
          </Notice>
        ) : null}
        <Button type="submit" kind="primary" busy={sending}>
          {t('clockSave')}
        </Button>
      </form>
    </ConsolePage>
  )
}
