import type { Bilingual } from '@jincun/policy'
import type { Allocation } from './allocate.ts'
import { calculation } from './inputs-hash.ts'
import { isZero, sum, whole, fromDecimal, zero } from './rational.ts'
import { freeOfBounds, roundingCut } from './rounding-cut.ts'
import { holdWords, methodRule, methodWords, noCap, notUsed, tieRule } from './sheet-words.ts'
import { cellAt, figure, rangeOf, settingIds, settingRow, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SettingId, SheetValue, WorkingTable } from './sheet-layout.ts'

function perScoreCell(allocation: Allocation, layout: Layout): SheetValue {
  const { perScore, total, floor, cap } = allocation
  if (!perScore) return text(notUsed)
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

function tieWords({ tie, provinces }: Allocation): Bilingual {
  if (!tie) return { zh: '没有平局', en: 'No tie' }
  const names = (codes: readonly { code: string }[]): string =>
    codes.map(({ code }) => provinces.find(province => province.code === code)?.name ?? code).join('、')
  return {
    zh: `优先值同为${shown(tie.priority)}：得到名额的是${names(tie.won)}，未得到的是${names(tie.lost)}`,
    en: `Priority ${shown(tie.priority)} each: won by ${names(tie.won)}, not by ${names(tie.lost)}`,
  }
}

const none = { zh: '', en: '' }
const words = (zh: string, en: string): Bilingual => ({ zh, en })

/** The aid for rounding by hand: the divisor or the threshold of remainders. */
const cutRow = (allocation: Allocation): SettingRow =>
  allocation.method === 'largest-remainder'
    ? [
        words('余数门槛', 'Threshold of remainders'),
        cutCell(allocation),
        words('余数大于它的省加一个名额', 'a remainder above it gets one more'),
      ]
    : [
        words('除数', 'Divisor'),
        cutCell(allocation),
        words(
          '得分除以它再取整，合计恰为总数；落在线上与线下两个优先值之间的任何数都给出同样结果',
          'scores divided by it and rounded add up to the total; any number between the priorities of the last seat in and the first out gives the same',
        ),
      ]

const cutCell = (allocation: Allocation): SheetValue => figure(fromDecimal(roundingCut(allocation)) ?? zero)

type SettingRow = [item: Bilingual, value: SheetValue, note: Bilingual]

function settingRows(allocation: Allocation, layout: Layout): Record<SettingId, SettingRow> {
  const { year, total, method, floor, cap, provinces, inputsHash } = allocation
  return {
    year: [words('年度', 'Year'), figure(whole(year)), none],
    total: [
      words('总数（县）', 'Total (counties)'),
      figure(whole(total)),
      words('各省名额之和恰为此数', 'the quotas add up to exactly this'),
    ],
    method: [words('取整方法', 'Rounding'), text(methodWords[method]), methodRule[method]],
    floor: [words('每省保底', 'Floor of each province'), figure(whole(floor)), none],
    cap: [words('每省封顶', 'Cap of each province'), cap === null ? text(noCap) : figure(whole(cap)), none],
    'per-score': [
      words('每1分的份额', 'Seats for each unit of score'),
      perScoreCell(allocation, layout),
      words('（总数 − 保底省名额 − 封顶省名额）÷ 其余省得分合计', '(total − seats held by floor or cap) ÷ scores of the other provinces'),
    ],
    cut: cutRow(allocation),
    'tie-rule': [words('平局规则', 'Rule for ties'), text(tieRule), none],
    tie: [words('本次平局', 'Ties of this run'), text(tieWords(allocation)), none],
    provinces: [words('参加省数', 'Provinces taking part'), figure(whole(provinces.length)), none],
    hash: [
      words('输入指纹 SHA-256', 'Fingerprint of the inputs, SHA-256'),
      text(inputsHash),
      words(
        '由年度、总数、方法、上下限、因素设置和所用数据的规范文本算出，与行序无关',
        'of one canonical text of year, total, method, bounds, factor settings and figures used; the order of rows does not matter',
      ),
    ],
    calculation: [words('算法版本', 'Version of the calculation'), text(calculation), none],
  }
}

/** What was chosen for this run, the two aids for rounding by hand, and the fingerprint of the inputs. */
export function settingsTable(allocation: Allocation, layout: Layout): WorkingTable {
  const values = settingRows(allocation, layout)
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
