import { daysBetween } from '@jincun/kernel'
import { countOf } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { Contract } from './contract.ts'
import type { Contractor, Licence } from './contractor.ts'
import { numberIn } from './provincial-number.ts'

/** A licence that ends within the days of a year, or has ended, and how many days are left (below zero when it has ended). */
export type EndingLicence = { licence: Licence; left: number; year: number }

/**
 * Licences of a firm about to end (6.3), by the days of the programme year of its latest signed contract. A firm without one has no year, and
 * nothing of it is due.
 */
export function endingLicences(
  firm: Contractor,
  contracts: readonly Pick<Contract, 'contractorId' | 'state' | 'year'>[],
  pack: PolicyPack,
  today: string,
): EndingLicence[] {
  const years = contracts.filter(({ contractorId, state }) => contractorId === firm.id && state === 'signed').map(({ year }) => year)
  if (years.length === 0) return []
  const year = Math.max(...years)
  const days = countOf(numberIn(pack, 'licence-alarm-days', { countyCode: firm.countyCode, year }))
  return firm.licences.flatMap(licence => {
    const left = licence.expiresOn === null ? null : daysBetween(today, licence.expiresOn)
    return left !== null && left <= days ? [{ licence, left, year }] : []
  })
}
