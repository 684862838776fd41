import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Field, useText } from '@jincun/ui'
import type { GovernmentLetter } from '../index.ts'
import { messages } from './messages.ts'

/** What the letter of the provincial government says of itself. */
export function LetterForm({
  letter,
  editable,
  onSave,
}: {
  letter: GovernmentLetter | null
  editable: boolean
  onSave: (letter: GovernmentLetter) => void
}): ReactNode {
  const t = useText(messages)
  const [draft, setDraft] = useState<GovernmentLetter>(letter ?? { number: '', date: '', signedBy: '' })
  const set = (part: Partial<GovernmentLetter>): void => setDraft(now => ({ ...now, ...part }))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <Field
        label={t('letterNumber')}
        required
        disabled={!editable}
        value={draft.number}
        onChange={event => set({ number: event.target.value })}
      />
      <Field
        label={t('letterDate')}
        type="date"
        required
        disabled={!editable}
        value={draft.date}
        onChange={event => set({ date: event.target.value })}
      />
      <Field
        label={t('signedBy')}
        required
        disabled={!editable}
        value={draft.signedBy}
        onChange={event => set({ signedBy: event.target.value })}
      />
      {editable ? (
        <Button kind="primary" type="submit">
          {t('save')}
        </Button>
      ) : null}
    </form>
  )
}
