import type { ReactNode } from 'react'
import { mayProceed, stops, wantsReason } from '@jincun/policy'
import type { Finding, Reasons } from '@jincun/policy'
import { useBilingual, useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import { TextArea } from './field.tsx'
import { Notice, StateTag } from './notice.tsx'
import type { Tone } from './notice.tsx'
import './finding-list.css'

type FindingListProps = {
  findings: readonly Finding[]
  reasons?: Reasons
  /** Given when the reader may record reasons for unmet `should` findings. */
  onReason?: (code: string, reason: string) => void
  /** Where a row of a finding can be read; rows without an address are named only. */
  rowHref?: (row: Finding['rows'][number]) => string | null
}

const toneOf = (finding: Finding): Tone => (finding.status === 'met' ? 'met' : finding.status === 'unknown' ? 'unknown' : finding.force)

/** What stops comes first, then what wants a reason, then what is unknown, then what is met. */
const weight = (finding: Finding): number => (stops(finding) ? 0 : finding.status === 'unmet' ? 1 : finding.status === 'unknown' ? 2 : 3)

function Rows({ finding, rowHref }: { finding: Finding; rowHref: FindingListProps['rowHref'] }): ReactNode {
  const t = useText(uiMessages)
  if (finding.rows.length === 0) return null
  return (
    <details className="finding-rows">
      <summary>
        {t('rows')} <span className="number">{finding.rows.length}</span>
      </summary>
      <ul>
        {finding.rows.map(row => {
          const href = rowHref?.(row)
          return <li key={`${row.kind}/${row.key}`}>{href ? <a href={href}>{row.label}</a> : row.label}</li>
        })}
      </ul>
    </details>
  )
}

function Item({ finding, reasons = {}, onReason, rowHref }: FindingListProps & { finding: Finding }): ReactNode {
  const t = useText(uiMessages)
  const inLanguage = useBilingual()
  const reason = reasons[finding.code] ?? ''
  const mayReason = finding.force === 'should' && finding.status === 'unmet'
  return (
    <li className={`finding notice-${toneOf(finding)}`} id={`finding-${finding.code}`}>
      <div className="finding-head">
        <StateTag tone={toneOf(finding)}>{t(finding.status)}</StateTag>
        <span className="finding-force">{t(finding.force)}</span>
        <span className="finding-message">{inLanguage(finding.message)}</span>
      </div>
      <div className="finding-facts quiet">
        <span>
          {t('measured')} <b className="number">{finding.measured ?? t('noData')}</b>
        </span>
        <span>
          {t('required')} <b className="number">{finding.required}</b>
        </span>
        <ClauseLink clause={finding.clause} />
      </div>
      <Rows finding={finding} rowHref={rowHref} />
      {mayReason && onReason ? (
        <TextArea label={t('reason')} rows={2} defaultValue={reason} onBlur={event => onReason(finding.code, event.target.value)} />
      ) : null}
      {mayReason && !onReason && reason ? (
        <p>
          {t('reasonSaved')}：{reason}
        </p>
      ) : null}
    </li>
  )
}

/** What the rules say of a record, worst first; whether one may go on is said on top. */
export function FindingList(props: FindingListProps): ReactNode {
  const { findings, reasons = {} } = props
  const t = useText(uiMessages)
  if (findings.length === 0) return <p className="quiet">{t('noFindings')}</p>
  const count = (status: Finding['status']): number => findings.filter(finding => finding.status === status).length
  const open = mayProceed(findings, reasons)
  const tone = open ? 'met' : findings.some(stops) ? 'must' : 'should'
  const sorted = findings.toSorted(
    (left, right) => weight(left) - weight(right) || Number(wantsReason(right, reasons)) - Number(wantsReason(left, reasons)),
  )
  return (
    <section className="finding-list">
      <Notice tone={tone} title={t(open ? 'mayProceed' : 'mayNotProceed')}>
        {t('findingsSummary', { all: findings.length, met: count('met'), unmet: count('unmet'), unknown: count('unknown') })}
      </Notice>
      <ul>
        {sorted.map(finding => (
          <Item key={`${finding.code}/${finding.where ?? ''}`} {...props} finding={finding} />
        ))}
      </ul>
    </section>
  )
}
