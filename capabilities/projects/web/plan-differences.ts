import { formatWanYuan } from '@jincun/kernel'
import type { Difference } from '@jincun/ui/console'
import type { PlanLine } from '../index.ts'

type Words = {
  term: (list: 'area' | 'mode' | 'category', id: string) => string
  heads: Record<'project' | 'line' | 'category' | 'area' | 'mode' | 'central' | 'local' | 'enterprise', string>
}

const wan = (fen: string): string => formatWanYuan(BigInt(fen))

const factsOf = (line: PlanLine, { term, heads }: Words): [string, string][] => [
  [heads.project, line.projectName],
  [heads.line, line.name],
  [heads.category, term('category', line.category) || line.categoryText || '—'],
  [heads.area, term('area', line.supportArea)],
  [heads.mode, term('mode', line.supportMode)],
  [heads.central, wan(line.money.centralFen)],
  [heads.local, wan(line.money.localFen)],
  [heads.enterprise, wan(line.money.enterpriseFen)],
]

const whole = (line: PlanLine, words: Words): string =>
  factsOf(line, words)
    .map(([head, value]) => `${head}：${value}`)
    .join('；')

/** What differs between two versions of a plan, line by line; a line keeps its id over all versions. */
export function planDifferences(before: readonly PlanLine[], after: readonly PlanLine[], words: Words): Difference[] {
  const old = new Map(before.map(line => [line.id, line]))
  const now = new Map(after.map(line => [line.id, line]))
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map(line => ({ path: line.id, label: line.name, before: whole(line, words), after: null }))
  const rest = after.flatMap((line): Difference[] => {
    const was = old.get(line.id)
    if (!was) return [{ path: line.id, label: line.name, before: null, after: whole(line, words) }]
    const [left, right] = [factsOf(was, words), factsOf(line, words)]
    return right.flatMap(([head, value], index) => {
      const former = left[index]?.[1] ?? ''
      return former === value ? [] : [{ path: `${line.id} ${head}`, label: `${was.name} · ${head}`, before: former, after: value }]
    })
  })
  return [...gone, ...rest]
}
