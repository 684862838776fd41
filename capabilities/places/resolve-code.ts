import { accept, refuse } from '@jincun/kernel'
import type { BusinessDate, Refusal, Result } from '@jincun/kernel'
import { findCounty } from './place-index.ts'
import type { PlaceIndex } from './place-index.ts'
import type { CodeChange, County } from './place.ts'

/** A code followed to the county that stands for it on a day. `changes` is empty when the code itself stands. */
export type ResolvedCode = {
  requested: string
  county: County
  changes: readonly CodeChange[]
  /** `not-yet` when the code was only made after that day. */
  status: 'in-force' | 'not-yet'
}

/**
 * Follows a county code to its successor in force on a day (Asia/Shanghai). Resolving the answer again changes nothing.
 * A code no edition holds is refused.
 */
export function resolveCode(index: PlaceIndex, code: string, onDate: BusinessDate): Result<ResolvedCode> {
  let county = findCounty(index, code)
  if (!county) return refuse(unknownCounty(code))
  const changes: CodeChange[] = []
  while (county.validTo !== null && county.validTo <= onDate) {
    const change: CodeChange | undefined = index.changeFrom.get(county.code)
    const successor: County | undefined = change && findCounty(index, change.to)
    if (!change || !successor) break
    changes.push(change)
    county = successor
  }
  const status = county.validFrom !== null && county.validFrom > onDate ? 'not-yet' : 'in-force'
  return accept({ requested: code, county, changes, status })
}

/** The refusal for a code that no edition holds; `where` names the field or column it came from. */
export const unknownCounty = (code: string, where = 'county_code'): Refusal => ({
  kind: 'not-found',
  code: 'unknown-county-code',
  message: {
    zh: `县级代码 ${code} 不在 2020 年 6 月和 12 月两版代码表中，请核对后重填或按名称查找。`,
    en: `County code ${code} is in neither the June nor the December 2020 edition; check it, or search by name.`,
  },
  where,
})

/** The last code of a county's line, whatever the day; a code that is not a county's comes back as it is. */
export function lastCode(index: PlaceIndex, code: string): string {
  const change = index.changeFrom.get(code)
  return change ? lastCode(index, change.to) : code
}
