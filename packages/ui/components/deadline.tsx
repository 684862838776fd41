import type { ReactNode } from 'react'
import type { ClauseRef } from '@jincun/policy'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { useNow } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import { remaining } from './remaining.ts'
import './deadline.css'

/** A closing instant ends a day at 24:00; people read "by 29 May", so the day before midnight is named. */
const lastInstant = (due: Date): string => formatInstant(new Date(due.getTime() - 1000).toISOString())

/** A deadline: until when, how long is left by the server's clock, and by which clause. */
export function Deadline({ due, clause, done = false }: { due: string; clause?: ClauseRef; done?: boolean }): ReactNode {
  const t = useText(uiMessages)
  const now = useNow()
  const left = remaining(new Date(due), now)
  const words = done ? t('done') : left.kind === 'over' ? t('overdue') : t(left.kind === 'days' ? 'daysLeft' : 'hoursLeft', { n: left.n })
  return (
    <span className="deadline" data-urgent={left.urgent && !done ? true : undefined}>
      <time dateTime={due}>{t('dueBy', { date: lastInstant(new Date(due)) })}</time>
      <strong className="deadline-left">{words}</strong>
      {clause ? <ClauseLink clause={clause} /> : null}
    </span>
  )
}
