import type { ReactNode } from 'react'
import type { ClauseRef } from '@jincun/policy'
import { formatInstant, formatNumber } from '../format.ts'
import { useText } from '../messages.ts'
import { Link } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import './figure.css'

type FigureProps = {
  label: string
  /** null is shown as no data, never as zero. */
  value: number | bigint | string | null
  unit?: string
  source: ReactNode
  asOf: string | null
  /** What part of the whole is covered, e.g. '31/31 个省'. */
  coverage?: string
  /** Where the rows behind the figure can be read. */
  rowsHref: string
  clause?: ClauseRef
}

/** A figure with its source, time, coverage and clause; opens to its rows (design rule 6). */
export function FigureWithSource({ label, value, unit, source, asOf, coverage, rowsHref, clause }: FigureProps): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="figure">
      <div className="figure-label">{label}</div>
      <div className="figure-value number">
        {value === null ? <span className="figure-missing">{t('noData')}</span> : formatNumber(value)}
        {value !== null && unit ? <span className="figure-unit">{unit}</span> : null}
      </div>
      <div className="figure-origin quiet">
        <span>
          {t('source')}
          {source}
        </span>
        {asOf ? <span>{t('asOf', { when: formatInstant(asOf) })}</span> : null}
        {coverage ? <span>{t('coverage', { text: coverage })}</span> : null}
        {clause ? <ClauseLink clause={clause} /> : null}
        <Link href={rowsHref}>{t('openRows')}</Link>
      </div>
    </div>
  )
}

/** Figures side by side, as many as fit. */
export function FigureRow({ children }: { children: ReactNode }): ReactNode {
  return <div className="figure-row">{children}</div>
}
