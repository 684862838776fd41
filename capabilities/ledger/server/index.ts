import type { Capability } from '@jincun/http'
import { accountRoutes } from './account-routes.ts'
import { allotRoutes } from './allot-routes.ts'
import { commands } from './commands.ts'
import { correctRoutes } from './correct-routes.ts'
import { moneyRoutes } from './money-routes.ts'
import { permissions } from './permissions.ts'
import { reclaimRoutes } from './reclaim-routes.ts'
import { seedLedger } from './seed.ts'
import { tasks } from './tasks.ts'

export { balancesOf } from './account-store.ts'
export type { AccountFilter, AccountWithBalance } from './account-store.ts'
export { contributionsOf } from './contributions.ts'
export type { Contribution } from './contributions.ts'
export { earlierRates } from './earlier-rates.ts'
export type { EarlierRate } from './earlier-rates.ts'
export { entriesOfMovement, entriesOfRecord, entriesOfRecords } from './entry-store.ts'
export { moneyRulesOf, moneyView } from './money-routes.ts'
export { no as refuseByClause } from './no.ts'
export { placeName } from './place-name.ts'
export { ensureAccounts, postMovement, postTransfers } from './post-transfers.ts'
export type { Posted, Stamp } from './post-transfers.ts'
export { amountOf, beginOf, dateInOrder, earliestAllotment } from './request.ts'
export { statementOf } from './statement.ts'
export { verifyLedger } from './verify-ledger.ts'

/** The ledger: double entry, append-only, provable; allotment, carried-over funds, disbursement rate, clocks of each step (3.7, 5.1, 5.4, 5.6). */
export const ledger: Capability = {
  name: 'ledger',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [...moneyRoutes, ...allotRoutes, ...reclaimRoutes, ...correctRoutes, ...accountRoutes],
  tasks,
  commands,
  seed: seedLedger,
}
