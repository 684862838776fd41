import type { ReactNode } from 'react'
import type { ClauseRef } from '@jincun/policy'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { useNow } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import './deadline.css'

const hour = 3_600_000
const day = 24 * hour

export type DeadlineState = { kind: 'days' | 'hours' | 'over'; n: number; urgent: boolean }

/** What is left until `due`; under seven days it must be done soon. */
export function remaining(due: Date, now: Date): DeadlineState {
  const left = due.getTime() - now.getTime()
  if (left <= 0) return { kind: 'over', n: 0, urgent: false }
  if (left < 2 * day) return { kind: 'hours', n: Math.max(1, Math.floor(left / hour)), urgent: true }
  return { kind: 'days', n: Math.floor(left / day), urgent: left < 7 * day }
}

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
