import type { Bilingual, GoodsCategories } from '@jincun/policy'
import type { Direction } from './transaction.ts'

/** Sums of one direction. Money is 分, quantities thousandths. `netFen`: what was paid less what was paid back of those very orders. */
export type FigureSums = {
  orders: bigint
  quantityThousandths: bigint
  amountFen: bigint
  refundedOrders: bigint
  refundedFen: bigint
  netFen: bigint
}

/** A cell of the roll-ups, of one county or summed over several. */
export type FigureCell = Omit<FigureSums, 'netFen'> & { month: string; direction: Direction; category: number }

/** What a place reported in a span of months. Up and down stand apart; where nothing was reported stands null, never zero. */
export type Figures = {
  up: FigureSums | null
  down: FigureSums | null
  months: { month: string; up: FigureSums | null; down: FigureSums | null }[]
  categories: { code: number; id: string; title: Bilingual; group: string; direction: Direction; sums: FigureSums }[]
}

const nothing: FigureSums = { orders: 0n, quantityThousandths: 0n, amountFen: 0n, refundedOrders: 0n, refundedFen: 0n, netFen: 0n }

type Addend = Omit<FigureSums, 'netFen'>

const plus = (sums: FigureSums, cell: Addend): FigureSums => ({
  orders: sums.orders + cell.orders,
  quantityThousandths: sums.quantityThousandths + cell.quantityThousandths,
  amountFen: sums.amountFen + cell.amountFen,
  refundedOrders: sums.refundedOrders + cell.refundedOrders,
  refundedFen: sums.refundedFen + cell.refundedFen,
  netFen: sums.netFen + cell.amountFen - cell.refundedFen,
})

/** The sum of cells; null where there is none, for no data is not zero. */
export const sumsOf = (cells: readonly Addend[]): FigureSums | null => (cells.length === 0 ? null : cells.reduce<FigureSums>(plus, nothing))

/** Folds cells of the roll-ups into the figures of a span of months. */
export function figuresOf(cells: readonly FigureCell[], months: readonly string[], categories: GoodsCategories): Figures {
  const of = (direction: Direction, month?: string) =>
    sumsOf(cells.filter(cell => cell.direction === direction && (month === undefined || cell.month === month)))
  const byCode = new Map(
    categories.categories.flatMap(category => [category.buyCode, category.sellCode].map(code => [code, category] as const)),
  )
  const codes = [...new Set(cells.map(({ category }) => category))].sort((a, b) => a - b)
  return {
    up: of('up'),
    down: of('down'),
    months: months.map(month => ({ month, up: of('up', month), down: of('down', month) })),
    categories: codes.map(code => {
      const known = byCode.get(code)
      const own = cells.filter(cell => cell.category === code)
      return {
        code,
        id: known?.id ?? `code-${code}`,
        title: known?.title ?? { zh: `类别${code}`, en: `Category ${code}` },
        group: known?.group ?? '',
        direction: own[0]?.direction ?? 'up',
        sums: own.reduce<FigureSums>(plus, nothing),
      }
    }),
  }
}
