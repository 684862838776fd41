import type { Bilingual, PolicyPack } from '@jincun/policy'

/** Fields of expertise with their words: the support areas of a year, or of the latest year that has any. */
export function fieldLabels(policy: PolicyPack, year?: number): { id: string; term: Bilingual }[] {
  const values = policy.lists.get('support-areas')?.values ?? {}
  const chosen = year !== undefined && values[year] ? String(year) : Object.keys(values).sort().at(-1)
  return (chosen ? (values[chosen] ?? []) : []).map(({ id, term }) => ({ id, term }))
}
