import type { Transaction } from '@jincun/db'
import type { RouteContext } from '@jincun/http'
import { countyStanding } from '@jincun/designation'
import type { CountyStanding } from '@jincun/designation'
import { designationData } from '@jincun/designation/server'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { findCounty } from '@jincun/places'
import { places } from '@jincun/places/server'
import type { PolicyPack } from '@jincun/policy'
import type { Actor, Fact } from '../index.ts'
import { factsOf } from '../facts.ts'

/** What every step needs of its request; the demo seed makes one itself. */
export type Work = {
  tx: Transaction
  now: Date
  policy: PolicyPack
  by: Actor
  realm: string
  audit: RouteContext<unknown, unknown, unknown>['audit']
  publish: RouteContext<unknown, unknown, unknown>['publish']
}

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'publish'>

export function workOf({ tx, now, policy, caller, audit, publish }: Context): Work {
  const by = { personId: caller.personId ?? '', name: caller.name, office: caller.organisationName }
  return { tx, now, policy, by, realm: caller.realm, audit, publish }
}

export const notFound: Refusal = {
  kind: 'not-found',
  code: 'application-not-found',
  message: { zh: '没有这份申报，或不在您的辖区内。', en: 'There is no such application, or it is outside your jurisdiction.' },
}

const noCounty = (code: string): Refusal => ({
  kind: 'invalid',
  code: 'county-unknown',
  message: { zh: `${code} 不是县级行政区划代码，请核对。`, en: `${code} is not the code of a county unit. Check it.` },
  where: 'countyCode',
})

export type Known = { standing: CountyStanding; facts: Fact[] }

/** What places and lists say of a county; refused for a code that is no county unit. */
export function knownOf(countyCode: string, year: number): Result<Known> {
  const county = findCounty(places(), countyCode)
  const standing = countyStanding(designationData(), countyCode, year)
  if (!county || county.kind === 'statistical-area' || !standing.ok) return refuse(noCounty(countyCode))
  return accept({ standing: standing.value, facts: factsOf(county, standing.value) })
}
