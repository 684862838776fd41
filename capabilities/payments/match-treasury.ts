import type { Fen } from '@jincun/kernel'

/** One line of the treasury's payment file. */
export type TreasuryLine = { row: number; voucher: string; paidOn: string; payee: string; amount: Fen; bounced: boolean }
/** A request that waits for the treasury, or was paid. */
export type Payable = { id: string; state: string; payee: string; amount: Fen; voucher: string | null }

export type TreasuryMatch = {
  line: TreasuryLine
  outcome: 'to-post' | 'posted-before' | 'to-bounce' | 'bounced-before' | 'amount-differs' | 'unknown' | 'ambiguous' | 'voucher-twice'
  requestId: string | null
  /** What the request asks, where the amounts differ. */
  expected: Fen | null
}

const outcome = (line: TreasuryLine, kind: TreasuryMatch['outcome'], request?: Payable): TreasuryMatch => ({
  line,
  outcome: kind,
  requestId: request?.id ?? null,
  expected: request?.amount ?? null,
})

function matchOne(line: TreasuryLine, payables: readonly Payable[], taken: ReadonlySet<string>): TreasuryMatch {
  const known = payables.find(({ voucher }) => voucher === line.voucher)
  if (known && known.amount !== line.amount) return outcome(line, 'amount-differs', known)
  if (known && line.bounced) return outcome(line, known.state === 'bounced' ? 'bounced-before' : 'to-bounce', known)
  if (known) return outcome(line, 'posted-before', known)
  const waiting = payables.filter(each => each.state === 'approved' && each.payee === line.payee && !taken.has(each.id))
  const exact = waiting.filter(({ amount }) => amount === line.amount)
  const [first] = exact
  if (first && !line.bounced) return exact.length === 1 ? outcome(line, 'to-post', first) : outcome(line, 'ambiguous')
  return waiting.length === 1 && !line.bounced ? outcome(line, 'amount-differs', waiting[0]) : outcome(line, 'unknown')
}

/** Matches the treasury's lines with requests: by voucher number first, then by payee and amount where only one waits. Differences are shown, never guessed. */
export function matchTreasury(
  lines: readonly TreasuryLine[],
  payables: readonly Payable[],
): { matches: TreasuryMatch[]; notInFile: Payable[] } {
  const taken = new Set<string>()
  const vouchers = Map.groupBy(lines, line => `${line.voucher} ${line.bounced}`)
  const matches = lines.map(line => {
    if ((vouchers.get(`${line.voucher} ${line.bounced}`)?.length ?? 0) > 1) return outcome(line, 'voucher-twice')
    const match = matchOne(line, payables, taken)
    if (match.requestId) taken.add(match.requestId)
    return match
  })
  return { matches, notInFile: payables.filter(({ id, state }) => state === 'approved' && !taken.has(id)) }
}
