import type { Transaction } from '@jincun/db'
import { accept, monthsBetween, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { fullName, levelOfCode } from '@jincun/places'
import { places } from '@jincun/places/server'
import { goodsCategoriesFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { figuresOf, sumsOf } from '../index.ts'
import type { Figures, FigureSums } from '../index.ts'
import { figureCells, figureCoverage, partCells } from './figures-store.ts'
import type { Coverage } from './figures-store.ts'

export type FiguresView = Figures & {
  place: { code: string; name: string; level: string }
  from: string
  to: string
  source: string
  coverage: Coverage
  /** Provinces of the nation, counties of a province; none of a county. Only those with data. */
  parts: { code: string; name: string; up: FigureSums | null; down: FigureSums | null }[]
}

async function partsOf(tx: Transaction, place: string, from: string, to: string): Promise<FiguresView['parts']> {
  if (levelOfCode(place) === 'county') return []
  const cells = await partCells(tx, place, from, to)
  return [...Map.groupBy(cells, ({ code }) => code)].map(([code, own]) => ({
    code,
    name: fullName(places(), code),
    up: sumsOf(own.filter(({ direction }) => direction === 'up')),
    down: sumsOf(own.filter(({ direction }) => direction === 'down')),
  }))
}

const longestSpan = 120
const month = /^20\d\d-(0[1-9]|1[0-2])$/

const wrong = (where: string, zh: string, en: string) =>
  refuse({ kind: 'invalid' as const, code: 'figures-question', where, message: { zh, en } })

/** The figures of a place from month to month, read from the roll-ups, with as-of time and coverage. */
export async function readFigures(
  tx: Transaction,
  policy: PolicyPack,
  { place, from, to }: { place: string; from: string; to: string },
): Promise<Result<FiguresView>> {
  if (place !== '000000' && !places().byCode.has(place))
    return wrong('place', `没有行政区划代码 ${place}；请核对。`, `There is no place ${place}; check the code.`)
  if (!month.test(from) || !month.test(to) || from > to)
    return wrong('from', '月份写成 2020-05，起不晚于止。', 'Write months as 2020-05, the first not after the last.')
  const months = monthsBetween(from, to)
  if (months.length > longestSpan) return wrong('to', '一次最多 120 个月。', 'At most 120 months at once.')
  const cells = await figureCells(tx, place, from, to)
  return accept({
    place: { code: place, name: place === '000000' ? '全国' : fullName(places(), place), level: levelOfCode(place) },
    from,
    to,
    source: 'transaction_row → transaction_rollup',
    parts: await partsOf(tx, place, from, to),
    coverage: await figureCoverage(tx, place, from, to, months.length),
    ...figuresOf(cells, months, goodsCategoriesFor(policy, `${to}-01`)),
  })
}
