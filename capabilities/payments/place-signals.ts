import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { MoneyRow, MoneySource, StepTimer } from '@jincun/ledger'
import type { PolicyPack, RowRef } from '@jincun/policy'
import { sumFen } from '@jincun/projects'
import type { PlanVersion } from '@jincun/projects'
import { numberFor } from './payment-signal.ts'
import type { PaymentSignal } from './payment-signal.ts'

/** A row of the money map with how long it has lain and what its clocks say. */
export type PlaceMoney = MoneyRow & {
  placeName: string
  lastMoved: string | null
  idleDays: number | null
  timers: readonly StepTimer[]
}

const batchOf = ({ budgetYear, batchYear }: PlaceMoney): string => `${budgetYear}/${batchYear}`

const rowOf = ({ countyCode, placeName, budgetYear, batchYear }: PlaceMoney): RowRef => ({
  kind: 'county-money',
  key: countyCode,
  label: `${placeName} ${budgetYear}/${batchYear}`,
})
const signal = (code: string, countyCode: string, aspect: string, zh: string, en: string, rows: RowRef[]): PaymentSignal => ({
  code,
  countyCode,
  message: { zh, en },
  requestIds: [],
  aspect,
  rows,
})

/** Money that has not moved for long (rows 14 and 19). */
const idle = (rows: readonly PlaceMoney[], days: number): PaymentSignal[] =>
  rows
    .filter(row => row.source === 'central' && row.unspent > 0n && (row.idleDays ?? 0) > days)
    .map(row =>
      signal(
        'idle-balance',
        row.countyCode,
        `${batchOf(row)} since ${row.lastMoved ?? ''}`,
        `${row.placeName}${row.budgetYear}年预算${row.batchYear}年批次的${formatWanYuan(row.unspent)}万元已${row.idleDays}天没有动。`,
        `${formatWanYuan(row.unspent)} × 10,000 yuan of ${row.placeName}, budget ${row.budgetYear}, have not moved for ${row.idleDays} days.`,
        [rowOf(row)],
      ),
    )

/** Steps beyond their limit: "14 months from notice to first payment" is seen on the first day after it (row 22). */
const late = (rows: readonly PlaceMoney[]): PaymentSignal[] =>
  rows.flatMap(row =>
    row.timers
      .filter(({ state }) => state === 'late')
      .map(({ step, title, days, limitDays }) =>
        signal(
          'step-late',
          row.countyCode,
          `${step} ${batchOf(row)}`,
          `${row.placeName}${row.batchYear}年批次：${title.zh}已${days}天，期限${limitDays}天。`,
          `${row.placeName}, batch ${row.batchYear}: ${title.en}, day ${days} of ${limitDays}.`,
          [rowOf(row)],
        ),
      ),
  )

const words = { local: { zh: '地方配套', en: 'Local match' }, enterprise: { zh: '企业投入', en: 'Enterprise money' } } as const

/** Matching money that lags behind the central money paid (row 34): paid ÷ planned central − received ÷ promised, in points. */
function behind(rows: readonly PlaceMoney[], plan: PlanVersion, points: bigint): PaymentSignal[] {
  const own = rows.filter(row => row.countyCode === plan.countyCode && row.batchYear === plan.year)
  const sum = (source: MoneySource, key: 'received' | 'paid'): Fen =>
    own.filter(row => row.source === source).reduce((total, row) => total + row[key], 0n)
  const central = sumFen(plan.lines, ({ money }) => money.centralFen)
  const [paid, first] = [sum('central', 'paid'), own[0]]
  return (['local', 'enterprise'] as const).flatMap(source => {
    const promised = sumFen(plan.lines, ({ money }) => (source === 'local' ? money.localFen : money.enterpriseFen))
    const received = sum(source, 'received')
    if (!first || central === 0n || promised === 0n || received >= promised) return []
    if ((paid * promised - received * central) * 100n < points * central * promised) return []
    const named = words[source]
    return [
      signal(
        'matching-behind',
        plan.countyCode,
        `${source} ${plan.year}`,
        `${first.placeName}${plan.year}年方案承诺${named.zh}${formatWanYuan(promised)}万元，到位${formatWanYuan(received)}万元；中央资金已拨付${formatWanYuan(paid)}万元（方案${formatWanYuan(central)}万元）。`,
        `${first.placeName}, plan of ${plan.year}: ${named.en} promised ${formatWanYuan(promised)}, received ${formatWanYuan(received)}; central money paid ${formatWanYuan(paid)} of ${formatWanYuan(central)} (10,000 yuan).`,
        [{ kind: 'plan', key: `${plan.countyCode}/${plan.year}`, label: `${first.placeName} ${plan.year}` }, ...own.map(rowOf)],
      ),
    ]
  })
}

/** Signals on the money of places, by the numbers of `year`: idle, late, matching money behind. */
export const placeSignals = (
  rows: readonly PlaceMoney[],
  plans: readonly PlanVersion[],
  pack: PolicyPack,
  year: number,
): PaymentSignal[] => {
  const points = BigInt(numberFor(pack, 'matching-behind-points', year))
  return [...idle(rows, numberFor(pack, 'idle-balance-days', year)), ...late(rows), ...plans.flatMap(plan => behind(rows, plan, points))]
}
