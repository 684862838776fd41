import type { ReactNode } from 'react'
import { StateTag, useText } from '@jincun/ui'
import { messages } from './messages.ts'

export type YesNoUnknown = 'yes' | 'no' | 'unknown'

/** Yes, no or unknown; unknown has its own colour, so that it is never read as no. */
export function AnswerTag({ answer }: { answer: YesNoUnknown }): ReactNode {
  const t = useText(messages)
  if (answer === 'no') return <span className="quiet">{t('no')}</span>
  return <StateTag tone={answer === 'yes' ? 'info' : 'unknown'}>{t(answer)}</StateTag>
}
