import { countyStanding, provinceStanding } from '@jincun/designation'
import type { DesignationData } from '@jincun/designation'
import { findCounty, lastCode } from '@jincun/places'
import type { Finding } from '@jincun/policy'
import type { ListedCounty, ListSubject, RankedListEntry, UnsupportedCounties } from './ranked-list.ts'

export type ListInput = Pick<ListSubject, 'year' | 'provinceCode' | 'quota' | 'at' | 'extension'> & {
  entries: readonly RankedListEntry[]
  /** Findings on a county's application by its present code; null where no application is at hand. */
  eligibilityOf: (countyCode: string) => readonly Finding[] | null
  /** What the province has established where the public lists are silent (2017). */
  established?: { oldBaseCounties?: readonly string[]; unsupported?: UnsupportedCounties }
}

/** An entry under the present code of its county; an older code is kept beside it. */
export function followCode(data: DesignationData, entry: RankedListEntry): RankedListEntry {
  const code = lastCode(data.places, entry.countyCode)
  return code === entry.countyCode ? entry : { ...entry, countyCode: code, writtenCode: entry.writtenCode ?? entry.countyCode }
}

function listed(data: DesignationData, input: ListInput, written: RankedListEntry): ListedCounty {
  const entry = followCode(data, written)
  const standing = countyStanding(data, entry.countyCode, input.year)
  const findings = input.eligibilityOf(entry.countyCode)
  const oldBase = input.established?.oldBaseCounties?.some(code => lastCode(data.places, code) === entry.countyCode)
  return {
    ...entry,
    name: findCounty(data.places, entry.countyCode)?.name ?? null,
    standing: standing.ok ? { ...standing.value, oldRevolutionaryBaseCounty: oldBase ?? standing.value.oldRevolutionaryBaseCounty } : null,
    eligibility: findings && [...findings],
  }
}

/** The list with everything the public records say of its counties and its province, ready for `checkList`. */
export function listSubject(data: DesignationData, input: ListInput): ListSubject {
  const { year, provinceCode, quota, at, extension } = input
  return {
    year,
    provinceCode,
    quota,
    at,
    extension,
    counties: input.entries.map(entry => listed(data, input, entry)),
    povertyTask: provinceStanding(data, provinceCode, year)?.hasPovertyTask ?? null,
    unsupported: input.established?.unsupported ?? null,
  }
}
