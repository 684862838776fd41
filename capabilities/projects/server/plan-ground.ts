import type { PlanGround } from '../index.ts'
import { gateRulingsOf, planInForce, signedContracts } from './front-door.ts'
import { committedBy } from './plan-store.ts'
import type { Work } from './work.ts'

/** What a version of a county's plan is measured against now: the one in force, what contracts bind, rulings made. */
export async function planGround({ tx, policy: pack }: Pick<Work, 'tx' | 'policy'>, countyCode: string, year: number): Promise<PlanGround> {
  return {
    pack,
    standing: await planInForce(tx, countyCode, year),
    committed: committedBy(await signedContracts(tx, countyCode), year),
    rulings: await gateRulingsOf(tx, countyCode, year),
  }
}
