import type { Allocation } from './allocate.ts'
import { calculation } from './inputs-hash.ts'
import { isZero, sum, whole, fromDecimal, zero } from './rational.ts'
import { freeOfBounds, roundingCut } from './rounding-cut.ts'
import { holdWords, methodRule, methodWords, tieRule } from './sheet-words.ts'
import { cellAt, figure, rangeOf, settingIds, settingRow, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SettingId, SheetValue, WorkingTable } from './sheet-layout.ts'

function perScoreCell(allocation: Allocation, layout: Layout): SheetValue {
  const { perScore, total, floor, cap } = allocation
  if (!perScore) return text('不用')
  const free = allocation.provinces.filter(province => freeOfBounds(allocation, province))
  const freeScore = sum(free.map(({ score }) => score))
  if (isZero(freeScore)) return figure(perScore)
  const held = (id: 'floor' | 'cap'): string =>
    `SUMIF(${rangeOf(layout, 'rounding', 'hold')},"${holdWords[id].zh}",${rangeOf(layout, 'rounding', id)})`
  const formula = `(${cellAt(layout, 'settings', 'value', settingRow('total'))}-${held('floor')}-${cap === null ? '0' : held('cap')})/SUMIF(${rangeOf(layout, 'rounding', 'hold')},"${holdWords.free.zh}",${rangeOf(layout, 'rounding', 'score')})`
  const count = (hold: 'floor' | 'cap'): number =>
    allocation.provinces.filter(province => !freeOfBounds(allocation, province) && province.bounded?.hold === hold).length
  return figure(perScore, formula, `（${total} − ${count('floor')} × ${floor} − ${count('cap')} × ${cap ?? 0}）÷ ${shown(freeScore)}`)
}

function tieWords(allocation: Allocation): string {
  if (!allocation.tie) return '没有平局'
  const names = (codes: readonly { code: string }[]): string =>
    codes.map(({ code }) => allocation.provinces.find(province => province.code === code)?.name ?? code).join('、')
  return `优先值同为${shown(allocation.tie.priority)}：得到名额的是${names(allocation.tie.won)}，未得到的是${names(allocation.tie.lost)}`
}

/** What was chosen for this run, the two aids for rounding by hand, and the fingerprint of the inputs. */
export function settingsTable(allocation: Allocation, layout: Layout): WorkingTable {
  const divisor = allocation.method !== 'largest-remainder'
  const values: Record<SettingId, [string, SheetValue, string]> = {
    year: ['年度', figure(whole(allocation.year)), ''],
    total: ['总数（县）', figure(whole(allocation.total)), '各省名额之和恰为此数'],
    method: ['取整方法', text(methodWords[allocation.method].zh), methodRule[allocation.method].zh],
    floor: ['每省保底', figure(whole(allocation.floor)), ''],
    cap: ['每省封顶', allocation.cap === null ? text('不设') : figure(whole(allocation.cap)), ''],
    'per-score': ['每1分的份额', perScoreCell(allocation, layout), '（总数 − 保底省名额 − 封顶省名额）÷ 其余省得分合计'],
    cut: [
      divisor ? '除数' : '余数门槛',
      figure(fromDecimal(roundingCut(allocation)) ?? zero),
      divisor ? '得分除以它再取整，合计恰为总数；落在线上与线下两个优先值之间的任何数都给出同样结果' : '余数大于它的省加一个名额',
    ],
    'tie-rule': ['平局规则', text(tieRule.zh), ''],
    tie: ['本次平局', text(tieWords(allocation)), ''],
    provinces: ['参加省数', figure(whole(allocation.provinces.length)), ''],
    hash: ['输入指纹 SHA-256', text(allocation.inputsHash), '由年度、总数、方法、上下限、因素设置和所用数据的规范文本算出，与行序无关'],
    calculation: ['算法版本', text(calculation), ''],
  }
  return {
    id: 'settings',
    tab: '参数',
    title: {
      zh: `${allocation.year}年示范县预下达数量：因素法工作底稿`,
      en: `Provisional county quotas of ${allocation.year}: working sheet of the factor method`,
    },
    notes: [
      {
        zh: '依据：通知五（一）；每一步都有一张表，表内公式可由表格软件重算。',
        en: 'Basis: notice, part 5(1); every step has its table, whose formulas a spreadsheet recomputes.',
      },
      {
        zh: `小数显示${workingDigits}位，四舍五入；决定名额的比较全部用精确分数。`,
        en: `Decimals are shown to ${workingDigits} digits; every comparison that decides a seat uses exact fractions.`,
      },
    ],
    columns: [
      { id: 'item', title: { zh: '项目', en: 'Item' }, digits: null },
      { id: 'value', title: { zh: '取值', en: 'Value' }, digits: workingDigits },
      { id: 'note', title: { zh: '说明', en: 'Note' }, digits: null },
    ],
    rows: settingIds.map(id => {
      const [item, value, note] = values[id]
      return [text(item), value, text(note)]
    }),
  }
}
