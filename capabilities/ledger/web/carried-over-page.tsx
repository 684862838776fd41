import type { ReactNode } from 'react'
import { Button, ClauseLink, DataTable, Link, Loaded, Select, StateTag, useApi, useMay, useText, useOrder } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import { wan } from './money-table.tsx'
import { paperOf, PaperFields, useYearChoices } from './paper-fields.tsx'
import type { MoneyRow } from './view.ts'

type View = { asOf: string; year: number; rule: { value: number; clause: string }; rows: MoneyRow[] }
type State = NonNullable<MoneyRow['carriedOver']>['state']

const tones: Record<State, Tone> = { 'to-reclaim': 'must', 'counting-down': 'should', current: 'info' }
const words = { 'to-reclaim': 'toReclaim', 'counting-down': 'countingDown', current: 'current' } as const
const isProvince = (row: MoneyRow): boolean => row.countyCode.endsWith('0000')

function ReclaimForm({ row }: { row: MoneyRow }): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/ledger/${isProvince(row) ? 'provinces' : 'counties'}/${row.countyCode}/reclaims`)
  return (
    <FormDrawer
      kind="link"
      title={t('reclaim')}
      submitLabel={t('reclaim')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post(paperOf(fields))}
    >
      <p>{`${row.placeName} ${wan(row.unspent)} ${t('wan')}：${t('reclaimLead')}`}</p>
      <PaperFields amount={false} years={row} />
    </FormDrawer>
  )
}

function ReassignForm({ row }: { row: MoneyRow }): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/ledger/provinces/${row.countyCode}/reassignments`)
  const { today, years } = useYearChoices()
  const post = (fields: Record<string, string>) =>
    order.post({
      ...paperOf(fields),
      amountYuan: fields.amount ?? '',
      toBudgetYear: Number(fields.toBudgetYear),
      toBatchYear: Number(fields.toBatchYear),
    })
  return (
    <FormDrawer
      kind="link"
      title={t('reassign')}
      submitLabel={t('reassign')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={post}
    >
      <PaperFields years={row} purpose />
      <Select name="toBudgetYear" label={t('toYear')} choices={years} defaultValue={today.slice(0, 4)} />
      <Select name="toBatchYear" label={t('toBatch')} choices={years} defaultValue={today.slice(0, 4)} />
    </FormDrawer>
  )
}

function Actions({ row }: { row: MoneyRow }): ReactNode {
  const may = useMay()
  if (!may('ledger.reclaim')) return '—'
  const taken = row.carriedOver?.state === 'to-reclaim' && BigInt(row.unspent) > 0n
  const waits = isProvince(row) && BigInt(row.pool) > 0n
  if (!taken && !waits) return '—'
  return (
    <>
      {taken ? <ReclaimForm row={row} /> : null}
      {waits ? <ReassignForm row={row} /> : null}
    </>
  )
}

function State({ row }: { row: MoneyRow }): ReactNode {
  const t = useText(messages)
  return row.carriedOver ? <StateTag tone={tones[row.carriedOver.state]}>{t(words[row.carriedOver.state])}</StateTag> : '—'
}

/** 存量资金 (3.7): what is to be taken back, the countdown of what will be, and what waits in the pool. */
export default function CarriedOverPage(): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const query = useApi<View>('/api/ledger/carried-over')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('carriedOver')}
          asOf={view.asOf}
          source={t('source')}
          actions={<Button onClick={() => window.print()}>{ofFilter('print')}</Button>}
        >
          <p>
            {t('carriedLead', { year: view.year - view.rule.value, years: view.rule.value })} <ClauseLink clause={view.rule.clause} />
          </p>
          <Section title={t('carriedOver')}>
            <DataTable
              caption={t('carriedOver')}
              rows={view.rows}
              asOf={view.asOf}
              empty={t('none')}
              rowKey={row => `${row.countyCode} ${row.budgetYear} ${row.batchYear}`}
              columns={[
                {
                  key: 'place',
                  title: t('place'),
                  value: row => row.placeName,
                  cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link>,
                },
                { key: 'year', title: t('year'), value: row => row.budgetYear },
                { key: 'batch', title: t('batch'), value: row => row.batchYear },
                { key: 'unspent', title: `${t('unspent')}（${t('wan')}）`, fen: row => BigInt(row.unspent), unit: 'wan' },
                { key: 'pool', title: `${t('pool')}（${t('wan')}）`, fen: row => BigInt(row.pool), unit: 'wan' },
                {
                  key: 'state',
                  title: t('state'),
                  value: row => (row.carriedOver ? t(words[row.carriedOver.state]) : ''),
                  cell: row => <State row={row} />,
                },
                { key: 'from', title: t('reclaimable'), value: row => row.carriedOver?.reclaimableFrom ?? '' },
                { key: 'left', title: t('daysLeft'), numeric: true, value: row => row.carriedOver?.daysLeft ?? null },
                { key: 'do', title: ofFilter('action'), cell: row => <Actions row={row} /> },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
