import type { Capability } from '@jincun/http'
import { tellPaidBy } from '@jincun/projects/server'
import { budgetRoutes } from './budget-routes.ts'
import { permissions } from './permissions.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { payeeCheckRoutes } from './payee-check-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { signalRoutes } from './signal-routes.ts'
import { paidParts } from './paid-parts.ts'
import { readRoutes } from './read-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { seedPayments } from './seed.ts'
import { tasks } from './tasks.ts'
import { termsRoutes } from './terms-routes.ts'
import { treasuryRoutes } from './treasury-routes.ts'

export { tellMoneySignalsBy } from './money-signals.ts'
export { paymentFileOf } from './payment-file.ts'
export { listPayments, paymentsOfCounty } from './payment-store.ts'

tellPaidBy(paidParts)

/** Payments: from the county to the contractor by request, four hands, rules asked again where the money moves (3.0, 3.6, 6.2). */
export const payments: Capability = {
  name: 'payments',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [
    ...budgetRoutes,
    ...treasuryRoutes,
    ...termsRoutes,
    ...evidenceRoutes,
    ...signalRoutes,
    ...payeeCheckRoutes,
    ...receiptRoutes,
    ...readRoutes,
    ...requestRoutes,
  ],
  tasks,
  seed: seedPayments,
}
