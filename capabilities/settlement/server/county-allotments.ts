import { beginOf, dateInOrder, entriesOfRecords, postMovement, refuseByClause } from '@jincun/ledger/server'
import { route } from '@jincun/http'
import { moveClause } from '@jincun/ledger'
import { accept, asJson } from '@jincun/kernel'
import type { Fen, Result } from '@jincun/kernel'
import { z } from 'zod'
import { countyMovement, countyRemainder, together } from '../index.ts'
import { OrderBody } from './allotment-routes.ts'
import { findFinalList } from './final-store.ts'
import type { FinalRecord } from './final-store.ts'
import type { FinalAt } from './final-view.ts'
import { receivedByPlace } from './posted-money.ts'
import { ProvinceCode, stampOf } from './settlement-request.ts'
import type { Context } from './settlement-request.ts'
import { settledLines } from './settlement-store.ts'
import type { SettledLine } from './settlement-store.ts'

const At = z.strictObject({
  year: z.coerce.number().int().min(2014).max(2100),
  provinceCode: ProvinceCode,
})
const path = '/api/final-lists/:year/:provinceCode/allotments' as const
const place = ({ params }: { params: z.infer<typeof At> }) => params.provinceCode

/** A county of the published list: what it is due, has received of the batch, and still lacks, in 分. */
export type CountyMoney = {
  countyCode: string
  name: string
  due: Fen
  received: Fen
  remainder: Fen
  /** What was posted by the order that follows from the list. */
  movements: { movement: string; amount: Fen; document: string; businessDate: string }[]
}

/** The counties of a published list with their money; null before the list is published and the year settled. Two queries. */
export async function countyMoney(tx: Context['tx'], record: FinalRecord | undefined, settled: readonly SettledLine[]) {
  const line = settled.find(each => each.provinceCode === record?.list.provinceCode)
  if (record?.state !== 'published' || !line) return null
  const codes = record.list.entries.map(({ countyCode }) => countyCode)
  const received = await receivedByPlace(tx, record.list.year, record.list.provinceCode)
  const entries = (await entriesOfRecords(tx, codes, [record.id])).filter(({ kind }) => kind === 'receive')
  const counties = record.list.entries.map(({ countyCode, name }): CountyMoney => {
    const got = received.get(countyCode) ?? 0n
    const movements = entries
      .filter(entry => entry.countyCode === countyCode)
      .map(({ movement, amount, document, businessDate }) => ({ movement, amount, document, businessDate }))
    return { countyCode, name, due: line.standard, received: got, remainder: countyRemainder(line.standard, got), movements }
  })
  return { listId: record.id, standard: line.standard, counties }
}

const moneyOf = async ({ tx }: Pick<Context, 'tx'>, { year, provinceCode }: FinalAt) =>
  countyMoney(tx, await findFinalList(tx, year, provinceCode), await settledLines(tx, year))

const read = route({
  method: 'GET',
  path,
  action: 'final-lists.read',
  summary: 'What the counties of a published final list are due, have received and still lack',
  clauses: ['notice-2020/5.6'],
  params: At,
  place,
  handle: async context => {
    const money = await moneyOf(context, context.params)
    const mayAllot = context.may('ledger.allot-to-county', context.params.provinceCode)
    return accept({ asOf: context.now.toISOString(), ready: money !== null, counties: money?.counties ?? [], mayAllot })
  },
})

async function allotToCounties(context: Context, at: FinalAt, order: z.output<typeof OrderBody>): Promise<Result<{ posted: string[] }>> {
  const clause = moveClause(context.policy, 'county-allotment', at.year)
  const date = dateInOrder(order.allottedOn, context.now, clause, beginOf(at.year))
  if (!date.ok) return date
  const money = await moneyOf(context, at)
  if (!money)
    return refuseByClause(
      'wrong-state',
      'final-list-not-published',
      clause,
      '最终名单公布、资金结算后才能下达到县。',
      'Money goes to the counties once the final list is published and the year settled.',
    )
  // A county that got its order keeps it: what a later change asks for is entered by hand, with its own document.
  const lacking = money.counties.filter(({ movements }) => movements.length === 0)
  const paper = { realm: context.caller.realm, document: order.document, businessDate: date.value, clause }
  const movements = lacking.map(county => ({
    county,
    movement: countyMovement({ ...county, listId: money.listId, standard: money.standard }, at.year, paper),
  }))
  const posted = await postMovement(context.tx, stampOf(context), together(movements.flatMap(({ movement }) => movement ?? [])))
  if (!posted.ok) return posted
  const done = movements.filter(({ movement }) => movement !== null).map(({ county }) => county)
  for (const { countyCode, remainder } of done)
    await context.audit({
      countyCode,
      action: 'ledger.allot-to-county',
      recordKind: 'final-list',
      recordId: money.listId,
      before: null,
      after: asJson({ amount: remainder, document: order.document, allottedOn: date.value }),
    })
  return accept({ posted: done.map(({ countyCode }) => countyCode) })
}

const write = route({
  method: 'POST',
  path,
  action: 'ledger.allot-to-county',
  summary: 'Allot to every county of the published final list what it still lacks of the standard; each county once',
  clauses: ['notice-2020/5.6'],
  params: At,
  body: OrderBody,
  place,
  handle: async context => allotToCounties(context, context.params, context.body),
})

export const countyAllotmentRoutes = [read, write]
