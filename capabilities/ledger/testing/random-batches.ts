import { accountsOfPath, fundOf, leg, legId, lineAccount } from '../index.ts'
import type { AccountSpec, MovementPaper, Transfer } from '../index.ts'

export const testBatch = { source: 'central', budgetYear: 2020, batchYear: 2020 } as const
export const testPaper = (id: string, realm = 'demo'): MovementPaper => ({
  id,
  realm,
  businessDate: '2020-05-20',
  document: '（测试）1号',
  clause: 'notice-2020/5.6',
  reason: '',
  recordKind: '',
  recordId: '',
})

/** A seeded die (mulberry32): whole numbers from 0 to n − 1. */
export function diceOf(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return sides => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const pathOf = (countyCode: string, index: number) => ({
  countyCode,
  batch: testBatch,
  line: { id: `line-${index}`, title: `（测试）明细${index}` },
  project: { id: `project-${index}`, title: `（测试）项目${index}` },
  contract: { id: `contract-${index}`, title: `（测试）合同${index}` },
})

/** Accounts that `randomBatches` moves money over. */
export const accountsOfBatches = (countyCode: string, lines: number): AccountSpec[] =>
  Array.from({ length: lines }, (_, index) => Object.values(accountsOfPath(pathOf(countyCode, index)))).flat()

/**
 * Batches that may be posted one after the other: money goes from the fund to lines, to projects, is held for payees, paid or let go.
 * The fund must hold enough: at most 100 分 a transfer.
 */
export function* randomBatches(countyCode: string, lines: number, seed: number, size: number): Generator<Transfer[]> {
  const die = diceOf(seed)
  const onLine = Array.from({ length: lines }, () => 0n)
  const open: { index: number; id: string; amount: bigint }[] = []
  let made = 0
  const one = (): Transfer[] => {
    const index = die(lines)
    const path = pathOf(countyCode, index)
    const { line, project, payee } = accountsOfPath(path)
    const paper = testPaper(legId(`random ${countyCode} ${seed}`, String(made++)))
    const held = onLine[index] ?? 0n
    const choice = die(4)
    if (choice === 0 && held > 1n) {
      const amount = BigInt(die(Number(held)) + 1)
      onLine[index] = held - amount
      const reserve = leg(paper, 'disburse', project, payee, amount, { name: 'reserve', phase: 'reserve' })
      open.push({ index, id: reserve.id, amount })
      return [leg(paper, 'assign', line, project, amount), reserve]
    }
    const held0 = choice === 1 ? open.splice(die(open.length || 1), 1)[0] : undefined
    if (held0) {
      const own = accountsOfPath(pathOf(countyCode, held0.index))
      const phase = die(3) === 0 ? 'void' : 'post'
      const resolved = leg(paper, 'disburse', own.project, own.payee, held0.amount, { name: phase, phase, reserves: held0.id })
      if (phase === 'post') return [resolved]
      onLine[held0.index] = (onLine[held0.index] ?? 0n) + held0.amount
      return [resolved, leg(paper, 'release-project', own.project, own.line, held0.amount)]
    }
    const amount = BigInt(die(100) + 1)
    onLine[index] = held + amount
    return [leg(paper, 'budget', fundOf(countyCode, testBatch), lineAccount(countyCode, testBatch, path.line.id, path.line.title), amount)]
  }
  for (;;) yield Array.from({ length: size }, one).flat()
}
