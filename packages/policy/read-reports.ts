import { PolicyGap } from './read.ts'
import type { GoodsCategories, ReportType } from './report-schema.ts'
import type { PolicyPack } from './schema.ts'

/** Whether something with a first and a last day holds on a day. */
export const inForce = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

/** The version of a report type that a report of that day is made in; throws a PolicyGap when there is none. */
export function reportTypeFor(pack: PolicyPack, id: string, day: string): ReportType {
  const versions = [...pack.reportTypes.values()].filter(type => type.id === id && inForce(type, day))
  const last = versions.sort((a, b) => a.version - b.version).at(-1)
  if (!last) throw new PolicyGap(`report type ${id} for ${day}`, `policy/reports/${id}-1.yaml`)
  return last
}

/** Every report type in force on a day, in its last version, by id. */
export function reportTypesOn(pack: PolicyPack, day: string): ReportType[] {
  const ids = new Set([...pack.reportTypes.values()].filter(type => inForce(type, day)).map(({ id }) => id))
  return [...ids].sort().map(id => reportTypeFor(pack, id, day))
}

/** The goods categories in force on a day; throws a PolicyGap when there are none. */
export function goodsCategoriesFor(pack: PolicyPack, day: string): GoodsCategories {
  const editions = [...pack.goodsCategories.values()].filter(edition => inForce(edition, day))
  const last = editions.sort((a, b) => a.edition - b.edition).at(-1)
  if (!last) throw new PolicyGap(`goods categories for ${day}`, `policy/goods-categories/${day.slice(0, 4)}.yaml`)
  return last
}
