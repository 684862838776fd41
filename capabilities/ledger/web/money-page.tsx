import type { ReactNode } from 'react'
import { Button, ClauseLink, DataTable, FigureRow, FigureWithSource, Link, Loaded, Notice, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { FilterBar, useMoneyFilter } from './filter-bar.tsx'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import { MoneyTable, wan } from './money-table.tsx'
import { sources } from './view.ts'
import type { MoneyView } from './view.ts'

/** Where the entries behind a sum can be read: the place's own book, or the rows of the map below. */
const rowsOf = (view: MoneyView): string => {
  const places = [...new Set(view.rows.filter(row => !row.countyCode.endsWith('0000')).map(row => row.countyCode))]
  return places.length === 1 ? `/ledger/money/${places[0]}` : '#money-map'
}

function Figures({ view }: { view: MoneyView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const sum = (key: 'received' | 'paid' | 'unspent') => view.ageing.reduce((total, row) => total + BigInt(row[key]), 0n)
  const figure = { source: t('source'), asOf: view.asOf, rowsHref: rowsOf(view) }
  const known = (key: 'received' | 'paid' | 'unspent') => (view.ageing.length === 0 ? null : wan(String(sum(key))))
  return (
    <>
      <FigureRow>
        <FigureWithSource label={t('received')} value={known('received')} unit={t('wan')} {...figure} />
        <FigureWithSource label={t('paid')} value={known('paid')} unit={t('wan')} {...figure} />
        <FigureWithSource label={t('unspent')} value={known('unspent')} unit={t('wan')} {...figure} />
        <FigureWithSource label={t('rate')} value={view.rate?.percent ?? null} unit="%" {...figure} />
      </FigureRow>
      {view.rate ? (
        <p className="quiet">
          {t('formula')}：{inLanguage(view.rate.formula)} <ClauseLink clause={view.rate.clause} />
        </p>
      ) : (
        <Notice tone="must" title={t('rulesMissing', { year: view.rules.year })}>
          {view.rules.missing.join('、')}
        </Notice>
      )}
    </>
  )
}

function Ageing({ view }: { view: MoneyView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="age-"
      caption={t('ageing')}
      rows={view.ageing}
      asOf={view.asOf}
      rowKey={row => `${row.budgetYear} ${row.batchYear}`}
      columns={[
        { key: 'year', title: t('year'), value: row => row.budgetYear },
        { key: 'batch', title: t('batch'), value: row => row.batchYear },
        {
          key: 'received',
          title: `${t('received')}（${t('wan')}）`,
          fen: row => BigInt(row.received),
          unit: 'wan',
        },
        { key: 'paid', title: `${t('paid')}（${t('wan')}）`, fen: row => BigInt(row.paid), unit: 'wan' },
        {
          key: 'unspent',
          title: `${t('unspent')}（${t('wan')}）`,
          fen: row => BigInt(row.unspent),
          unit: 'wan',
        },
        { key: 'places', title: t('places'), numeric: true, value: row => row.places },
      ]}
    />
  )
}

function Rates({ view }: { view: MoneyView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="rate-"
      caption={t('rates')}
      rows={view.rates}
      asOf={view.asOf}
      rowKey={row => row.countyCode}
      columns={[
        {
          key: 'place',
          title: t('place'),
          value: row => row.placeName,
          cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link>,
        },
        { key: 'numerator', title: t('paidOf'), fen: row => BigInt(row.numerator), unit: 'wan' },
        { key: 'denominator', title: t('receivedOf'), fen: row => BigInt(row.denominator), unit: 'wan' },
        { key: 'rate', title: `${t('rate')}（%）`, numeric: true, value: row => row.percent },
      ]}
    />
  )
}

/** 撬动 (3.0): what came beside central money, county by county, with its formula; each county opens to the entries. */
function LeverageTable({ view }: { view: MoneyView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [first] = view.leverage
  const amount = (key: 'central' | 'local' | 'enterprise') => ({
    key,
    title: `${inLanguage(sources[key])}（${t('wan')}）`,
    fen: (row: MoneyView['leverage'][number]) => BigInt(row[key]),
    unit: 'wan' as const,
  })
  return (
    <>
      {first ? (
        <p className="quiet">
          {t('formula')}：{inLanguage(first.formula)} <ClauseLink clause={first.clause} />
        </p>
      ) : null}
      <DataTable
        name="leverage-"
        caption={t('leverage')}
        rows={view.leverage}
        asOf={view.asOf}
        rowKey={row => row.countyCode}
        columns={[
          {
            key: 'place',
            title: t('place'),
            value: row => row.placeName,
            cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link>,
          },
          ...(['central', 'local', 'enterprise'] as const).map(amount),
          { key: 'perYuan', title: t('perYuan'), numeric: true, value: row => row.perYuan },
        ]}
      />
    </>
  )
}

/** Where the money of the places in one's charge stands. */
export default function MoneyPage(): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const query = useApi<MoneyView>('/api/ledger/money', useMoneyFilter())
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('money')}
          lead={t('moneyLead')}
          asOf={view.asOf}
          source={t('source')}
          actions={<Button onClick={() => window.print()}>{ofFilter('print')}</Button>}
        >
          <FilterBar years={view} />
          <Figures view={view} />
          <div id="money-map">
            <Section title={t('rows')}>
              <MoneyTable rows={view.rows} asOf={view.asOf} />
            </Section>
          </div>
          <Section title={t('ageing')}>
            <Ageing view={view} />
          </Section>
          <Section title={t('rates')}>
            <Rates view={view} />
          </Section>
          <Section title={t('leverage')}>
            <LeverageTable view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
