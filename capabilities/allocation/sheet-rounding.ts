import type { Allocation, ProvinceAllocation } from './allocate.ts'
import { add, divide, floorOf, fromDecimal, one, ratio, subtract, whole, zero } from './rational.ts'
import { freeOfBounds, roundingCut } from './rounding-cut.ts'
import { holdWords, noCap } from './sheet-words.ts'
import { cellAt, figure, settingRow, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SheetValue, WorkingColumn, WorkingTable } from './sheet-layout.ts'

const tieSeat = ({ tie }: Allocation, code: string): number => (tie?.won.some(seat => seat.code === code) ? 1 : 0)
const capValue = ({ cap }: Allocation): SheetValue => (cap === null ? text(noCap) : figure(whole(cap)))

const column = (id: string, zh: string, en: string, digits: number | null, zhWords?: string, enWords?: string): WorkingColumn => ({
  id,
  title: { zh, en },
  digits,
  ...(zhWords && enWords ? { words: { zh: zhWords, en: enWords } } : {}),
})

const remainderColumns: WorkingColumn[] = [
  column('code', '代码', 'Code', null),
  column('name', '省份', 'Province', null),
  column('score', '得分', 'Score', workingDigits),
  column('floor', '保底', 'Floor', 0),
  column('cap', '封顶', 'Cap', 0),
  column('hold', '份额依据', 'Share by', null),
  column('bounded', '份额', 'Share', workingDigits, '每1分的份额 × 得分，或保底、封顶数', 'seats per score × score, or the floor or cap'),
  column('base', '整数部分', 'Whole part', 0),
  column('remainder', '余数', 'Remainder', workingDigits, '份额 − 整数部分', 'share − whole part'),
  column('extra', '余数名额', 'Remainder seat', 0, '余数大于门槛为1，否则为0', '1 where the remainder is above the threshold'),
  column('tie', '平局名额', 'Tie seat', 0),
  column('quota', '名额', 'Quota', 0, '整数部分 + 余数名额 + 平局名额', 'whole part + remainder seat + tie seat'),
]

function remainderRow(allocation: Allocation, layout: Layout, province: ProvinceAllocation, row: number): SheetValue[] {
  const at = (id: string): string => cellAt(layout, 'rounding', id, row)
  const setting = (id: 'per-score' | 'cut' | 'floor' | 'cap'): string => cellAt(layout, 'settings', 'value', settingRow(id))
  const hold = freeOfBounds(allocation, province) ? 'free' : (province.bounded?.hold ?? 'free')
  const share = province.bounded?.share ?? province.exact
  const base = floorOf(share)
  const tie = tieSeat(allocation, province.code)
  const shareCell = {
    free: figure(share, `${setting('per-score')}*${at('score')}`, `${shown(allocation.perScore ?? zero)} × ${shown(province.score)}`),
    floor: figure(share, at('floor'), '保底数'),
    cap: figure(share, at('cap'), '封顶数'),
  }[hold]
  return [
    text(province.code),
    text(province.name),
    figure(province.score, cellAt(layout, 'scores', 'score', row)),
    figure(whole(allocation.floor), setting('floor')),
    capValue(allocation),
    text(holdWords[hold]),
    shareCell,
    figure(whole(base), `INT(ROUND(${at('bounded')},10))`, `${shown(share)} 的整数部分`),
    figure(subtract(share, whole(base)), `MAX(0,${at('bounded')}-${at('base')})`, `${shown(share)} − ${base}`),
    figure(
      whole(province.quota - base - tie),
      `IF(${at('remainder')}>${setting('cut')},1,0)`,
      `余数与门槛 ${roundingCut(allocation)} 相比`,
    ),
    figure(whole(tie)),
    figure(whole(province.quota), `${at('base')}+${at('extra')}+${at('tie')}`, `${base} + ${province.quota - base - tie} + ${tie}`),
  ]
}

const divisorColumns = (rounding: string, roundingEn: string): WorkingColumn[] => [
  column('code', '代码', 'Code', null),
  column('name', '省份', 'Province', null),
  column('score', '得分', 'Score', workingDigits),
  column('floor', '保底', 'Floor', 0),
  column('cap', '封顶', 'Cap', 0),
  column('quotient', '商', 'Quotient', workingDigits, '得分 ÷ 除数', 'score ÷ divisor'),
  column('rounded', '取整', 'Rounded', 0, rounding, roundingEn),
  column('kept', '保底封顶后', 'Within bounds', 0, '不少于保底，不多于封顶', 'not below the floor, not above the cap'),
  column('tie', '平局名额', 'Tie seat', 0),
  column('quota', '名额', 'Quota', 0, '保底封顶后 + 平局名额', 'within bounds + tie seat'),
]

function divisorRow(allocation: Allocation, layout: Layout, province: ProvinceAllocation, row: number): SheetValue[] {
  const at = (id: string): string => cellAt(layout, 'rounding', id, row)
  const setting = (id: 'cut' | 'floor'): string => cellAt(layout, 'settings', 'value', settingRow(id))
  const cut = fromDecimal(roundingCut(allocation)) ?? one
  const quotient = divide(province.score, cut)
  const webster = allocation.method === 'webster'
  const rounded = floorOf(webster ? add(quotient, ratio(1n, 2n)) : quotient)
  const tie = tieSeat(allocation, province.code)
  const kept = allocation.cap === null ? at('rounded') : `MIN(${at('cap')},${at('rounded')})`
  return [
    text(province.code),
    text(province.name),
    figure(province.score, cellAt(layout, 'scores', 'score', row)),
    figure(whole(allocation.floor), setting('floor')),
    capValue(allocation),
    figure(quotient, `${at('score')}/${setting('cut')}`, `${shown(province.score)} ÷ ${shown(cut)}`),
    figure(
      whole(rounded),
      webster ? `INT(${at('quotient')}+0.5)` : `INT(${at('quotient')})`,
      `${shown(quotient)} ${webster ? '四舍五入' : '舍去小数'}`,
    ),
    figure(whole(province.quota - tie), `MAX(${at('floor')},${kept})`),
    figure(whole(tie)),
    figure(whole(province.quota), `${at('kept')}+${at('tie')}`, `${province.quota - tie} + ${tie}`),
  ]
}

/** From exact shares or scores to whole counties. */
export function roundingTable(allocation: Allocation, layout: Layout): WorkingTable {
  const remainder = allocation.method === 'largest-remainder'
  const row = remainder ? remainderRow : divisorRow
  const webster = allocation.method === 'webster'
  return {
    id: 'rounding',
    tab: '取整',
    title: { zh: '取整：从份额到名额', en: 'Rounding: from shares to counties' },
    notes: [
      remainder
        ? {
            zh: `余数大于门槛 ${roundingCut(allocation)} 的省加一个名额。`,
            en: `A remainder above the threshold ${roundingCut(allocation)} gets one more.`,
          }
        : {
            zh: `得分除以除数 ${roundingCut(allocation)}，再${webster ? '四舍五入' : '舍去小数'}。`,
            en: `Scores are divided by ${roundingCut(allocation)} and rounded ${webster ? 'to the nearest' : 'down'}.`,
          },
      { zh: `名额合计 ${allocation.total}。`, en: `The quotas add up to ${allocation.total}.` },
    ],
    columns: remainder
      ? remainderColumns
      : divisorColumns(webster ? '商加0.5后舍去小数' : '商舍去小数', webster ? 'quotient + 0.5, rounded down' : 'quotient, rounded down'),
    rows: allocation.provinces.map((province, index) => row(allocation, layout, province, index)),
  }
}

export const roundingColumnIds = (allocation: Allocation): string[] =>
  (allocation.method === 'largest-remainder' ? remainderColumns : divisorColumns('', '')).map(({ id }) => id)
