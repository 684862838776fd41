import { loadPolicy } from '@jincun/policy/load'
import { countOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { Site } from '@jincun/projects'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checklistOf, checksToMake, checkVisits, defectsOf, dormantSites, dueChecks, mayCheck, monthsDue } from './index.ts'
import type { Acceptance, Inspection, OperationCheck } from './index.ts'
import { siteOf } from './testing/sites.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})
const requestId = '01900000-0000-7000-c000-00000000a000'
const visit = (site: Site, values: Record<string, number | null>, change: Partial<Inspection> = {}): Inspection => ({
  id: '01900000-0000-7000-c000-00000000b000',
  countyCode: '513431',
  requestId,
  siteId: site.id,
  level: 'county',
  visitedOn: '2020-05-20',
  items: Object.entries(values).map(([itemId, value]) => ({ itemId, value, note: '', evidenceFileIds: [requestId] })),
  inspector: '甲',
  ...change,
})
/** A visit that found everything as it should be, with some items otherwise. */
const good = (site: Site, change: Record<string, number | null> = {}): Inspection => {
  const items = checklistOf(site, 2020, pack).map(({ id, minimum }) => [id, minimum ?? 1] as const)
  return visit(site, { ...Object.fromEntries(items), ...change })
}

describe('which area a village needs (Hebei 2017)', () => {
  test.each<[string, Partial<Site>, 'area-large' | 'area-small']>([
    ['500 residents', { residents: 500, poorVillage: false }, 'area-large'],
    ['499 residents', { residents: 499, poorVillage: false }, 'area-small'],
    ['499 residents of a poor village', { residents: 499, poorVillage: true }, 'area-large'],
    ['nobody counted them', { residents: null, poorVillage: false }, 'area-large'],
    ['nobody said whether it is poor', { residents: 10, poorVillage: null }, 'area-large'],
  ])('%s', (_what, change, area) => {
    const ids = checklistOf(siteOf(1, change), 2020, pack).map(({ id }) => id)
    expect(ids.filter(id => id.startsWith('area'))).toEqual([area])
  })
})

describe('a visit against the checklist', () => {
  const village = siteOf(1, { residents: 600, poorVillage: false })
  const found = (change: Record<string, number | null>) =>
    defectsOf(good(village, change), checklistOf(village, 2020, pack)).map(each => each.itemId)
  test.each<[string, Record<string, number | null>, string[]]>([
    ['everything there', {}, []],
    ['ten square metres', { 'area-large': 10 }, []],
    ['nine', { 'area-large': 9 }, ['area-large']],
    ['no computer', { computer: 0 }, ['computer']],
    ['nobody looked', { sign: null }, ['sign']],
  ])('%s', (_what, change, defects) => {
    expect(found(change)).toEqual(defects)
  })
  test('an item whose evidence is not on file is a defect, though it was found there', () => {
    const seen = good(village)
    const bare = { ...seen, items: seen.items.map(item => (item.itemId === 'computer' ? { ...item, evidenceFileIds: [] } : item)) }
    expect(defectsOf(bare, checklistOf(village, 2020, pack)).map(({ itemId, found: why }) => [itemId, why])).toEqual([
      ['computer', '没有证据（照片与资产卡片）'],
    ])
    expect(status([village], [bare])).toEqual(['unmet'])
  })
  const status = (sites: Site[], visits: Inspection[]) => checkVisits(sites, visits, 'county', 2020, pack).map(each => each.status)
  test('an item left out is a defect; a later visit replaces an earlier one; another level’s counts for nothing', () => {
    expect(found({}).length).toBe(0)
    expect(defectsOf(visit(village, {}), checklistOf(village, 2020, pack))).toHaveLength(checklistOf(village, 2020, pack).length)
    expect(status([village], [good(village, { computer: 0 }), good(village)])).toEqual(['met'])
    expect(status([village], [good(village), good(village, { computer: 0 })])).toEqual(['unmet'])
    expect(status([village], [{ ...good(village), level: 'city' }])).toEqual(['unknown'])
    expect(status([village], [])).toEqual(['unknown'])
  })
  test('a kind without a checklist on file cannot be accepted; one the province writes none for asks that it was seen', () => {
    const bare: PolicyPack = { ...pack, standards: new Map() }
    expect(checkVisits([village], [good(village)], 'county', 2020, bare).map(each => each.status)).toEqual(['unknown'])
    const training = siteOf(2, { kind: 'training' })
    expect(status([training], [visit(training, { 'seen-on-site': 1 })])).toEqual(['met'])
    expect(status([training], [])).toEqual(['unknown'])
  })
})

test.each<[string, string, string, string[]]>([
  ['2020-02-20', '2020-05-10', '2020-12-01', ['2020-02', '2020-03', '2020-04', '2020-05']],
  ['2020-02-20', '2020-12-31', '2020-03-01', ['2020-02', '2020-03']],
  ['2019-11-30', '2020-02-01', '2020-02-01', ['2019-11', '2019-12', '2020-01', '2020-02']],
  ['2020-06-01', '2020-12-31', '2020-05-31', []],
  ['2020-05-31', '2020-05-31', '2020-05-31', ['2020-05']],
])('months due from %s to %s on %s', (start, end, today, months) => {
  expect(monthsDue({ start, end }, today)).toEqual(months)
})

test.each<[string, { start: string; end: string }, string[]]>([
  ['shortened', { start: '2020-02-20', end: '2020-02-29' }, ['2020-02', '2020-03', '2020-04']],
  ['begun later', { start: '2020-06-01', end: '2020-08-31' }, ['2020-02', '2020-03', '2020-04', '2020-06']],
  ['prolonged', { start: '2020-02-20', end: '2020-08-31' }, ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06']],
])('months already due stay due when a contract is %s (notice-2020/6.4d)', (_what, schedule, months) => {
  const until = '2020-04-10'
  expect(monthsDue({ ...schedule, earlierSchedules: [{ start: '2020-02-20', end: '2020-05-31', until }] }, '2020-06-02')).toEqual(months)
})

test('months due only grow with the days, and are as many as the calendar has', () => {
  const day = fc
    .integer({ min: 0, max: 2_000 })
    .map(after => new Date(Date.UTC(2018, 0, 1) + after * 86_400_000).toISOString().slice(0, 10))
  const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  fc.assert(
    fc.property(day, day, day, day, (start, end, one, other) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const [few, many] = [monthsDue({ start, end }, before), monthsDue({ start, end }, after)]
      expect(many.slice(0, few.length)).toEqual(few)
      expect(many).toHaveLength(Math.max(0, index([after, end].toSorted()[0] ?? '') - index(start) + 1))
    }),
  )
})

const accepted = (acceptedOn: string | null): Acceptance => ({
  id: requestId,
  countyCode: '513431',
  projectId: siteOf(1).projectId,
  contractId: '01900000-0000-7000-c000-00000000c000',
  year: 2020,
  version: 5,
  state: acceptedOn ? 'accepted' : 'sampled',
  statement: '',
  requestedOn: '2020-05-20',
  draws: 0,
  sample: null,
  carried: { city: [], province: [] },
  defects: [],
  acceptedOn,
  acceptedBy: null,
})
const check = (checkedOn: string, change: Partial<OperationCheck> = {}): OperationCheck => ({
  id: '01900000-0000-7000-c000-00000000d000',
  countyCode: '513431',
  acceptanceId: requestId,
  siteId: siteOf(1).id,
  checkedOn,
  state: 'operating',
  lastActivityOn: checkedOn,
  note: '',
  photoFileId: null,
  ...change,
})

describe('operation after acceptance (6.3): 3, 6 and 12 months on', () => {
  const due = (on: string, checks: OperationCheck[], today: string) => dueChecks(accepted(on), [siteOf(1)], checks, pack, today)
  test('due on the same day of the month, or on its last', () => {
    expect(due('2020-08-31', [], '2020-08-31').map(each => each.due)).toEqual(['2020-11-30', '2021-02-28', '2021-08-31'])
  })
  test.each<[string, string[], string, [boolean, boolean][]]>([
    [
      'nothing on the day it is due is not yet late',
      [],
      '2020-08-20',
      [
        [false, false],
        [false, false],
        [false, false],
      ],
    ],
    [
      'the day after it is',
      [],
      '2020-08-21',
      [
        [false, true],
        [false, false],
        [false, false],
      ],
    ],
    [
      'a check a day early is not the one that is due',
      ['2020-08-19'],
      '2020-08-21',
      [
        [false, true],
        [false, false],
        [false, false],
      ],
    ],
    [
      'a check on the day',
      ['2020-08-20'],
      '2020-12-01',
      [
        [true, false],
        [false, true],
        [false, false],
      ],
    ],
    [
      'the last day before the next is due',
      ['2020-11-19'],
      '2020-12-01',
      [
        [true, false],
        [false, true],
        [false, false],
      ],
    ],
    [
      'the day the next is due',
      ['2020-11-20'],
      '2020-12-01',
      [
        [false, true],
        [true, false],
        [false, false],
      ],
    ],
  ])('%s', (_what, days, today, expected) => {
    expect(
      due(
        '2020-05-20',
        days.map(each => check(each)),
        today,
      ).map(({ done, late }) => [done, late]),
    ).toEqual(expected)
  })
  const ahead = () => countOf(parameterFor(pack, 'operation-check-alarm-days', 2020))
  const dayBefore = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
  test.each<[string, () => string, string[], number[]]>([
    ['one day too early to be told', () => dayBefore('2020-08-20', ahead() + 1), [], []],
    ['told on the first day of the notice', () => dayBefore('2020-08-20', ahead()), [], [3]],
    ['late, and still to be made', () => '2020-09-30', [], [3]],
    ['made', () => '2020-09-30', ['2020-09-29'], []],
    ['the last day of the first check, the second announced', () => '2020-11-19', [], [3, 6]],
    ['the first can no longer be made', () => '2020-11-20', [], [6]],
    ['the last stays open', () => '2023-01-01', [], [12]],
  ])('what the office has to do (notice-2020/6.3): %s', (_what, today, days, months) => {
    const all = due(
      '2020-05-20',
      days.map(each => check(each)),
      today(),
    )
    expect(checksToMake(all.toReversed(), 2020, pack, today()).map(each => each.months)).toEqual(months)
  })
  test.each<[string, string, number[]]>([
    ['the day of acceptance', '2020-05-20', []],
    ['the day before the first is due', '2020-08-19', []],
    ['the day it is due', '2020-08-20', [3]],
    ['the last day before the next', '2020-11-19', [3]],
    ['the day the next is due', '2020-11-20', [6]],
    ['the last stays open', '2023-01-01', [12]],
  ])('which check a visit can be: %s (notice-2020/6.3)', (_what, day, months) => {
    const open = due('2020-05-20', [], '2023-01-01').filter(each => mayCheck(each, day))
    expect(open.map(each => each.months)).toEqual(months)
  })
  test('nothing is due before acceptance', () => {
    expect(dueChecks(accepted(null), [siteOf(1)], [], pack, '2021-01-01')).toEqual([])
  })

  const idle = (days: number) => new Date(Date.UTC(2020, 10, 1) - days * 86_400_000).toISOString().slice(0, 10)
  test.each<[string, () => Partial<OperationCheck>, string[]]>([
    ['open and busy', () => ({}), []],
    ['idle up to the days of the year', () => ({ lastActivityOn: idle(countOf(parameterFor(pack, 'dormant-days', 2020))) }), []],
    ['idle a day longer', () => ({ lastActivityOn: idle(countOf(parameterFor(pack, 'dormant-days', 2020)) + 1) }), ['no-activity']],
    ['no activity in its books', () => ({ lastActivityOn: null }), ['no-activity']],
    ['closed', () => ({ state: 'closed' }), ['closed']],
    ['another business under the sign', () => ({ state: 'other-business' }), ['other-business']],
    ['nobody could be reached, which says nothing', () => ({ state: 'not-reached', lastActivityOn: null }), []],
  ])('a site %s', (_what, change, because) => {
    expect(dormantSites([check('2020-11-01', change())], 2020, pack).map(each => each.because)).toEqual(because)
    // An earlier check with another result does not speak for today.
    const earlier = check('2020-08-20', { state: because.length > 0 ? 'operating' : 'closed' })
    expect(dormantSites([check('2020-11-01', change()), earlier], 2020, pack).map(each => each.because)).toEqual(because)
  })
})
