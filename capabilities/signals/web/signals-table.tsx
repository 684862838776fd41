import type { ReactNode } from 'react'
import { DataTable, EmptyState, formatInstant, Link, StateTag, useBilingual, useText } from '@jincun/ui'
import { useMeasured } from './measured-text.ts'
import { messages } from './messages.ts'
import type { RulesView, SignalLine, SignalsView } from './view.ts'

export function OutcomeTag({ outcome }: { outcome: SignalLine['outcome'] }): ReactNode {
  const t = useText(messages)
  if (outcome === null) return <StateTag tone="should">{t('open')}</StateTag>
  return <StateTag tone={outcome === 'confirmed' ? 'must' : 'met'}>{t(outcome)}</StateTag>
}

type Props = { county: string; view: SignalsView; rules: RulesView; page: number; onPage: (page: number) => void }

/** Signals of a county, newest first; each opens to its rows. */
export function SignalsTable({ county, view, rules, page, onPage }: Props): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { measured, threshold } = useMeasured()
  const titles = new Map(rules.rows.map(rule => [rule.code, inLanguage(rule.title)]))
  return (
    <DataTable
      name="signals-"
      caption={t('signals')}
      rows={view.rows}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => row.id}
      served={{ total: view.total, page, pages: Math.max(1, Math.ceil(view.total / view.size)), onPage }}
      empty={<EmptyState title={t('noSignals')}>{t('noSignalsHint')}</EmptyState>}
      columns={[
        {
          key: 'rule',
          title: t('rule'),
          value: row => titles.get(row.rule) ?? row.rule,
          cell: row => <Link href={`/signals/${county}/${row.id}`}>{titles.get(row.rule) ?? row.rule}</Link>,
        },
        { key: 'subject', title: t('subject'), value: row => `${t(row.subjectKind)} ${row.subjectCode}` },
        { key: 'measured', title: t('measured'), value: measured },
        { key: 'threshold', title: t('threshold'), value: row => threshold(row.rule, row.threshold) },
        { key: 'period', title: t('period'), value: row => `${row.from} – ${row.to}` },
        { key: 'outcome', title: t('outcome'), value: row => t(row.outcome ?? 'open'), cell: row => <OutcomeTag outcome={row.outcome} /> },
        { key: 'raised', title: t('raised'), value: row => row.raisedAt, cell: row => formatInstant(row.raisedAt) },
      ]}
    />
  )
}
