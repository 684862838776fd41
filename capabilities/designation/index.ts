export { chooseCounties, CountyFilter, countyFactsOf } from './county-facts.ts'
export type { CountyFacts } from './county-facts.ts'
export { countyStanding, rosterGaps } from './county-standing.ts'
export { designateCounty } from './designate-county.ts'
export type { DesignationOrder } from './designate-county.ts'
export { buildDesignationData, FactSource } from './designation-data.ts'
export type { DesignationData, DesignationTables, NationalCount, PovertyListing, ProvinceCount } from './designation-data.ts'
export { clauseOfWay, Designation, DesignationWay } from './designation.ts'
export { provinceStanding } from './province-standing.ts'
export type { ProvinceStanding } from './province-standing.ts'
export {
  readDeepPovertyAreas,
  readIncentiveRecord,
  readNationalCount,
  readPovertyListing,
  readProvinceCount,
  readSupportRecord,
} from './read-designation-tables.ts'
export { Certainty, CountyStanding, DeepPovertyArea, IncentiveRecord, Note, SupportRecord } from './standing.ts'
