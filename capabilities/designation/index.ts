export { Certainty, CountyStanding, DeepPovertyArea, IncentiveRecord, SupportRecord } from './standing.ts'
