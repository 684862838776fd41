import type { TaskSource } from '@jincun/http'
import { formatYuan } from '@jincun/kernel'
import { paymentStates } from '../index.ts'
import type { PaymentState } from '../index.ts'
import { listPayments } from './payment-store.ts'

const waiting = (action: string, states: readonly PaymentState[]): TaskSource => ({
  action,
  find: async ({ tx }) =>
    (await listPayments(tx))
      .filter(({ state }) => states.includes(state))
      .map(({ request, state }) => ({
        id: `payment-${request.id}`,
        title: {
          zh: `${request.payee.name}申请拨付 ${formatYuan(BigInt(request.amountFen))} 元`,
          en: `${request.payee.name} asks for ${formatYuan(BigInt(request.amountFen))} yuan`,
        },
        detail: paymentStates[state],
        clause: 'notice-2020/6.2',
        due: null,
        href: `/payments/${request.id}`,
        state: 'do' as const,
      })),
})

/** Each hand sees what waits for it. */
export const tasks: readonly TaskSource[] = [
  waiting('payments.office-approve', ['submitted']),
  waiting('payments.finance-approve', ['office-approved', 'approved']),
  waiting('payments.leader-approve', ['leader-needed']),
]
