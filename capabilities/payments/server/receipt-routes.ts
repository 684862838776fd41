import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { z } from 'zod'
import { findPayment, insertStep, ownsPayment, stepsOf } from './payment-store.ts'
import { stampOf } from './steps.ts'

const clause = 'notice-2020/5.6'

const confirm = route({
  method: 'POST',
  path: '/api/payments/:id/receipt',
  action: 'payments.request',
  summary: 'The payee confirms that a payment came, on which day and under which number of its bank',
  clauses: [clause],
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({
    receivedOn: z.iso.date('日期写作 2020-05-20 / write the day as 2020-05-20'),
    bankReference: z.string().trim().min(1, '请填写银行回单号 / give the number of the bank receipt').max(60),
  }),
  handle: async context => {
    const { tx, params, body, caller, now } = context
    const record = await findPayment(tx, params.id, true)
    if (!record || !(await ownsPayment(tx, params.id, caller.organisationId ?? '')))
      return no('not-found', 'no-such-request', clause, '没有这笔拨付申请，或不是贵单位的。', 'There is no such request of yours.')
    const known = (await stepsOf(tx, params.id)).find(({ step }) => step === 'receive')
    const document = `${body.receivedOn} ${body.bankReference}`
    if (known)
      return known.document === document
        ? accept({ id: params.id })
        : no('conflict', 'receipt-confirmed', clause, '这笔款已确认到账，不能再改。', 'The receipt of this payment is confirmed already.')
    if (record.state !== 'paid' || record.paidOn === null)
      return no('wrong-state', 'payment-wrong-state', clause, '支付之后才能确认到账。', 'A payment is confirmed once it was made.')
    if (body.receivedOn < record.paidOn || body.receivedOn > shanghaiDate(now))
      return no(
        'invalid',
        'received-out-of-time',
        clause,
        `到账日期应在支付日期${record.paidOn}与今天之间。`,
        `The money came between the day of payment, ${record.paidOn}, and today.`,
        'receivedOn',
      )
    await insertStep(tx, record.request, 'receive', { reason: '', document, fromState: 'paid' }, stampOf(context))
    await context.audit({
      countyCode: record.request.countyCode,
      action: 'payments.request',
      recordKind: 'payment-request',
      recordId: params.id,
      before: { receivedOn: null },
      after: body,
    })
    return accept({ id: params.id })
  },
})

export const receiptRoutes = [confirm]
