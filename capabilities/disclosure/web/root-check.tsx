import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { verifyConsistency } from '@jincun/proof'
import { address, asProblem, Button, Field, Loaded, Notice, ProblemNotice, request, useApi, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { messages } from './register-messages.ts'

type LogHead = { size: number; root: string }
type Growth = LogHead & { since: number; proof: readonly string[] }
type Answer = { fits: boolean; old: number; now: number } | Problem

/** Whether the log of today grew from the one whose size and root the reader kept; computed here, not by the server. */
async function compare(oldSize: number, oldRoot: string): Promise<Answer> {
  try {
    const { size, root, proof } = await request<Growth>('GET', address('/api/public/log', { since: oldSize }))
    return { fits: verifyConsistency({ oldSize, oldRoot, newSize: size, newRoot: root, proof }), old: oldSize, now: size }
  } catch (thrown) {
    return asProblem(thrown)
  }
}

function OldRoot(): ReactNode {
  const t = useText(messages)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setAnswer(await compare(Number(form.get('size')), String(form.get('root')).trim().toLowerCase()))
  }
  return (
    <form className="root-form screen-only" onSubmit={event => void submit(event)}>
      <h2>{t('oldTitle')}</h2>
      <Field label={t('oldSize')} name="size" type="number" min={1} required />
      <Field label={t('oldRoot')} name="root" pattern="\s*[0-9a-fA-F]{64}\s*" required />
      <p>
        <Button type="submit">{t('oldCheck')}</Button>
      </p>
      {answer === null ? null : 'fits' in answer ? (
        <Notice tone={answer.fits ? 'met' : 'must'} alert>
          {t(answer.fits ? 'oldGood' : 'oldBad', { old: answer.old, now: answer.now })}
        </Notice>
      ) : (
        <ProblemNotice problem={answer} />
      )}
    </form>
  )
}

/** Size and root of the log today, to be kept, and the check of one kept earlier. */
export function RootCheck(): ReactNode {
  const t = useText(messages)
  const query = useApi<LogHead>('/api/public/log')
  return (
    <section>
      <Loaded query={query}>
        {({ size, root }) => (
          <p>
            {t('size', { n: size })} <code className="hash">{root}</code>
          </p>
        )}
      </Loaded>
      <p className="quiet">{t('keepRoot')}</p>
      <OldRoot />
    </section>
  )
}
