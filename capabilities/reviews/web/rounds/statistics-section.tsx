import type { ReactNode } from 'react'
import { DataTable, Field, FigureRow, FigureWithSource, Notice, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { OutcomeDocument } from '../../index.ts'
import { messages } from './outcome-messages.ts'
import type { OutcomeView } from './views.ts'

const short = (text: string | null, digits: number): string | null => (text === null ? null : Number(text).toFixed(digits))

/** Reliability and agreement; each figure says what it is and whose method. */
export function ReliabilitySection({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const { agreement, leniency } = view.document
  const figure = (label: string, value: string | null, source: string) => (
    <FigureWithSource label={label} value={value} source={source} asOf={view.asOf} rowsHref="#sheets" />
  )
  return (
    <Section title={t('statistics')}>
      <FigureRow>
        {figure(t('single'), short(agreement.single, 2), t('icc'))}
        {figure(t('average'), short(agreement.average, 2), t('icc'))}
        {figure(t('alpha'), short(agreement.alpha, 2), t('alphaSource'))}
        {leniency.status === 'fitted'
          ? figure(t('deviation'), short(leniency.residualDeviation, 2), t('deviationSource', { df: leniency.degreesOfFreedom }))
          : null}
      </FigureRow>
    </Section>
  )
}

/** A bar from the middle: to the right lenient, to the left strict. */
function EffectBar({ value, widest }: { value: number; widest: number }): ReactNode {
  const share = widest === 0 ? 0 : (Math.abs(value) / widest) * 50
  const x = value < 0 ? 50 - share : 50
  return (
    <svg className="effect-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="50" x2="50" y1="0" y2="10" />
      <rect x={x} y="2" width={share} height="6" />
    </svg>
  )
}

/** Leniency reviewer by reviewer, or why it is not estimated. */
export function LeniencySection({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { leniency, reviewers } = view.document
  const nameOf = (letter: string): string => view.reviewers.find(each => each.reviewer === letter)?.name ?? ''
  const widest = Math.max(0, ...reviewers.map(each => Math.abs(Number(each.leniency?.text ?? 0))))
  return (
    <Section title={t('leniency')}>
      {leniency.status === 'fitted' ? (
        <p className="quiet">{t('leniencyLead')}</p>
      ) : (
        <Notice tone="unknown" title={inLanguage(leniency.message)} />
      )}
      <DataTable
        name="leniency-"
        caption={t('leniency')}
        rows={reviewers}
        rowKey={row => row.reviewer}
        asOf={view.asOf}
        columns={[
          { key: 'reviewer', title: t('reviewer'), value: row => `${row.reviewer} ${nameOf(row.reviewer)}` },
          { key: 'reviews', title: t('reviews'), numeric: true, value: row => row.reviews },
          {
            key: 'effect',
            title: t('effect'),
            numeric: true,
            value: row => row.leniency?.text ?? null,
            cell: row =>
              row.leniency ? (
                <span title={row.leniency.exact}>
                  {Number(row.leniency.text) > 0 ? '+' : ''}
                  {Number(row.leniency.text).toFixed(2)}
                </span>
              ) : null,
          },
          { key: 'bar', title: '', cell: row => (row.leniency ? <EffectBar value={Number(row.leniency.text)} widest={widest} /> : null) },
        ]}
      />
    </Section>
  )
}

type StabilityProps = { view: OutcomeView; quota: string; setQuota: (quota: string) => void }

function Crossings({ document }: { document: OutcomeDocument }): ReactNode {
  const t = useText(messages)
  const names = (ids: readonly string[]): string =>
    ids.map(id => document.rows.find(row => row.applicationId === id)?.countyName ?? id).join('、')
  const { crossings, undecided } = document.stability
  const below = document.lines.some(line => line.places < document.rows.length)
  if (document.lines.length === 0) return <p className="quiet">{t('noLines')}</p>
  if (!below) return <p className="quiet">{t('beyond')}</p>
  return (
    <>
      {crossings.length === 0 && undecided.length === 0 ? <Notice tone="met" title={t('stable')} /> : null}
      {crossings.length > 0 ? (
        <Notice tone="should">
          <ul className="plain-list">
            {crossings.map(({ reviewer, line, up, down }) => (
              <li key={`${reviewer}/${line}`}>
                {t('crossing', { reviewer, up: names(up), down: names(down), line: t(line === 'quota' ? 'quotaName' : 'capName') })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {undecided.length > 0 ? <Notice tone="unknown" title={t('undecided', { reviewers: undecided.join('、') })} /> : null}
    </>
  )
}

/** Which places hang on one expert, at the real line or at one tried out. */
export function StabilitySection({ view, quota, setQuota }: StabilityProps): ReactNode {
  const t = useText(messages)
  const line = view.document.lines.find(each => each.id === 'quota')
  return (
    <Section title={t('stability')}>
      <div className="narrow">
        <Field
          label={t('quota')}
          hint={t('quotaHint')}
          type="number"
          min={0}
          placeholder={line ? String(line.places) : ''}
          value={quota}
          onChange={event => setQuota(event.target.value)}
        />
      </div>
      <Crossings document={view.document} />
    </Section>
  )
}
