import type { ReactNode } from 'react'
import { Link, useApi, useText } from '@jincun/ui'
import type { Round } from './answers.ts'
import { messages } from './messages.ts'
import './disclosure.css'

/** The same page of the other years whose rules are known. */
export function YearLinks({ current, hrefOf }: { current: string; hrefOf: (year: number) => string }): ReactNode {
  const t = useText(messages)
  const years = useApi<Round>('/api/public/rounds/current').data?.years ?? []
  if (years.length < 2) return null
  return (
    <nav className="year-links" aria-label={t('otherYears')}>
      {years.map(year => (
        <Link key={year} href={hrefOf(year)} aria-current={String(year) === current ? 'page' : undefined}>
          {t('year', { year })}
        </Link>
      ))}
    </nav>
  )
}
