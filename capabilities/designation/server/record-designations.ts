import type { RouteContext } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { lastCode } from '@jincun/places'
import { designateCounty } from '../index.ts'
import type { Designation, DesignationOrder } from '../index.ts'
import { designationData } from './load-designation-data.ts'
import { designationsOfCounties, insertDesignations } from './store.ts'

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'publish'>

const sameAs = (one: Designation, other: Designation): boolean =>
  JSON.stringify({ ...one, decidedAt: '' }) === JSON.stringify({ ...other, decidedAt: '' })

const otherContent = (designation: Designation) => ({
  kind: 'conflict' as const,
  code: 'id-already-used',
  message: {
    zh: `编号已用于${designation.countyName}的另一条记录；请刷新后重新填写。`,
    en: `This id already belongs to another record of ${designation.countyName}; reload and enter it anew.`,
  },
  details: designation,
})

/** Judges the orders against what is on record; an order sent again with the same content is left as it is. */
function judge(context: Context, orders: readonly DesignationOrder[], existing: readonly Designation[]): Result<Designation[]> {
  const made: Designation[] = []
  for (const order of orders) {
    const line = lastCode(designationData().places, order.countyCode)
    const known = [...existing, ...made].filter(designation => designation.countyCode === line)
    const result = designateCounty(designationData(), order, known, context.policy, context.now)
    if (!result.ok) return result
    const stored = known.find(designation => designation.id === order.id)
    if (stored && !sameAs(stored, result.value)) return refuse(otherContent(stored))
    if (!stored) made.push(result.value)
  }
  return accept(made)
}

/**
 * Records designations in the caller's transaction, all or none: judged, stored, written to the audit log and made public.
 * Answers those that were new. For this slice's own route and for settlement, after a final list is published (5.5).
 */
export async function recordDesignations(context: Context, orders: readonly DesignationOrder[]): Promise<Result<Designation[]>> {
  const { tx, caller, audit, publish } = context
  const codes = orders.map(order => lastCode(designationData().places, order.countyCode))
  const judged = judge(context, orders, await designationsOfCounties(tx, codes))
  if (!judged.ok) return judged
  await insertDesignations(tx, judged.value, { realm: caller.realm, personId: caller.personId })
  for (const designation of judged.value) {
    const { id, countyCode, countyName, year, clause } = designation
    await audit({ countyCode, action: 'designation.record', recordKind: 'designation', recordId: id, before: null, after: designation })
    const title = { zh: `${countyName}列为 ${year} 年示范县`, en: `${countyName}: demonstration county of ${year}` }
    await publish({ id, countyCode, kind: 'designation', year, title, content: designation, clause })
  }
  return judged
}
