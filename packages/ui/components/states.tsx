import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Problem } from '../api/problem.ts'
import { useBilingual, useText } from '../messages.ts'
import { Link } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { Button } from './button.tsx'
import { ReadAt, useReadAt } from './read-at.ts'
import './states.css'

type StateProps = { title: string; children?: ReactNode; actions?: ReactNode }

/** Nothing to show, with what to do about it. */
export function EmptyState({ title, children, actions }: StateProps): ReactNode {
  return (
    <div className="state-block">
      <p className="state-title">{title}</p>
      {children ? <div className="quiet">{children}</div> : null}
      {actions ? <div className="state-actions">{actions}</div> : null}
    </div>
  )
}

/** A refusal of the server in its own words, with a way on. */
export function ErrorState({ problem, retry }: { problem: Problem; retry?: () => void }): ReactNode {
  const t = useText(uiMessages)
  const inLanguage = useBilingual()
  const title =
    problem.status === 404
      ? t('notFoundTitle')
      : problem.status === 403
        ? t('forbiddenTitle')
        : problem.status === 401
          ? t('signInFirst')
          : t('errorTitle')
  return (
    <div className="state-block" role="alert">
      <p className="state-title">{title}</p>
      <p className="quiet">{inLanguage(problem.text)}</p>
      <div className="state-actions">
        {retry && problem.status !== 404 && problem.status !== 403 && problem.status !== 401 ? (
          <Button onClick={retry}>{t('retry')}</Button>
        ) : null}
        {problem.status === 401 ? <Link href="/sign-in">{t('signIn')}</Link> : null}
      </div>
    </div>
  )
}

/** Says that something is being read; appears only after a moment, so quick answers do not flicker. */
export function Loading({ label }: { label?: string }): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      <span>{label ?? t('loading')}</span>
    </div>
  )
}

/** How far long work has come, counted or in percent; `of` null when the end is not known. */
export function Progress({
  label,
  done,
  of,
  percent = false,
}: {
  label: string
  done: number
  of: number | null
  percent?: boolean
}): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="progress" role="status">
      <span>
        {label}{' '}
        {of === null ? null : (
          <span className="number">{percent ? `${Math.floor((100 * done) / Math.max(1, of))}%` : `${done} / ${of}`}</span>
        )}
      </span>
      <progress max={of ?? undefined} value={of === null ? undefined : done} aria-label={label} />
      <span className="quiet">{t('working')}</span>
    </div>
  )
}

/** Shows what a query brought, or that it is under way or was refused. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T, Problem>; children: (data: T) => ReactNode }): ReactNode {
  const readAt = useReadAt(query)
  if (query.data !== undefined) return <ReadAt value={readAt}>{children(query.data)}</ReadAt>
  if (query.error) return <ErrorState problem={query.error} retry={() => void query.refetch()} />
  return <Loading />
}
