import { parameterFor, standardFor } from '@jincun/policy'
import type { ParameterForYear, PolicyPack } from '@jincun/policy'

export type Place = { countyCode: string; year: number }

export const provinceOf = (countyCode: string): string => `${countyCode.slice(0, 2)}0000`

/** A number of the year as the county's province sets it: the province's own where its standard has one, else the general one. */
export function numberIn(pack: PolicyPack, id: string, { countyCode, year }: Place): ParameterForYear {
  const general = parameterFor(pack, id, year)
  const own = standardFor(pack, provinceOf(countyCode), year)?.numbers[id]
  return own === undefined ? general : { ...general, value: own }
}
