import { designationData } from '@jincun/designation/server'
import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { findProvince } from '@jincun/places'
import { z } from 'zod'
import { accountId, carriedOverState, fundOf, reassign, receivedBy, reclaim, reclaimOwn } from '../index.ts'
import type { Entry } from '../index.ts'
import { balancesOf } from './account-store.ts'
import { entriesOfMovement } from './entry-store.ts'
import { no } from './no.ts'
import { PaperBody, PlaceParams, Year, amountOf, batchOf, beginOf, dateInOrder, paperOf, postAndAudit, yearOf } from './request.ts'
import type { Context } from './request.ts'

const clause = 'notice-2020/3.7'
const ReclaimBody = PaperBody.omit({ amountYuan: true })
type Sent = Pick<Context, 'caller'> & { params: { countyCode: string }; body: z.output<typeof ReclaimBody> }

/** The answer to an id that was used before: the same order of the same batch is its first success, anything else a conflict. */
function repeatedOr({ caller, params, body }: Sent, known: readonly Entry[]) {
  const from = params.countyCode.endsWith('0000') ? fundOf(params.countyCode, batchOf(body)) : receivedBy(params.countyCode, batchOf(body))
  const account = accountId(caller.realm, from)
  const sameOrder = known.every(
    entry =>
      entry.kind === 'reclaim' &&
      entry.document === body.document &&
      entry.businessDate === body.businessDate &&
      entry.reason === body.reason,
  )
  const own = known.filter(({ countyCode }) => countyCode === params.countyCode)
  const same = sameOrder && own.length > 0 && own.every(({ debit, credit }) => debit === account || credit === account)
  if (same) return accept({ posted: 0, repeated: known.length })
  return no(
    'conflict',
    'id-used-for-another-transfer',
    clause,
    '这个编号已用于另一笔资金流转，请刷新后重试。',
    'This id was used for another move of money; reload and try again.',
  )
}

const nothing = () =>
  no('wrong-state', 'nothing-to-reclaim', clause, '这一批次没有可收回的资金。', 'Nothing of this batch can be taken back.')

/** The day of the order, once the money may be taken back (3.7), or why not. */
function dayOfReclaim({ policy, now }: Context, { budgetYear, businessDate }: z.output<typeof ReclaimBody>): Result<string> {
  const { state, reclaimableFrom } = carriedOverState(policy, yearOf(now), budgetYear, shanghaiDate(now))
  if (state === 'to-reclaim') return dateInOrder(businessDate, now, clause, reclaimableFrom)
  return no(
    'wrong-state',
    'not-yet-carried-over',
    clause,
    `${budgetYear}年的资金到${reclaimableFrom}才可收回。`,
    `Money of ${budgetYear} can be taken back from ${reclaimableFrom} on.`,
  )
}

const reclaimFromCounty = route({
  method: 'POST',
  path: '/api/ledger/counties/:countyCode/reclaims',
  action: 'ledger.reclaim',
  summary: "Take everything unspent of an old batch back into the province's pool",
  clauses: [clause],
  params: PlaceParams,
  body: ReclaimBody,
  place: ({ params }) => params.countyCode,
  handle: async context => {
    const { countyCode } = context.params
    const known = await entriesOfMovement(context.tx, context.body.id)
    if (known.length > 0) return repeatedOr(context, known)
    const date = dayOfReclaim(context, context.body)
    if (!date.ok) return date
    const batch = batchOf(context.body)
    const held = await balancesOf(context.tx, { countyCode, kinds: ['fund', 'line', 'project'], ...batch })
    const accounts = held.map(account => ({ ...account, parent: null, balance: account }))
    const paper = paperOf(context, context.body, clause, { recordKind: 'reclaim', recordId: context.body.id })
    const movement = reclaim(paper, countyCode, batch, accounts)
    if (!movement) return nothing()
    return postAndAudit(context, 'ledger.reclaim', countyCode, movement)
  },
})

const reclaimOwnMoney = route({
  method: 'POST',
  path: '/api/ledger/provinces/:countyCode/reclaims',
  action: 'ledger.reclaim',
  summary: 'Take what a province itself holds unspent of an old batch into its pool, to be reassigned',
  clauses: [clause],
  params: PlaceParams,
  body: ReclaimBody,
  place: ({ params }) => params.countyCode,
  handle: async context => {
    const { countyCode } = context.params
    if (!findProvince(designationData().places, countyCode))
      return no(
        'not-found',
        'no-such-place',
        clause,
        `没有代码为${countyCode}的省。`,
        `There is no province with code ${countyCode}.`,
        'countyCode',
      )
    const known = await entriesOfMovement(context.tx, context.body.id)
    if (known.length > 0) return repeatedOr(context, known)
    const date = dayOfReclaim(context, context.body)
    if (!date.ok) return date
    const batch = batchOf(context.body)
    const [fund] = await balancesOf(context.tx, { countyCode, kinds: ['fund'], ...batch })
    if (!fund || fund.available <= 0n) return nothing()
    const paper = paperOf(context, context.body, clause, { recordKind: 'reclaim', recordId: context.body.id })
    return postAndAudit(context, 'ledger.reclaim', countyCode, reclaimOwn(paper, countyCode, batch, fund.available))
  },
})

const reassignPool = route({
  method: 'POST',
  path: '/api/ledger/provinces/:countyCode/reassignments',
  action: 'ledger.reclaim',
  summary: 'Reassign reclaimed money to rural circulation as money of another year',
  clauses: [clause],
  params: PlaceParams,
  body: PaperBody.extend({
    toBudgetYear: Year,
    toBatchYear: Year,
    reason: z.string().trim().min(1, '请写明用途 / say what it is for').max(2_000),
  }),
  place: ({ params }) => params.countyCode,
  handle: async context => {
    const { body, params } = context
    const amount = amountOf(body.amountYuan, clause)
    if (!amount.ok) return amount
    const date = dateInOrder(body.businessDate, context.now, clause, beginOf(body.toBudgetYear))
    if (!date.ok) return date
    const paper = paperOf(context, body, clause, { recordKind: 'reassignment', recordId: body.id })
    const to = { source: 'central' as const, budgetYear: body.toBudgetYear, batchYear: body.toBatchYear }
    return postAndAudit(context, 'ledger.reclaim', params.countyCode, reassign(paper, params.countyCode, batchOf(body), to, amount.value))
  },
})

export const reclaimRoutes = [reclaimFromCounty, reclaimOwnMoney, reassignPool]
