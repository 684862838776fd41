import { z } from 'zod'

/** Our kinds of station; each system has its own codes for them. */
export const StationKind = z.enum(['county', 'township', 'village'])
export type StationKind = z.infer<typeof StationKind>

/** What a county reports as: which version of the ministry's system, under which enterprise code, from which day on. */
export type MinistrySettings = { countyCode: string; version: number; system: string; enterpriseCode: string; startsOn: string }

/**
 * A station as the ministry knows it. `station` is our code of the transactions, `code` the ministry's: never the one for the other. Stations that are
 * not reported say why.
 */
export type MinistryStation = {
  countyCode: string
  station: string
  version: number
  code: string
  name: string
  kind: StationKind
  /** Why it is not reported; '' where it is. */
  leftOutBecause: string
}

/** 企业编码: ten digits in every example seen, but its rule is unknown, so only its form is asked. */
export const EnterpriseCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{4,32}$/, '企业编码应为4至32位字母或数字 / an enterprise code has 4 to 32 letters or digits')
