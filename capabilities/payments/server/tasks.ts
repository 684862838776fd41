import type { TaskSource } from '@jincun/http'
import { formatYuan } from '@jincun/kernel'
import { paymentStates } from '../index.ts'
import type { PaymentState } from '../index.ts'
import { listPayments } from './payment-store.ts'
import { openImports } from './treasury-store.ts'
import { countsOf, importsNow } from './treasury-view.ts'

const waiting = (action: string, states: readonly PaymentState[]): TaskSource => ({
  action,
  find: async ({ tx }) =>
    (await listPayments(tx, { states })).map(({ request, state }) => ({
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

/** Payment files with differences that nobody explained, or with lines to post. */
const openFiles: TaskSource = {
  action: 'payments.finance-approve',
  find: async ({ tx }) =>
    (await importsNow(tx, await openImports(tx))).flatMap(each => {
      const { open, ready } = countsOf(each)
      if (open + ready === 0) return []
      const title = {
        zh: `国库文件“${each.fileName}”：差异未处理 ${open} 处，待登记 ${ready} 笔`,
        en: `Treasury file ${each.fileName}: ${open} open differences, ${ready} to post`,
      }
      const href = `/payments/treasury/${each.countyCode}/${each.id}`
      return [{ id: `treasury-${each.id}`, title, clause: 'notice-2020/6.2', due: null, href, state: 'do' as const }]
    }),
}

/** Each hand sees what waits for it. */
export const tasks: readonly TaskSource[] = [
  openFiles,
  waiting('payments.office-approve', ['submitted']),
  waiting('payments.finance-approve', ['office-approved', 'approved']),
  waiting('payments.leader-approve', ['leader-needed']),
]
