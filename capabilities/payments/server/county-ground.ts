import type { Transaction } from '@jincun/db'
import { findProject, gateRulingsOf, placedSitesOf, planInForce, signedContracts, stageOf } from '@jincun/projects/server'
import { latestChecks } from './payee-check-store.ts'
import { findPayment, paymentsOfCounty } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'
import { termsOfContracts } from './terms-store.ts'

/** What is read at the first asking and kept. */
function once<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>()
  return key => {
    const value = kept.get(key) ?? read(key)
    kept.set(key, value)
    return value
  }
}

/** What every request of a county is judged against: read once for all requests of one transaction that holds the county. */
export type CountyGround = ReturnType<typeof countyGround>

export function countyGround(tx: Transaction, countyCode: string) {
  const signed = once((_: 'signed') => signedContracts(tx, countyCode))
  const sites = once(async (_: 'sites') => placedSitesOf(tx, countyCode, await signed('signed')))
  const checks = once((_: 'checks') => latestChecks(tx, countyCode))
  let records: PaymentRecord[] | undefined
  return {
    signed: () => signed('signed'),
    sites: () => sites('sites'),
    checks: () => checks('checks'),
    project: once((id: string) => findProject(tx, countyCode, id)),
    stage: once((id: string) => stageOf(tx, countyCode, id)),
    plan: once((year: number) => planInForce(tx, countyCode, year)),
    rulings: once((year: number) => gateRulingsOf(tx, countyCode, year)),
    terms: once(async (contractId: string) => (await termsOfContracts(tx, [contractId])).at(-1)?.terms ?? null),
    records: async (): Promise<readonly PaymentRecord[]> => {
      records ??= await paymentsOfCounty(tx, countyCode)
      return records
    },
    /** A step moved a request: only that one is read again. */
    moved: async (id: string): Promise<void> => {
      const now = await findPayment(tx, id)
      records = records?.map(each => (now && each.request.id === id ? now : each))
    },
  }
}
