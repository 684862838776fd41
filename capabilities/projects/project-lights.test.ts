import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoContract, demoContractLine, demoContractor, demoProject } from './demo-county.ts'
import { forecastEnd, lightsOf, numberIn, plannedPercent, worstLight } from './index.ts'
import type { Contract, LightTone, ProgressReport, Project, ProjectStage } from './index.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})
const number = (id: string): number => Number(numberIn(pack, id, { countyCode: '513431', year: 2020 }).value)

// 100 days from 1 January: a day is a per cent.
const project = (change: Partial<Project> = {}): Project => ({
  ...demoProject('light', '灯', ['centre-rooms'], 'joint-delivery', '2020-01-01', '2020-04-10'),
  ...change,
})
const day = (after: number): string => new Date(Date.UTC(2020, 0, 1) + after * 86_400_000).toISOString().slice(0, 10)
const photo = { fileId: '01900000-0000-7000-8000-000000000001', takenOn: '2020-01-01', caption: '现场' }
const report = (after: number, percent: number, photos = [photo]): ProgressReport => ({
  id: '01900000-0000-7000-8000-000000000002',
  countyCode: '513431',
  projectId: project().id,
  asOf: day(after),
  percent,
  stepsDone: [],
  note: '',
  photos,
})
const contract = (expiresOn: string, state: Contract['state'] = 'signed'): Contract => {
  const made = demoContract({
    project: project(),
    contractor: demoContractor('甲', '91350100M000100Y43'),
    procurementId: null,
    number: '1号',
    lines: [demoContractLine('one', 'centre-rooms', '装修', 'premises-fit-out', '1', '1')],
    from: '2020-01-01',
    until: '2020-04-10',
    data: ['activities'],
  })
  return { ...made, state, guarantee: made.guarantee && { ...made.guarantee, expiresOn } }
}
type Watched = { project?: Project; stage?: ProjectStage; progress?: ProgressReport[]; contracts?: Contract[] }
const lights = (watched: Watched, today: string): string[] =>
  lightsOf({ project: project(), stage: 'under-way', progress: [report(50, 50)], contracts: [], ...watched }, pack, today).map(
    ({ code, tone }) => `${code} ${tone}`,
  )

describe('each reason on both sides of its bound', () => {
  test.each<[string, () => [Watched, string], string[]]>([
    ['on schedule', () => [{}, day(50)], []],
    ['a point less behind than amber', () => [{ progress: [report(50, 51 - number('progress-lag-amber-points'))] }, day(50)], []],
    [
      'behind by the points of amber',
      () => [{ progress: [report(50, 50 - number('progress-lag-amber-points'))] }, day(50)],
      ['behind-schedule amber'],
    ],
    [
      'a point less behind than red',
      () => [{ progress: [report(50, 51 - number('progress-lag-red-points'))] }, day(50)],
      ['behind-schedule amber'],
    ],
    [
      'behind by the points of red',
      () => [{ progress: [report(50, 50 - number('progress-lag-red-points'))] }, day(50)],
      ['behind-schedule red'],
    ],
    ['reported on the last day in time', () => [{ progress: [report(50, 100)] }, day(50 + number('progress-report-days-maximum'))], []],
    [
      'a day later',
      () => [{ progress: [report(50, 100)] }, day(51 + number('progress-report-days-maximum'))],
      ['progress-not-reported amber'],
    ],
    [
      'never reported',
      () => [{ progress: [] }, day(1 + number('progress-report-days-maximum'))],
      ['behind-schedule red', 'progress-not-reported unknown'],
    ],
    ['without a photo', () => [{ progress: [report(50, 50, [])] }, day(50)], ['no-photo amber']],
    ['nothing done, so nothing to show', () => [{ progress: [report(5, 0, [])] }, day(5)], []],
    ['a guarantee that ends after the alarm', () => [{ contracts: [contract(day(51 + number('guarantee-alarm-days')))] }, day(50)], []],
    [
      'on the day of the alarm',
      () => [{ contracts: [contract(day(50 + number('guarantee-alarm-days')))] }, day(50)],
      ['guarantee-expiring amber'],
    ],
    ['on its last day', () => [{ contracts: [contract(day(50))] }, day(50)], ['guarantee-expiring amber']],
    ['the day after', () => [{ contracts: [contract(day(49))] }, day(50)], ['guarantee-expired red']],
    ['of a contract that is over', () => [{ contracts: [contract(day(49), 'terminated')] }, day(50)], []],
    ['not disclosed', () => [{ project: project({ disclosureUrl: '' }) }, day(50)], ['not-disclosed amber']],
    ['not disclosed before it began', () => [{ project: project({ disclosureUrl: '' }), progress: [] }, day(-1)], []],
    ['without a decision', () => [{ project: project({ decisionDocument: '' }) }, day(50)], ['no-decision-document amber']],
    ['on its last day, all done', () => [{ progress: [report(100, 100)] }, '2020-04-10'], []],
    ['the day after', () => [{ progress: [report(100, 100)] }, '2020-04-11'], ['past-end red']],
    ['completed by then', () => [{ stage: 'completed', progress: [report(100, 100)] }, '2020-04-11'], []],
    [
      'accepted, with a guarantee that ended',
      () => [{ stage: 'accepted', contracts: [contract(day(49))] }, '2020-06-01'],
      ['guarantee-expired red'],
    ],
    ['stopped', () => [{ stage: 'stopped', progress: [] }, '2020-06-01'], []],
  ])('%s', (_what, make, expected) => {
    expect(lights(...make())).toEqual(expected)
  })
})

test.each<[LightTone[], LightTone]>([
  [[], 'green'],
  [['unknown', 'amber'], 'amber'],
  [['amber', 'red', 'unknown'], 'red'],
  [['unknown'], 'unknown'],
])('of %j the colour is %s', (tones, worst) => {
  expect(worstLight(tones.map(tone => ({ code: 'x', tone, why: { zh: '', en: '' } })))).toBe(worst)
})

test('the plan runs from 0 to 100 and never back, by steps as by days; the colour is the worst of the reasons in any order', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 })
  fc.assert(
    fc.property(steps, fc.integer({ min: -10, max: 120 }), fc.nat(20), (due, at, later) => {
      const own = project({ schedule: due.map((after, index) => ({ id: `s${index}`, name: '步', due: day(after) })) })
      const [now, then] = [plannedPercent(own, day(at)), plannedPercent(own, day(at + later))]
      expect(now).toBeLessThanOrEqual(then)
      expect(now >= 0 && then <= 100).toBe(true)
      expect([plannedPercent(own, day(-1)), plannedPercent(own, own.end)]).toEqual([0, 100])
      const found = lightsOf({ project: own, stage: 'under-way', progress: [report(20, 5, [])], contracts: [] }, pack, day(at))
      expect(worstLight(found.toReversed())).toBe(worstLight(found))
    }),
    { numRuns: 200 },
  )
})

test.each<[string, ProgressReport | null, string | null]>([
  ['half done after 50 days takes 100', report(50, 50), '2020-04-10'],
  ['a third done after 50 days takes 150', report(50, 33), day(152)],
  ['nothing done', report(50, 0), null],
  ['no report', null, null],
  ['a report of the first day', report(0, 10), null],
])('forecast: %s', (_what, last, expected) => {
  expect(forecastEnd(project(), last)).toBe(expected)
})
