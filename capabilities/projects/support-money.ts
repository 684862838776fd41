import type { Fen } from '@jincun/kernel'
import { z } from 'zod'
import { FenText, fenOf } from './amounts.ts'

/** Money by source, as the ministry's project forms ask it: central grant, local match, the firm's own. In 分. */
export const MoneyBySource = z.strictObject({ centralFen: FenText, localFen: FenText, enterpriseFen: FenText })
export type MoneyBySource = z.infer<typeof MoneyBySource>

export const noMoney: MoneyBySource = { centralFen: '0', localFen: '0', enterpriseFen: '0' }

export const totalFen = (money: MoneyBySource): Fen => fenOf(money.centralFen) + fenOf(money.localFen) + fenOf(money.enterpriseFen)

export const addMoney = (items: readonly MoneyBySource[]): MoneyBySource => {
  const sum = (key: keyof MoneyBySource) => String(items.reduce((total, item) => total + fenOf(item[key]), 0n))
  return { centralFen: sum('centralFen'), localFen: sum('localFen'), enterpriseFen: sum('enterpriseFen') }
}
