import type { RouteContext } from '@jincun/http'
import { asJson, fenFromYuanText, shanghaiDate } from '@jincun/kernel'
import type { Fen, Result } from '@jincun/kernel'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import type { Batch, Movement, MovementPaper } from '../index.ts'
import { no } from './no.ts'
import { postMovement } from './post-transfers.ts'
import type { Posted, Stamp } from './post-transfers.ts'

export type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'may'>

export const stampOf = ({ caller, now }: Pick<Context, 'caller' | 'now'>): Stamp => ({
  realm: caller.realm,
  personId: caller.personId,
  now,
})
export const yearOf = (now: Date): number => Number(shanghaiDate(now).slice(0, 4))

export const Year = z.number().int().min(2014).max(2100)
export const PlaceParams = z.strictObject({ countyCode: z.string().regex(/^\d{6}$/) })

/** What every form that moves money asks: a caller-made id, the amount in yuan, the papers. */
export const PaperBody = z.strictObject({
  id: z.uuid(),
  amountYuan: z.string().trim().max(30),
  budgetYear: Year,
  batchYear: Year,
  document: z.string().trim().min(1, '请填写文号 / give the document number').max(200),
  businessDate: z.iso.date('日期写作 2020-05-20 / write the day as 2020-05-20'),
  reason: z.string().trim().max(2_000),
})

/** An amount of yuan above zero with at most two decimals, or what is wrong with it. */
export function amountOf(text: string, clause: string, where = 'amountYuan'): Result<Fen> {
  const amount = fenFromYuanText(text)
  if (amount !== null && amount > 0n) return accept(amount)
  return no(
    'invalid',
    'amount-unreadable',
    clause,
    `金额写的是“${text}”，应为大于零的元数，最多两位小数，如 15000000。`,
    `The amount reads "${text}"; write yuan above zero with at most two decimals, e.g. 15000000.`,
    where,
  )
}

/** 1 January of a year: money of a budget year is not moved before it, except that it may be allotted in advance. */
export const beginOf = (year: number): string => `${year}-01-01`

/** 提前下达 (5.1): money of a budget year is allotted at the earliest in the year before, and passed on to the counties then too. */
export const earliestAllotment = (budgetYear: number): string => beginOf(budgetYear - 1)

/**
 * A paper may be of today or earlier: money does not move on a day that has not come, nor before the money could be there.
 * @param earliest the first day on which such a move can be, YYYY-MM-DD.
 */
export function dateInOrder(businessDate: string, now: Date, clause: string, earliest: string): Result<string> {
  if (businessDate < earliest)
    return no(
      'invalid',
      'date-too-early',
      clause,
      `业务日期不能早于${earliest}，请核对文件日期和预算年度。`,
      `The business date cannot be before ${earliest}; check the day of the document and the budget year.`,
      'businessDate',
    )
  if (businessDate <= shanghaiDate(now)) return accept(businessDate)
  return no('invalid', 'date-in-future', clause, '业务日期不能晚于今天。', 'The business date cannot be later than today.', 'businessDate')
}

export const batchOf = (body: { budgetYear: number; batchYear: number }, source: Batch['source'] = 'central'): Batch => ({
  source,
  budgetYear: body.budgetYear,
  batchYear: body.batchYear,
})

export const paperOf = (
  context: Pick<Context, 'caller'>,
  body: { id: string; businessDate: string; document: string; reason: string },
  clause: string,
  record: { recordKind: string; recordId: string },
): MovementPaper => ({
  id: body.id,
  realm: context.caller.realm,
  businessDate: body.businessDate,
  document: body.document,
  reason: body.reason,
  clause,
  ...record,
})

/** Posts a movement and audits it; sent twice it is one, and only the first is audited. */
export async function postAndAudit(
  context: Pick<Context, 'tx' | 'now' | 'caller' | 'audit'>,
  action: string,
  countyCode: string,
  movement: Movement,
): Promise<Result<Posted>> {
  const posted = await postMovement(context.tx, stampOf(context), movement)
  const [first] = movement.transfers
  if (!posted.ok || posted.value.posted === 0 || !first) return posted
  await context.audit({
    countyCode,
    action,
    recordKind: 'ledger-movement',
    recordId: first.movement,
    before: null,
    after: asJson(movement.transfers.map(({ kind, amount, document, businessDate }) => ({ kind, amount, document, businessDate }))),
    ...(first.reason ? { reason: first.reason } : {}),
  })
  return posted
}
