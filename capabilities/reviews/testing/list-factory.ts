import type { CountyStanding } from '@jincun/designation'
import type { ListedCounty, ListSubject } from '../ranked-list.ts'

/** The standing of a made-up county: no poverty county, never supported, nothing unknown. */
export const aStanding = (countyCode: string, more: Partial<CountyStanding> = {}): CountyStanding => ({
  countyCode,
  name: `示例县${countyCode}`,
  provinceCode: `${countyCode.slice(0, 2)}0000`,
  year: 2020,
  nationalPovertyCounty: false,
  delistYear: null,
  countyNotYetOutOfPoverty: false,
  deepPovertyArea: null,
  oldRevolutionaryBaseCounty: false,
  supported: [],
  supportedBefore: 'no',
  incentiveYear: null,
  incentive: [],
  ...more,
})

/** The n-th county of a list of province 51: a first application of rank n with a score that falls with the rank. */
export function aListedCounty(rank: number, more: Partial<ListedCounty> = {}, standing: Partial<CountyStanding> = {}): ListedCounty {
  const countyCode = more.countyCode ?? `51${String(1000 + rank)}`
  return {
    rank,
    countyCode,
    type: 'first',
    score: String(1000 - rank),
    name: `示例县${rank}`,
    standing: aStanding(countyCode, standing),
    eligibility: null,
    ...more,
  }
}

/** `count` counties, the first `poverty` of them national poverty counties. */
export const listedCounties = (count: number, poverty = 0): ListedCounty[] =>
  Array.from({ length: count }, (_, index) => aListedCounty(index + 1, {}, { nationalPovertyCounty: index < poverty }))

/** A list of province 51 in 2020 with ten provisional seats, handed in a week early. */
export const aListSubject = (counties: readonly ListedCounty[], more: Partial<ListSubject> = {}): ListSubject => ({
  year: 2020,
  provinceCode: '510000',
  quota: 10,
  counties,
  povertyTask: true,
  unsupported: null,
  at: new Date('2020-05-22T10:00:00+08:00'),
  extension: null,
  ...more,
})

let made = 0
/** An id no other call gave. */
export const newTestId = (): string => `01900000-0000-7000-9000-${String(++made).padStart(12, '0')}`
