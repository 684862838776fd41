import type { Ratio } from '@jincun/kernel'
import type { Allocation, ProvinceAllocation } from './allocate.ts'
import { subtract, whole } from './rational.ts'
import type { SeatClaim } from './seat-claim.ts'
import { leftOut, tieRule } from './sheet-words.ts'
import { cellAt, figure, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SheetValue, WorkingTable } from './sheet-layout.ts'

export const seatColumns = ['code', 'name', 'last', 'last-priority', 'last-margin', 'next', 'next-priority', 'next-margin'] as const

function priorityCell({ method }: Allocation, layout: Layout, seat: SeatClaim, column: 'last' | 'next', row: number): SheetValue {
  if (method === 'largest-remainder') return figure(seat.priority, cellAt(layout, 'rounding', 'remainder', row), '余数')
  const half = method === 'webster' ? '-0.5' : ''
  return figure(
    seat.priority,
    `${cellAt(layout, 'scores', 'score', row)}/(${cellAt(layout, 'seats', column, row)}${half})`,
    `${shown(seat.score)} ÷ ${method === 'webster' ? `（${seat.seat} − 0.5）` : seat.seat}`,
  )
}

const marginCell = (ahead: Ratio | undefined, behind: Ratio | undefined): SheetValue =>
  ahead && behind ? figure(subtract(ahead, behind), undefined, `${shown(ahead)} − ${shown(behind)}`) : text(leftOut)

function seatRow(
  allocation: Allocation,
  layout: Layout,
  { code, name, lastSeat, nextSeat }: ProvinceAllocation,
  row: number,
): SheetValue[] {
  const { lastIn, nextInLine } = allocation.line
  return [
    text(code),
    text(name),
    lastSeat ? figure(whole(lastSeat.seat)) : text(leftOut),
    lastSeat ? priorityCell(allocation, layout, lastSeat, 'last', row) : text(leftOut),
    marginCell(lastSeat?.priority, nextInLine?.priority),
    nextSeat ? figure(whole(nextSeat.seat)) : text(leftOut),
    nextSeat ? priorityCell(allocation, layout, nextSeat, 'next', row) : text(leftOut),
    marginCell(lastIn?.priority, nextSeat?.priority),
  ]
}

/** The proof of the rounding: no seat that was not won has a higher priority than one that was. */
export function seatsTable(allocation: Allocation, layout: Layout): WorkingTable {
  const { lastIn, nextInLine } = allocation.line
  const line =
    lastIn && nextInLine
      ? `线上最后一席 ${shown(lastIn.priority)}，线下第一席 ${shown(nextInLine.priority)}。`
      : '保底或封顶定下了全部名额。'
  const lineEn =
    lastIn && nextInLine
      ? `Last seat in ${shown(lastIn.priority)}, first seat out ${shown(nextInLine.priority)}.`
      : 'Floors or caps fix every seat.'
  return {
    id: 'seats',
    tab: '席位',
    title: { zh: '席位的先后：谁在线上，谁在线下', en: 'The order of seats: who is in, who is next' },
    notes: [
      {
        zh: `${line}得到的每一席，优先值都不低于没有得到的任何一席。`,
        en: `${lineEn} No seat that was not won has a higher priority than one that was.`,
      },
      tieRule,
    ],
    columns: [
      { id: 'code', title: { zh: '代码', en: 'Code' }, digits: null },
      { id: 'name', title: { zh: '省份', en: 'Province' }, digits: null },
      { id: 'last', title: { zh: '最后得到的第几席', en: 'Last seat won' }, digits: 0 },
      { id: 'last-priority', title: { zh: '其优先值', en: 'Its priority' }, digits: workingDigits },
      { id: 'last-margin', title: { zh: '高出线下第一席', en: 'Above the first seat out' }, digits: workingDigits },
      { id: 'next', title: { zh: '下一席是第几席', en: 'Next seat' }, digits: 0 },
      { id: 'next-priority', title: { zh: '其优先值', en: 'Its priority' }, digits: workingDigits },
      { id: 'next-margin', title: { zh: '低于线上最后一席', en: 'Below the last seat in' }, digits: workingDigits },
    ],
    rows: allocation.provinces.map((province, row) => seatRow(allocation, layout, province, row)),
  }
}
