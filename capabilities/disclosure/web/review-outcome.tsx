import type { ReactNode } from 'react'
import { DataTable, Link, Notice, useBilingual, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { RankedListAnswer } from './answers.ts'
import { messages as lists } from './list-messages.ts'
import { messages } from './messages.ts'
import { OriginLine } from './origin-line.tsx'

type Outcome = NonNullable<RankedListAnswer['outcome']>
type Row = Outcome['rows'][number]

/** A column for each reviewer's letter, so that every raw score can be added up by hand. */
const reviewerColumns = (outcome: Outcome): Column<Row>[] =>
  outcome.reviewers.map(({ reviewer }) => ({
    key: `reviewer-${reviewer}`,
    title: reviewer,
    numeric: true,
    value: row => row.scores.find(score => score.reviewer === reviewer)?.points,
    cell: row => row.scores.find(score => score.reviewer === reviewer)?.points ?? '—',
  }))

/** The scores of a review as they were published: raw scores by letter, adjusted scores, preference points, total. */
export function ReviewOutcome({ outcome }: { outcome: Outcome }): ReactNode {
  const t = useText(messages)
  const words = useText(lists)
  const inLanguage = useBilingual()
  const { leniency, agreement } = outcome
  return (
    <>
      <p className="quiet">{words('outcomeLead')}</p>
      <OriginLine origin={outcome.origin} />
      {leniency.status === 'not-adjusted' ? (
        <Notice tone="unknown">{words('notAdjusted', { why: inLanguage(leniency.message) })}</Notice>
      ) : null}
      <DataTable
        name="score-"
        caption={outcome.title}
        rows={outcome.rows}
        rowKey={row => row.applicationId}
        columns={[
          {
            key: 'county',
            title: t('county'),
            value: row => row.countyName,
            cell: row => <Link href={`/public/counties/${row.countyCode}`}>{row.countyName}</Link>,
          },
          { key: 'rank', title: t('rank'), value: row => row.rank, numeric: true },
          ...reviewerColumns(outcome),
          { key: 'raw', title: words('rawMean'), value: row => row.rawMean.text, numeric: true },
          {
            key: 'adjusted',
            title: words('adjusted'),
            value: row => row.adjusted?.text,
            cell: row => row.adjusted?.text ?? '—',
            numeric: true,
          },
          { key: 'preference', title: words('preference'), value: row => row.preferencePoints, numeric: true },
          { key: 'total', title: words('total'), value: row => row.total.text, numeric: true },
          { key: 'tie', title: words('tie'), value: row => row.tieBrokenBy ?? '—' },
        ]}
      />
      <p className="quiet">{words('agreement', { icc: agreement.single ?? '—', alpha: agreement.alpha ?? '—' })}</p>
    </>
  )
}
