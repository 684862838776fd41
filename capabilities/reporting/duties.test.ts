import { addDays } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { reportTypesOn } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dutiesOf } from './duties.ts'
import type { DutyGround } from './duties.ts'
import { isOpen, summariseDuties } from './duty.ts'
import type { FormVersion } from './form-report.ts'
import { daysOwed } from './station-days-owed.ts'
import type { StationDay } from './station.ts'

const pack = loadPolicy()
const firm = '91513431MA6DEMA18G'
const contract = {
  id: 'c1',
  number: '1号',
  year: 2020,
  party: { name: '甲公司', creditCode: firm },
  start: '2020-03-10',
  end: '2020-04-20',
  dataAgreement: { items: ['project-progress'] },
} as unknown as Contract
const [first, second] = [
  { id: 's1', kind: 'village-station' as const, name: '甲村站' },
  { id: 's2', kind: 'village-station' as const, name: '乙村站' },
]
const station = (code: string, siteId: string, startsOn = '2020-03-10') => ({
  countyCode: '513431',
  code,
  version: 1,
  siteId,
  startsOn,
  endsOn: null,
})
const stations = [station('5134310001', 's1'), station('5134310002', 's2', '2020-04-18')]
const ground = (today: string, change: Partial<DutyGround> = {}): DutyGround => ({
  pack,
  types: reportTypesOn(pack, today),
  obliged: [{ contract, supportArea: 'joint-delivery', sites: [first, second] }],
  stations,
  days: [],
  versions: [],
  paidBefore: () => 0n,
  today,
  ...change,
})
const version = (number: number, at: string, rows: FormVersion['rows'], period = '2020-03'): FormVersion => ({
  countyCode: '513431',
  reporter: 'c1',
  form: 'monthly-public-services',
  period,
  id: `v${number}`,
  version: number,
  typeVersion: 1,
  rows,
  reason: number > 1 ? 'x' : '',
  channel: 'page',
  paperFileId: null,
  enteredAt: new Date(at),
  enteredBy: null,
})
const rowOf = (code: string, paid = '0') => ({ station: code, central_paid_wan: paid })
const forms = (ground: DutyGround, period = '2020-03') =>
  dutiesOf(ground).filter(duty => duty.form === 'monthly-public-services' && duty.period === period)

test.each<[string, string, number, number]>([
  ['on its day it is not missing yet', '2020-04-10', 0, 0],
  ['the day after it is, for each site', '2020-04-11', 2, 2],
])('a form of March: %s', (_what, today, required, missing) => {
  const { required: asked, present, missing: lacking } = summariseDuties(forms(ground(today)))
  expect([asked, present, lacking]).toEqual([required, 0, missing])
})

test('a form is there for the sites it has a row of; by its first version on time, late or back-filled', () => {
  const both = [rowOf('5134310001'), rowOf('5134310002')]
  const states = (at: string, rows = both) =>
    forms(ground('2020-07-01', { versions: [version(1, at, rows)] })).map(
      ({ siteName, onTime, late, backFilled, faults }) => `${siteName} ${onTime}${late}${backFilled} ${faults.length}`,
    )
  expect(states('2020-04-10T23:59:00+08:00')).toEqual(['乙村站 100 0', '甲村站 100 0'].sort())
  expect(states('2020-04-11T00:00:00+08:00', [rowOf('5134310001')]).sort()).toEqual(['乙村站 000 1', '甲村站 010 0'])
  expect(states('2020-05-11T00:00:00+08:00')).toEqual(['乙村站 001 0', '甲村站 001 0'].sort())
})

test('a site a correction brings is as late as the correction; one it takes out is missing again', () => {
  const versions = [
    version(1, '2020-04-09T09:00:00+08:00', [rowOf('5134310001')]),
    version(2, '2020-04-20T09:00:00+08:00', [rowOf('5134310002')]),
  ]
  const found = forms(ground('2020-05-01', { versions })).map(({ siteName, present, late, faults }) => [
    siteName,
    present,
    late,
    faults[0]?.why.zh,
  ])
  expect(found.toSorted()).toEqual(
    [
      ['乙村站', 1, 1, undefined],
      ['甲村站', 0, 0, '已报的表里没有这个站点'],
    ].toSorted(),
  )
})

test.each<[string, bigint, number]>([
  ['as much as the books', 120_500_000n, 2],
  ['a 分 less than the books', 120_500_001n, 0],
  ['a 分 more than the books', 120_499_999n, 0],
])('money paid is held against the books: %s', (_what, paid, valid) => {
  const versions = [version(1, '2020-04-01T09:00:00+08:00', [rowOf('5134310001', '100'), rowOf('5134310002', '20.5')])]
  expect(summariseDuties(forms(ground('2020-05-01', { versions, paidBefore: () => paid })))).toMatchObject({
    required: 2,
    present: 2,
    valid,
  })
})

test('a site without a code can report nothing, and what cannot be reported is missing', () => {
  const none = dutiesOf(ground('2020-05-11', { stations: [] })).flatMap(({ faults }) => faults.map(({ why }) => why.zh))
  expect(none.length).toBe(8)
  expect(new Set(none)).toEqual(new Set(['站点还没有登记编码，报不了']))
})

test('without an agreement nothing is owed here; the gate asks for the agreement itself', () => {
  const bare = { ...contract, dataAgreement: null } as Contract
  expect(dutiesOf(ground('2020-05-11', { obliged: [{ contract: bare, supportArea: 'joint-delivery', sites: [first] }] }))).toEqual([])
})

const came = (code: string, day: string, change: Partial<StationDay> = {}): StationDay => ({
  contractor: firm,
  station: code,
  day,
  firstOn: addDays(day, 1),
  orders: 1,
  saidNone: false,
  onPaper: false,
  ...change,
})
const daily = (today: string, ...days: StationDay[]) =>
  dutiesOf(ground(today, { days })).find(duty => duty.form === 'daily-station' && duty.station === '5134310002')

test.each<[string, Partial<StationDay>, object]>([
  ['the day after is on time', {}, { present: 1, valid: 1, onTime: 1, late: 0, backFilled: 0 }],
  ['two days after is late', { firstOn: '2020-04-20' }, { present: 1, onTime: 0, late: 1 }],
  ['three days after is back-filled', { firstOn: '2020-04-21' }, { late: 0, backFilled: 1 }],
  ['no trade is a report', { orders: 0, saidNone: true }, { present: 1, valid: 1 }],
  ['no trade against orders does not hold', { saidNone: true }, { present: 1, valid: 0 }],
  ['another firm reports for nobody', { contractor: 'other' }, { present: 0 }],
])('a day of a station: %s', (_what, change, expected) => {
  // April of the station that began on the 18th; the contract ends on the 20th.
  expect(daily('2020-04-22', came('5134310002', '2020-04-18', change))).toMatchObject({ required: 3, ...expected })
})

test('a day is due the day after it: today and yesterday are not missing yet', () => {
  expect(['2020-04-19', '2020-04-20', '2020-04-21', '2020-04-22'].map(today => daily(today)?.required)).toEqual([0, 1, 2, 3])
  expect(['2020-04-17', '2020-04-18'].map(today => daily(today) === undefined)).toEqual([true, false])
})

test('shortening a contract takes no day out that was due', () => {
  const earlierSchedules = [{ start: '2020-03-10', end: '2020-06-30', until: '2020-04-25' }]
  const days = daysOwed({ ...contract, earlierSchedules }, { startsOn: '2020-04-18', endsOn: null }, '2020-05-10')
  expect([days[0], days.at(-1), days.length]).toEqual(['2020-04-18', '2020-04-25', 8])
  expect(daysOwed({ ...contract, earlierSchedules }, { startsOn: '2020-04-18', endsOn: '2020-04-19' }, '2020-05-10')).toHaveLength(2)
})

const anyDay = fc.integer({ min: 0, max: 50 }).map(days => addDays('2020-03-10', days))
const anyDays = fc.uniqueArray(
  fc.record({ day: anyDay, lag: fc.integer({ min: 0, max: 9 }), code: fc.constantFrom('5134310001', '5134310002') }),
  {
    selector: ({ day, code }) => `${day} ${code}`,
    maxLength: 40,
  },
)

test('law: what is present, missing and in time adds up; one more report never makes it worse; nothing is complete that misses anything', () => {
  fc.assert(
    fc.property(anyDays, anyDay, (reports, today) => {
      const days = reports
        .map(({ day, lag, code }) => came(code, day, { firstOn: addDays(day, lag) }))
        .filter(({ firstOn }) => firstOn <= today)
      const all = dutiesOf(ground(today, { days }))
      const sum = summariseDuties(all)
      expect(sum.onTime + sum.late + sum.backFilled).toBe(sum.present)
      expect(sum.present + sum.missing).toBe(sum.required)
      expect(all.flatMap(({ faults }) => faults.filter(({ kind }) => kind === 'missing'))).toHaveLength(sum.missing)
      expect(all.filter(duty => duty.valid < duty.required).every(isOpen)).toBe(true)
      const fewer = summariseDuties(dutiesOf(ground(today, { days: days.slice(1) })))
      expect(sum.missing).toBeLessThanOrEqual(fewer.missing)
      expect(sum.present).toBeGreaterThanOrEqual(fewer.present)
    }),
    { numRuns: 60 },
  )
})
