import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { z } from 'zod'
import { PayeeCheck } from '../index.ts'
import { findCheck, insertCheck } from './payee-check-store.ts'
import { stampOf } from './steps.ts'

const clause = 'notice-2020/6.3'

const enter = route({
  method: 'POST',
  path: '/api/payments/payee-checks/:county',
  action: 'payments.office-approve',
  summary: 'Enter what the public register of firms says of a payee: business status, last activity seen, source and day',
  clauses: [clause],
  params: z.strictObject({ county: z.string().regex(/^\d{6}$/) }),
  body: PayeeCheck,
  place: ({ params }) => params.county,
  handle: async context => {
    const { tx, params, body, now } = context
    const known = await findCheck(tx, params.county, body.id)
    if (known) {
      const same = known.creditCode === body.creditCode && known.status === body.status && known.checkedOn === body.checkedOn
      if (same) return accept({ id: body.id })
      return no('conflict', 'id-used-for-another-check', clause, '这个编号已用于另一次核查。', 'This id was used for another check.')
    }
    if (body.checkedOn > shanghaiDate(now))
      return no(
        'invalid',
        'date-in-future',
        clause,
        '核查日期不能晚于今天。',
        'The day of the check cannot be later than today.',
        'checkedOn',
      )
    if (body.activeOn !== null && body.activeOn > body.checkedOn)
      return no(
        'invalid',
        'activity-after-check',
        clause,
        '最近活动日期不能晚于核查日期。',
        'Activity cannot be seen after the day of the check.',
        'activeOn',
      )
    await insertCheck(tx, params.county, body, stampOf(context))
    await context.audit({
      countyCode: params.county,
      action: 'payments.office-approve',
      recordKind: 'payee-check',
      recordId: body.id,
      before: null,
      after: body,
    })
    return accept({ id: body.id })
  },
})

export const payeeCheckRoutes = [enter]
