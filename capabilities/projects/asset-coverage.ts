import type { Finding, RowRef } from '@jincun/policy'
import type { AssetCard } from './asset-card.ts'
import { clausesOf } from './clauses.ts'
import type { Contract } from './contract.ts'
import { judge } from './judge.ts'

/** Whether every piece bought under a contract has its card (row 21): as many cards per line as its quantity, no serial twice. */
export function checkAssetCards(contract: Contract, cards: readonly AssetCard[]): Finding[] {
  const clause = clausesOf(contract.year).register
  const lines = contract.lines.filter(line => line.asset)
  const lacking = lines.flatMap(line => {
    const there = cards.filter(card => card.contractLineId === line.id).length
    return there < line.quantity ? [{ line, there }] : []
  })
  const serials = Map.groupBy(
    cards.filter(card => card.serial !== ''),
    card => card.serial,
  )
  const twice = [...serials].filter(([, same]) => same.length > 1).flatMap(([, same]) => same)
  const rows = (items: readonly { id: string; name: string }[], kind: string): RowRef[] =>
    items.map(({ id, name }) => ({ kind, key: id, label: name }))
  return [
    judge({
      code: 'assets-have-cards',
      clause,
      ok: lacking.length === 0,
      measured: cards.length,
      required: lines.reduce((sum, line) => sum + line.quantity, 0),
      zh:
        lacking.length === 0
          ? '合同中的资产都有卡片。'
          : `没有建卡的资产：${lacking.map(({ line, there }) => `${line.name}（${there}/${line.quantity}）`).join('、')}；建卡后才能验收。`,
      en:
        lacking.length === 0
          ? 'Every asset has its card.'
          : `${lacking.length} lines lack asset cards; no acceptance before they have them.`,
      rows: rows(
        lacking.map(({ line }) => line),
        'contract-line',
      ),
    }),
    judge({
      code: 'asset-serials-unique',
      clause,
      ok: twice.length === 0,
      measured: twice.length,
      required: 0,
      zh: twice.length === 0 ? '没有重复的出厂编号。' : `出厂编号重复的资产${twice.length}件，疑似重复登记。`,
      en: twice.length === 0 ? 'No serial number stands twice.' : `${twice.length} assets share a serial number.`,
      rows: rows(twice, 'asset-card'),
    }),
  ]
}
