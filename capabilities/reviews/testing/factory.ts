import type { CountyStanding } from '@jincun/designation'
import type { Scorecard } from '@jincun/policy'
import type { Expert, ReviewedApplication } from '../expert.ts'
import type { ConflictGround } from '../find-conflicts.ts'
import type { PreferenceShown } from '../preferences.ts'
import type { ReviewRound, ReviewSettings } from '../review-round.ts'

const uuid = (kind: number, number: number): string => `01900000-0000-7000-8000-${String(kind * 1_000_000 + number).padStart(12, '0')}`

/** The id of the n-th expert made here. */
export const expertId = (number: number): string => uuid(1, number)

/** The id of the n-th application made here. */
export const applicationId = (number: number): string => uuid(2, number)

/** An expert without ties to anybody, unless they are given. */
export const anExpert = (number: number, more: Partial<Expert> = {}): Expert => ({
  id: expertId(number),
  provinceCode: '510000',
  name: `专家${number}`,
  personId: null,
  organisationName: `示例大学${number}`,
  title: '教授',
  homeCountyCode: '510104',
  fields: ['training'],
  declaredRelations: [],
  pastContracts: [],
  active: true,
  ...more,
})

/** An application of a county with the made-up code 5199nn. */
export const anApplication = (number: number, more: Partial<ReviewedApplication> = {}): ReviewedApplication => ({
  applicationId: applicationId(number),
  countyCode: `5199${String(number).padStart(2, '0')}`,
  countyName: `示例县${number}`,
  organisationNames: [],
  fields: ['training'],
  ...more,
})

/** Nothing on the registers and no county that changed its code. */
export const bareGround: ConflictGround = { lineOf: countyCode => countyCode, contracts: [] }

/** A score sheet whose n-th item 'item-n' has so many points. */
export const aScorecard = (points: readonly number[]): Scorecard => ({
  id: 'made-up',
  year: 2020,
  title: { zh: '示例评分表', en: 'Made-up score sheet' },
  items: points.map((maxPoints, index) => ({
    id: `item-${index + 1}`,
    title: { zh: `第${index + 1}项`, en: `Item ${index + 1}` },
    maxPoints,
    guidance: { zh: '看证据', en: 'By evidence' },
    clause: 'notice-2020/4.3',
  })),
  preferences: [],
  note: { zh: '示例', en: 'Made up' },
})

/** Settings of a small round: three reviewers each. */
export const reviewSettings: ReviewSettings = {
  reviewersPerApplication: 3,
  loadMinimum: 0,
  loadMaximum: 30,
  fieldMismatchCost: 6,
  avoidance: 'own-applications',
  contractYears: 3,
  organisationMaximum: null,
  basis: 'mean',
  reasonRule: { when: 'always', lowPercent: 20, highPercent: 90, minimumCharacters: 5 },
  overlapMinimum: 3,
  leniencyAlarm: 10,
  spreadAlarm: 25,
  nearLinePlaces: 2,
  clause: 'notice-2020/5.2',
}

/** A preference worth points that is not earned, unless said otherwise. */
export const aPreference = (id: string, more: Partial<PreferenceShown> = {}): PreferenceShown => ({
  id,
  title: { zh: id, en: id },
  kind: 'points',
  clause: 'notice-2020/4.5',
  fact: id,
  status: 'not-earned',
  points: 0,
  source: '',
  ...more,
})

/** A county of which the lists say nothing special. */
export const aStanding = (more: Partial<CountyStanding> = {}): CountyStanding => ({
  countyCode: '519901',
  name: '示例县',
  provinceCode: '510000',
  year: 2020,
  nationalPovertyCounty: false,
  delistYear: null,
  countyNotYetOutOfPoverty: false,
  deepPovertyArea: null,
  oldRevolutionaryBaseCounty: null,
  supported: [],
  supportedBefore: 'unknown',
  incentiveYear: null,
  incentive: [],
  ...more,
})

/** A round of Sichuan in 2020 in the given state. */
export const aRound = (state: ReviewRound['state'], settings: Partial<ReviewSettings> = {}): ReviewRound => ({
  id: uuid(3, 1),
  provinceCode: '510000',
  year: 2020,
  title: '（演示）2020年评审',
  state,
  version: 1,
  settings: { ...reviewSettings, ...settings },
})
