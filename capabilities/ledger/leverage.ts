import type { Fen } from '@jincun/kernel'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import { moveClause } from './move-clause.ts'
import type { MoneyRow } from './money-map.ts'

/** What central money drew along (撬动): local and private money that came for each yuan of it; null where no central money came. */
export type Leverage = {
  central: Fen
  local: Fen
  enterprise: Fen
  /** Two decimals, rounded down, so that it never looks better than it is. */
  perYuan: string | null
  formula: Bilingual
  clause: string
}

/** Sums rows of one place, or of many, by source. Received means received: what was promised stands in the plan. */
export function leverageOf(rows: readonly Pick<MoneyRow, 'source' | 'received'>[], pack: PolicyPack, year: number): Leverage {
  const sum = (source: MoneyRow['source']): Fen =>
    rows.filter(row => row.source === source).reduce((total, row) => total + row.received, 0n)
  const [central, local, enterprise] = [sum('central'), sum('local'), sum('enterprise')]
  const hundredths = central === 0n ? null : ((local + enterprise) * 100n) / central
  return {
    central,
    local,
    enterprise,
    perYuan: hundredths === null ? null : `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`,
    formula: {
      zh: '撬动 =（地方配套到位 + 企业投入到位）÷ 收到的中央资金',
      en: 'leverage = (local match received + enterprise money received) ÷ central funds received',
    },
    clause: moveClause(pack, 'contribution', year),
  }
}
