import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ClauseLink, DataTable, Link, Loaded, Notice, useApi, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { Bilingual, FactorSheet } from '@jincun/policy'
import { fillLedgerRates } from '../fill-ledger-rates.ts'
import type { InputGrid } from '../read-input-grid.ts'
import { ledgerRatesMessages } from './ledger-rates-messages.ts'

type Rate = {
  provinceCode: string
  name: string
  percent: string | null
  paid: string | null
  received: string | null
  batchYears: number[]
}
type View = { asOf: string; day: string; formula: Bilingual | null; clause: string | null; rates: Rate[] }

function RateTable({ view }: { view: View }): ReactNode {
  const t = useText(ledgerRatesMessages)
  const amount = (key: 'paid' | 'received') => ({
    key,
    title: t(key),
    fen: (row: Rate) => (row[key] === null ? null : BigInt(row[key])),
    unit: 'wan' as const,
  })
  return (
    <DataTable
      name="ledger-rates-"
      caption={t('title')}
      rows={view.rates.toSorted((a, b) => Number(a.percent === null) - Number(b.percent === null))}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => row.provinceCode}
      columns={[
        {
          key: 'province',
          title: t('province'),
          value: row => row.name,
          cell: row => (row.percent === null ? row.name : <Link href={`/ledger?place=${row.provinceCode}`}>{row.name}</Link>),
        },
        { key: 'rate', title: t('rate'), numeric: true, value: row => row.percent, cell: row => row.percent ?? t('noData') },
        amount('paid'),
        amount('received'),
        { key: 'batches', title: t('batches'), value: row => row.batchYears.join('、'), cell: row => row.batchYears.join('、') || '—' },
      ]}
    />
  )
}

type FillProps = { sheet: FactorSheet; grid: InputGrid; source: string; onFill: (grid: InputGrid, source: string) => void }

/** What the ledger can say of a factor of the sheet; filling it in is a person's choice, and the sheet's source says so. */
export function LedgerRates({ year, sheet, grid, source, onFill }: FillProps & { year: number }): ReactNode {
  const t = useText(ledgerRatesMessages)
  const inLanguage = useBilingual()
  const query = useApi<View>(`/api/allocations/${year}/ledger-rates`)
  const [done, setDone] = useState(0)
  const fill = (view: View): void => {
    const { grid: next, filled } = fillLedgerRates(grid, sheet, view.rates)
    const note = t('sourceNote', { n: filled, formula: view.formula ? inLanguage(view.formula) : '', day: view.day })
    onFill(next, [source, note].filter(Boolean).join('；').slice(0, 1000))
    setDone(filled)
  }
  return (
    <Loaded query={query}>
      {view => {
        const n = fillLedgerRates(grid, sheet, view.rates).filled
        return (
          <Section title={t('title')} actions={n > 0 ? <Button onClick={() => fill(view)}>{t('fill', { n })}</Button> : null}>
            <p className="quiet">
              {t('lead')} {view.formula ? `${t('formula')}：${inLanguage(view.formula)}` : t('noneKnown')}{' '}
              {view.clause ? <ClauseLink clause={view.clause} /> : null}
            </p>
            {done > 0 ? <Notice tone="should">{t('filled', { n: done })}</Notice> : null}
            <RateTable view={view} />
          </Section>
        )
      }}
    </Loaded>
  )
}
