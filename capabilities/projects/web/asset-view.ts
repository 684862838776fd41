import type { AssetCard, StockTake } from '../index.ts'

export type AssetLine = { id: string; name: string; quantity: number; unit: string; amountFen: string }
export type AssetContract = { id: string; number: string; title: string; year: number; projectId: string; lines: AssetLine[] }
export type AssetView = {
  rows: { card: AssetCard; last: StockTake | null }[]
  /** Contracts that bought assets, with the lines that did. */
  contracts: AssetContract[]
  sites: { id: string; name: string; projectId: string; address: string }[]
  mayWrite: boolean
  mayTakeStock: boolean
  asOf: string
}

/** Lines of contracts with how many of their pieces have cards. */
export const coverageOf = ({ contracts, rows }: AssetView) =>
  contracts.flatMap(contract =>
    contract.lines.map(line => ({
      contract,
      line,
      there: rows.filter(({ card }) => card.contractId === contract.id && card.contractLineId === line.id).length,
    })),
  )

/** The next numbers no card has, in the form of the labels: county, ZC, serial of four digits or more. */
export function freeNumbers(county: string, { rows }: AssetView, count: number): string[] {
  const used = rows.map(({ card }) => Number(/-ZC-(\d+)$/.exec(card.number)?.[1] ?? 0))
  const start = Math.max(0, ...used) + 1
  return Array.from({ length: count }, (_, index) => `${county}-ZC-${String(start + index).padStart(4, '0')}`)
}
