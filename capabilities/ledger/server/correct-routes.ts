import { route } from '@jincun/http'
import { z } from 'zod'
import { correctionOf, correctorsOf, makingActionOf, ownOrderOf } from '../index.ts'
import type { Entry } from '../index.ts'
import { entriesOfMovement } from './entry-store.ts'
import { no } from './no.ts'
import { postTransfers } from './post-transfers.ts'
import { dateInOrder, paperOf, stampOf } from './request.ts'
import type { Context } from './request.ts'

const clause = 'notice-2020/5.6'

/** A move is not reversed before it was made. */
const lastDayOf = (wrong: readonly Entry[]): string =>
  wrong
    .map(({ businessDate }) => businessDate)
    .toSorted()
    .at(-1) ?? ''

/** Why a move of money is not reversed here by the caller; null when it may be. */
function whyNot(context: Pick<Context, 'may'>, wrong: readonly Entry[]) {
  const makers = correctorsOf(wrong)
  // Payments are undone by their own steps (bounce, void), so that the request and the ledger never part.
  if (makers === 'payment')
    return no(
      'wrong-state',
      'correct-by-payment',
      clause,
      '拨付请在拨付申请中退票或撤销，不在这里更正。',
      'Undo a payment in its request, by bounce or void.',
    )
  if (makers === 'correction')
    return no(
      'wrong-state',
      'correct-a-correction',
      clause,
      '更正不能再更正，请重新登记正确的资金流转。',
      'A correction is not corrected again; enter the right move of money anew.',
    )
  const order = ownOrderOf(wrong)
  if (order)
    return no(
      'wrong-state',
      'correct-by-own-order',
      clause,
      `这笔资金流转是按预拨、结算或最终名单下达的，不在这里冲回：${order.zh}。`,
      `This move follows from an advance, a settlement or a final list and is not reversed here: ${order.en}.`,
    )
  if (makers.every(place => context.may('ledger.correct', place) && context.may(makingActionOf(place), place))) return null
  return no(
    'forbidden',
    'correct-by-maker',
    clause,
    '这笔资金流转只能由登记它的一级财政更正，两级账一并冲回；请联系该级办理。',
    'A move of money is corrected by the level that made it, in both books at once; ask that level.',
  )
}

const CorrectBody = z.strictObject({
  id: z.uuid(),
  businessDate: z.iso.date(),
  document: z.string().trim().max(200),
  reason: z.string().trim().min(1, '请写明更正原因 / say why').max(2_000),
})

const correct = route({
  method: 'POST',
  path: '/api/ledger/movements/:id/corrections',
  action: 'ledger.correct',
  summary: 'Reverse a move of money by new entries that name it and say why',
  clauses: [clause],
  params: z.strictObject({ id: z.uuid() }),
  body: CorrectBody,
  handle: async context => {
    const wrong = await entriesOfMovement(context.tx, context.params.id)
    const [first] = wrong
    if (!first)
      return no(
        'not-found',
        'no-such-movement',
        clause,
        '没有这笔资金流转，或不在您的辖区。',
        'There is no such move of money in your jurisdiction.',
      )
    const stopped = whyNot(context, wrong)
    if (stopped) return stopped
    const date = dateInOrder(context.body.businessDate, context.now, clause, lastDayOf(wrong))
    if (!date.ok) return date
    const paper = paperOf(context, context.body, clause, { recordKind: 'correction', recordId: context.body.id })
    const posted = await postTransfers(context.tx, stampOf(context), correctionOf(paper, wrong))
    if (!posted.ok || posted.value.posted === 0) return posted
    await context.audit({
      countyCode: first.countyCode,
      action: 'ledger.correct',
      recordKind: 'ledger-movement',
      recordId: context.params.id,
      before: null,
      after: { corrects: wrong.length },
      reason: context.body.reason,
    })
    return posted
  },
})

export const correctRoutes = [correct]
