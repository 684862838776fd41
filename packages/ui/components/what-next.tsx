import type { ReactNode } from 'react'
import type { Bilingual, ClauseRef } from '@jincun/policy'
import { useBilingual, useText } from '../messages.ts'
import { Link } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import { Deadline } from './deadline.tsx'
import { StateTag } from './notice.tsx'
import './what-next.css'

/** Something a person must do: what, why (clause), until when, where; `state` in a few words. */
export type Task = {
  id: string
  title: Bilingual
  clause: ClauseRef
  due: string | null
  href: string
  /** `waiting` is for others to do; `coming` is what follows by the calendar; both are shown, but not asked. */
  state: 'do' | 'waiting' | 'coming' | 'done'
  detail?: Bilingual
}

function Item({ task }: { task: Task }): ReactNode {
  const t = useText(uiMessages)
  const inLanguage = useBilingual()
  return (
    <li className="task" data-state={task.state}>
      <Link href={task.href} className="task-title">
        {inLanguage(task.title)}
      </Link>
      {task.state === 'do' ? null : <StateTag tone={task.state === 'done' ? 'met' : 'info'}>{t(task.state)}</StateTag>}
      {task.detail ? <p className="quiet">{inLanguage(task.detail)}</p> : null}
      <p className="task-facts">
        {task.due ? <Deadline due={task.due} done={task.state === 'done'} /> : null}
        {task.due === null && task.state === 'do' ? <span>{t('noDeadline')}</span> : null}
        <span className="quiet">
          {t('why')} <ClauseLink clause={task.clause} />
        </span>
      </p>
    </li>
  )
}

/** What must I do next, until when, and why: open tasks by their deadline, then what waits or comes, then what is done. */
export function WhatNext({ tasks }: { tasks: readonly Task[] }): ReactNode {
  const t = useText(uiMessages)
  const rank = { do: 0, waiting: 1, coming: 2, done: 3 }
  const sorted = tasks.toSorted((a, b) => rank[a.state] - rank[b.state] || (a.due ?? '9').localeCompare(b.due ?? '9'))
  return (
    <section className="what-next" aria-labelledby="what-next">
      <h2 id="what-next">{t('whatNext')}</h2>
      {sorted[0]?.state === 'do' ? null : <p>{t(sorted.length === 0 ? 'nothingToDo' : 'nothingNow')}</p>}
      <ol>
        {sorted.map(task => (
          <Item key={task.id} task={task} />
        ))}
      </ol>
    </section>
  )
}
