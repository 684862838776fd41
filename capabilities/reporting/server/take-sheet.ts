import { createHash } from 'node:crypto'
import { sql } from '@jincun/db'
import { accept, formatShanghai, idUsed, refuse, shanghaiDate } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { reportTypeFor } from '@jincun/policy'
import { wantFiles } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { NoteBook, sayRowFault, sheetRows } from '../index.ts'
import type { Station, StationSheet } from '../index.ts'
import type { Batch, BatchOrder } from './batch.ts'
import { findBatch, insertBatch, insertPart } from './batch-store.ts'
import { transactionGround } from './import-ground.ts'
import { endBatch } from './process-batch.ts'
import { beginning, RowReader } from './row-reader.ts'
import { openMonths, storePiece } from './store-piece.ts'
import { findSheet, insertSheet } from './station-store.ts'
import type { Sheet } from './station-store.ts'

export type TakenSheet = { id: string; orders: number; repeated: boolean }

type OrderFault = { row: number; column: string; code: string; value: string; message: { zh: string; en: string } }

/** Nothing of a sheet with a fault is taken; every fault is told by the order it is of. */
const ordersWrong = (errors: readonly OrderFault[]): Refusal & { errors: readonly OrderFault[] } => {
  const [first] = errors
  return {
    kind: 'invalid',
    code: 'sheet-has-faults',
    where: 'body.orders',
    message: {
      zh: `第${first?.row ?? 0}笔：${first?.message.zh ?? ''}（共${errors.length}处，整张没有收）。`,
      en: `Order ${first?.row ?? 0}: ${first?.message.en ?? ''} (${errors.length} in all; nothing of the sheet was taken).`,
    },
    errors,
  }
}

const knownOrders = (numbers: number): Refusal => ({
  kind: 'conflict',
  code: 'orders-known',
  message: {
    zh: `有${numbers}笔订单的订单号以前报过，整张没有收；要改报过的订单，请用“更正”上报。`,
    en: `${numbers} orders were reported before under their numbers, so nothing of the sheet was taken; change a reported order by a correction.`,
  },
})

const outside = ({ startsOn, endsOn }: Station): Refusal => ({
  kind: 'invalid',
  code: 'day-outside',
  where: 'body.day',
  message: {
    zh: `这一天不能报：站点从${startsOn}起${endsOn ? `到${endsOn}止` : ''}报日报，且不能报将来的日子。`,
    en: `This day is not reported: the station reports from ${startsOn}${endsOn ? ` to ${endsOn}` : ''}, and no day to come.`,
  },
})

function orderOf(work: Work, sheet: Sheet): BatchOrder {
  return {
    id: sheet.id,
    countyCode: sheet.countyCode,
    realm: work.caller.realm,
    contractor: sheet.contractor,
    kind: 'report',
    reason: '',
    mode: 'atomic',
    channel: sheet.channel,
    format: 'json',
    fileName: `${sheet.station} ${sheet.day}.json`,
    idempotencyKey: `sheet-${sheet.id}`,
    personId: work.caller.personId,
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** When the keeper wrote it: what the phone says, unless its clock is plainly wrong; then when it came. */
function whenWritten({ writtenAt, day }: StationSheet, now: Date): Date {
  const said = new Date(writtenAt)
  return said > now || shanghaiDate(said) < day ? now : said
}

/** The rows of a sheet as they are kept. */
const bytesOf = (sent: StationSheet, { countyCode, writtenAt }: Pick<Sheet, 'countyCode' | 'writtenAt'>): Buffer =>
  Buffer.from(JSON.stringify(sheetRows(sent, countyCode, formatShanghai(writtenAt))))

/** Keeps the rows of a sheet as a batch of the same id: the same reader, check, rows, roll-ups and delivery as any file. */
async function keepRows(work: Work, sheet: Sheet, bytes: Buffer): Promise<Result<Batch>> {
  const { tx, policy, now, newId } = work
  const order = orderOf(work, sheet)
  const read = new RowReader(transactionGround(work, sheet.countyCode), beginning, []).readDocument(bytes)
  if (!read.ok) return read
  const { faults, months } = read.value
  if (faults.length > 0) return refuse(ordersWrong(faults.map(fault => ({ ...fault, message: sayRowFault(fault.code, fault.value) }))))
  const { version } = reportTypeFor(policy, 'transactions', shanghaiDate(now))
  if (!(await insertBatch(tx, order, version, hashOf(bytes), now))) return refuse(idUsed)
  await insertPart(tx, order, 0, bytes)
  await tx.run(sql`update report_batch set state = 'received', file_bytes = ${bytes.length}
    where county_code = ${sheet.countyCode} and id = ${sheet.id}`)
  const batch = await findBatch(tx, sheet.countyCode, sheet.id)
  if (!batch) throw new Error(`Batch ${sheet.id} was written in this transaction`)
  await openMonths(tx, months)
  await storePiece(tx, { batch, read: read.value, fromByte: 0, endByte: bytes.length, notes: new NoteBook([]), now })
  const stored = await endBatch(tx, { policy, now, newId, personId: work.caller.personId }, batch, 'stored', null)
  return stored.duplicates > 0 ? refuse(knownOrders(stored.duplicates)) : accept(stored)
}

/** Whether a sheet that is here already is the same as the one sent again: the very same orders of the same day. */
async function sameSheet(work: Work, sheet: Sheet, sent: StationSheet): Promise<boolean> {
  const there = await findSheet(work.tx, sheet.countyCode, sheet.id)
  if (!there || there.station !== sheet.station || there.day !== sheet.day || there.orders !== sheet.orders) return false
  if (there.paperFileId !== sheet.paperFileId || there.contractor !== sheet.contractor) return false
  const batch = sheet.orders === 0 ? undefined : await findBatch(work.tx, sheet.countyCode, sheet.id)
  return sheet.orders === 0 || batch?.fileSha256 === hashOf(bytesOf(sent, there))
}

/**
 * Takes a day of a station, whole or not at all, in one transaction (6.4c, 6.4d). The same sheet again is the first time's success, so a phone whose
 * answer was lost sends it again without doubling anything.
 * @param contractor credit code of the firm that runs the station.
 */
export async function takeSheet(work: Work, station: Station, contractor: string, sent: StationSheet): Promise<Result<TakenSheet>> {
  const { tx, now, caller } = work
  const today = shanghaiDate(now)
  if (sent.day < station.startsOn || sent.day > today || (station.endsOn !== null && sent.day > station.endsOn))
    return refuse(outside(station))
  const paper = await wantFiles(tx, station.countyCode, [sent.paperFileId])
  if (!paper.ok) return paper
  const sheet: Sheet = {
    id: sent.id,
    countyCode: station.countyCode,
    contractor,
    station: station.code,
    day: sent.day,
    orders: sent.orders.length,
    channel: sent.paperFileId === null ? 'form' : 'paper',
    paperFileId: sent.paperFileId,
    writtenAt: whenWritten(sent, now),
    enteredAt: now,
    enteredBy: caller.personId,
  }
  const answer = { id: sent.id, orders: sheet.orders }
  // Of two at once the second waits here for the first.
  if ((await insertSheet(tx, sheet, caller.realm)) === 0)
    return (await sameSheet(work, sheet, sent)) ? accept({ ...answer, repeated: true }) : refuse(idUsed)
  if (sheet.orders > 0) {
    const kept = await keepRows(work, sheet, bytesOf(sent, sheet))
    if (!kept.ok) return kept
  }
  await work.audit({
    countyCode: station.countyCode,
    action: 'reporting.submit',
    recordKind: 'station_sheet',
    recordId: sheet.id,
    before: null,
    after: { station: sheet.station, day: sheet.day, orders: sheet.orders, channel: sheet.channel },
  })
  return accept({ ...answer, repeated: false })
}
