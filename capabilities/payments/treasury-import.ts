import type { Fen } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { matchTreasury } from './match-treasury.ts'
import type { Payable, TreasuryLine, TreasuryMatch } from './match-treasury.ts'

/** What the comparison said of a line of the file, or of a request that waits and is not in it (`missing`). */
export type TreasuryVerdict = TreasuryMatch['outcome'] | 'missing'

export const treasuryVerdicts: Record<TreasuryVerdict, Bilingual> = {
  'to-post': { zh: '相符，待登记', en: 'Matches, to be posted' },
  'posted-before': { zh: '已登记', en: 'Posted' },
  'to-bounce': { zh: '退票，待冲回', en: 'Bounced, to be reversed' },
  'bounced-before': { zh: '退票已冲回', en: 'Bounced and reversed' },
  'amount-differs': { zh: '金额不符', en: 'Amount differs' },
  unknown: { zh: '没有对应申请', en: 'No such request' },
  ambiguous: { zh: '有多笔相同申请', en: 'Several requests alike' },
  'voucher-twice': { zh: '凭证号在文件中重复', en: 'Voucher twice in the file' },
  missing: { zh: '待支付但文件中没有', en: 'Waiting, not in the file' },
}

/** One row of a kept import, as it was judged when the file came. `line` is null for a request that the file lacks. */
export type ImportRow = {
  number: number
  verdict: TreasuryVerdict
  line: TreasuryLine | null
  requestId: string | null
  payee: string
  /** What the request asks, where there is one. */
  expected: Fen | null
}

/** `ready` can be posted, `settled` needs nothing more, `open` waits for a person, `explained` was closed by one with a reason. */
export type RowStanding = 'ready' | 'settled' | 'open' | 'explained'

export const rowStandings: Record<RowStanding, Bilingual> = {
  ready: { zh: '待登记', en: 'To be posted' },
  settled: { zh: '已办结', en: 'Settled' },
  open: { zh: '差异未处理', en: 'Open difference' },
  explained: { zh: '差异已说明', en: 'Explained' },
}

/** Every line of the file and every request it lacks, numbered from 1, with what the comparison says of each. */
export function importRows(lines: readonly TreasuryLine[], payables: readonly Payable[]): ImportRow[] {
  const { matches, notInFile } = matchTreasury(lines, payables)
  const rows = [
    ...matches.map(({ line, outcome, requestId, expected }) => ({ verdict: outcome, line, requestId, payee: line.payee, expected })),
    ...notInFile.map(({ id, payee, amount }) => ({ verdict: 'missing' as const, line: null, requestId: id, payee, expected: amount })),
  ]
  return rows.map((row, index) => ({ number: index + 1, ...row }))
}

function standingOf(verdict: TreasuryVerdict, explained: boolean): RowStanding {
  if (verdict === 'posted-before' || verdict === 'bounced-before') return 'settled'
  if (explained) return 'explained'
  return verdict === 'to-post' || verdict === 'to-bounce' ? 'ready' : 'open'
}

export type StandingRow = ImportRow & { now: TreasuryVerdict; standing: RowStanding }

/**
 * How each row of a kept import stands against the requests of today. A row is closed by what was done with its request since, or by a person's
 * explanation, and by nothing else: a difference nobody explained stays open.
 * @param explained numbers of the rows a person explained.
 */
export function rowsNow(rows: readonly ImportRow[], payables: readonly Payable[], explained: ReadonlySet<number>): StandingRow[] {
  const lines = rows.flatMap(({ line }) => (line ? [line] : []))
  const { matches } = matchTreasury(lines, payables)
  const ofLine = new Map(matches.map(match => [match.line, match]))
  const waits = new Set(payables.filter(({ state }) => state === 'approved').map(({ id }) => id))
  return rows.map(row => {
    const match = row.line && ofLine.get(row.line)
    if (match) {
      const { outcome, requestId, expected } = match
      return { ...row, requestId, expected, now: outcome, standing: standingOf(outcome, explained.has(row.number)) }
    }
    const gone = row.requestId === null || !waits.has(row.requestId)
    return { ...row, now: 'missing', standing: gone ? 'settled' : standingOf('missing', explained.has(row.number)) }
  })
}
