import fc from 'fast-check'
import { goodsCategoriesFor, ministryFormFor, ministrySystemFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import type { DailyStation, FormVersion } from '@jincun/reporting'
import { describe, expect, test } from 'vitest'
import { readReport } from '../../test/support/ministry-server/read-report.ts'
import { buildForm } from './build-form.ts'
import { compareDaily } from './compare-daily.ts'
import { buildDaily } from './daily-message.ts'
import { dailyXml, soapEnvelope } from './daily-xml.ts'
import { dayStanding, summariseDays } from './day-standing.ts'
import { judgeAnswer } from './judge-answer.ts'
import { nextTry } from './outbox.ts'
import type { MessageLine } from './outbox.ts'
import { readXml } from './server/read-xml.ts'
import type { MinistryStation, StationKind } from './settings.ts'
import { emptySide, stationDay } from './testing/factory.ts'

const policy = loadPolicy()
const [of2017, of2019] = [ministrySystemFor(policy, 'mofcom-2017'), ministrySystemFor(policy, 'mofcom-2019')]
const categories = goodsCategoriesFor(policy, '2020-04-02')
const settings = { countyCode: '513431', version: 1, system: 'mofcom-2019', enterpriseCode: '5134310030', startsOn: '2020-01-01' }
const stationOf = (station: string, more: Partial<MinistryStation> = {}): MinistryStation => ({
  countyCode: '513431',
  station,
  version: 1,
  code: `X${station}`,
  name: '（测试）村站',
  kind: 'village',
  leftOutBecause: '',
  ...more,
})
const build = (stations: readonly DailyStation[], known: readonly MinistryStation[], system = of2019) =>
  buildDaily(
    { system, settings, stations: known, categories },
    { day: '2020-04-02', stations: [...stations], withoutStation: { buy: emptySide, sell: emptySide } },
  )
const one = stationDay('5134310001', { orders: 7n, fen: { 8: 30n, 10: 1_000_001n } }, { orders: 2n, fen: { 27: 8_880n } })
const sent = (name: string, known: Partial<MinistryStation> = {}) => {
  const { message } = build([one], [stationOf('5134310001', { name, ...known })])
  const report = message && readReport(soapEnvelope(of2019, dailyXml(message)))
  return typeof report === 'string' || report === null ? null : report
}

describe('defects of the known clients', () => {
  test('a name with the separators another client packed with, or with marks of XML, arrives as it was written (xyds)', () => {
    for (const name of ['大寨-白衣;站', 'A&B <站> "甲"\'乙\'', '站]]>点']) expect(sent(name)?.stations[0]?.name).toBe(name)
  })

  test('orders are counted, not taken from the number of categories; the day is the one reported (purchase-statistic-system)', () => {
    expect(sent('站')).toMatchObject({
      rptDate: '2020-04-02',
      stations: [{ buyOrder: '7', saleOrder: '2', commodities: [{ commId: '8' }, { commId: '10' }, { commId: '27' }] }],
    })
  })

  test('each county reports under its own code; without one there is no report (purchase-statistic-system)', () => {
    expect(sent('站')?.userId).toBe('5134310030')
    const report = { day: '2020-04-02', stations: [one], withoutStation: { buy: emptySide, sell: emptySide } }
    const other = { ...settings, countyCode: '511923', enterpriseCode: '5119230007' }
    const ground = { system: of2019, stations: [stationOf('5134310001')], categories }
    expect(buildDaily({ ...ground, settings: other }, report).message?.userId).toBe('5119230007')
    expect(buildDaily({ ...ground, settings: null }, report)).toMatchObject({ message: null, faults: [{ code: 'settings-missing' }] })
  })

  test('a station goes under its code of the ministry, never under our own; one without a code holds the day back', () => {
    expect(sent('站', { code: '51343100300001' })?.stations[0]?.code).toBe('51343100300001')
    expect(build([one], [])).toMatchObject({ message: null, faults: [{ code: 'station-not-registered', where: '5134310001' }] })
    const two = [one, stationDay('5134310002', { orders: 1n, fen: { 8: 1n } })]
    const known = [stationOf('5134310001', { code: 'X' }), stationOf('5134310002', { code: 'X' })]
    expect(build(two, known)).toMatchObject({ message: null, faults: [{ code: 'station-code-twice' }] })
    const left = [stationOf('5134310001'), stationOf('5134310002', { code: '', name: '', leftOutBecause: '已撤站' })]
    expect(build(two, left).message?.stations.map(({ code }) => code)).toEqual(['X5134310001'])
  })

  test.each<[string, StationKind, string | null, string | null]>([
    ['a county centre', 'county', null, '1'],
    ['a township station', 'township', '1', '2'],
    ['a village station', 'village', '2', '3'],
  ])('the code of %s is that of the version of the system: 2017 %s, 2019 %s', (_what, kind, in2017, in2019) => {
    for (const [system, code] of [
      [of2017, in2017],
      [of2019, in2019],
    ] as const) {
      const { message, faults } = build([one], [stationOf('5134310001', { kind })], system)
      expect(message?.stations[0]?.countyType ?? null).toBe(code)
      expect(faults.map(fault => fault.code)).toEqual(code === null ? ['station-type-unmapped'] : [])
    }
  })

  test('buying and selling have codes of their own: 19 categories, no code twice, and a code of the other direction holds the day back (xyds, PHP)', () => {
    const codes = categories.categories.flatMap(({ buyCode, sellCode }) => [buyCode, sellCode])
    expect([categories.categories.length, new Set(codes).size]).toEqual([19, 38])
    const bought = stationDay('5134310001', { orders: 1n, fen: { 27: 1n } })
    expect(build([bought], [stationOf('5134310001')])).toMatchObject({
      message: null,
      faults: [{ code: 'category-unmapped', value: '27' }],
    })
    const onlySold = stationDay('5134310001', { orders: 0n, fen: {} }, { orders: 3n, fen: { 27: 9n } })
    expect(build([onlySold], [stationOf('5134310001')]).message?.stations[0]).toMatchObject({ buyOrder: '0', saleOrder: '3' })
  })

  test.each<[string, number, string | null]>([
    ['at the greatest length', 32, null],
    ['a character longer', 33, 'text-too-long'],
  ])('a name %s is %s characters: never cut, a fault instead', (_what, length, code) => {
    const { faults, message } = build([one], [stationOf('5134310001', { name: '站'.repeat(length) })])
    expect([faults[0]?.code ?? null, message === null]).toEqual([code, code !== null])
  })

  test('the short columns of the forms cut no name: it is told by row and field (xyds)', () => {
    const handedIn = (contractor: string): FormVersion => ({
      countyCode: '513431',
      reporter: '',
      form: 'monthly-e-commerce-support',
      period: '2020-04',
      id: '',
      version: 2,
      typeVersion: 1,
      rows: [{ name: '项目', contractor, central_paid_wan: '12.5' }],
      reason: 'x',
      channel: 'page',
      paperFileId: null,
      enteredAt: new Date(0),
      enteredBy: null,
    })
    const mapping = ministryFormFor(policy, of2019, 'monthly-e-commerce-support')
    expect(buildForm(mapping, handedIn('司'.repeat(16))).report).toMatchObject({
      table: 'supportlaunch',
      version: 2,
      rows: [{ organizer: '司'.repeat(16), centralPaid: '12.5' }],
    })
    expect(buildForm(mapping, handedIn('司'.repeat(17)))).toMatchObject({
      report: null,
      faults: [{ code: 'text-too-long', where: '1 contractor' }],
    })
    expect(buildForm(mapping, undefined)).toMatchObject({ report: null, faults: [{ code: 'form-not-handed-in' }] })
  })

  test('money is written from whole 分 and adds up, whatever the amounts (floating point in every client)', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fen => {
        const day = stationDay('5134310001', { orders: 1n, fen: { 8: fen } })
        const money = build([day], [stationOf('5134310001')]).message?.stations[0]?.commodities[0]?.money ?? ''
        expect(BigInt(money.replace('.', ''))).toBe(fen)
        expect(money).toMatch(/^\d+\.\d{2}$/)
      }),
      { numRuns: 200 },
    )
  })

  test('what was paid back is taken off the day of its order, or left alone, as the system says', () => {
    const back = {
      ...one,
      buy: {
        orders: 2n,
        refundedOrders: 1n,
        categories: [
          { category: 8, amountFen: 300n, refundedFen: 300n },
          { category: 10, amountFen: 50n, refundedFen: 20n },
        ],
      },
    }
    const known = [stationOf('5134310001')]
    expect(build([back], known).message?.stations[0]).toMatchObject({
      buyOrder: '1',
      commodities: [{ commId: '10', money: '0.30' }, { commId: '27' }],
    })
    expect(build([back], known, { ...of2019, refunds: 'ignored' }).message?.stations[0]).toMatchObject({
      buyOrder: '2',
      commodities: [{ money: '3.00' }, { money: '0.50' }, {}],
    })
  })
})

const soap = (inside: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>${inside}</r></s:Body></s:Envelope>`
const out = (text: string): string => soap(`<out>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</out>`)

describe('only the word agreed on is a yes', () => {
  test.each<[string, number, string, 'accepted' | 'refused' | 'unclear']>([
    ['yes in XML in the text', 200, out('<a><states>true</states><receipt>R1</receipt></a>'), 'accepted'],
    ['yes in JSON in the text', 200, out('{"states":"1","receipt":"R1"}'), 'accepted'],
    ['yes as an element of the answer', 200, soap('<states>TRUE</states><receipt>R1</receipt>'), 'accepted'],
    ['no', 200, out('<a><states>false</states><message>m</message></a>'), 'refused'],
    ['no states at all: the PHP client took it for success', 200, out('<a><result>ok</result></a>'), 'unclear'],
    ['an empty states', 200, out('<a><states/></a>'), 'unclear'],
    ['a word nobody agreed on', 200, out('<a><states>maybe</states></a>'), 'unclear'],
    ['yes and no at once', 200, out('<a><states>true</states><states>false</states></a>'), 'unclear'],
    ['two answers', 200, soap('<out>{"states":"1"}</out><out>{"states":"1"}</out>'), 'unclear'],
    ['yes with an error of HTTP', 500, out('<a><states>true</states></a>'), 'unclear'],
    ['nothing', 200, '', 'unclear'],
    ['a web page', 200, '<html><body>true</body></html>', 'unclear'],
    ['a plain word', 200, 'true', 'unclear'],
    ['half an answer', 200, out('<a><states>true</states></a>').slice(0, -20), 'unclear'],
    ['an answer with a document type', 200, `<!DOCTYPE a>${out('{"states":"1"}')}`, 'unclear'],
    ['a fault of the client', 500, soap('<s:Fault><faultcode>s:Client</faultcode><faultstring>f</faultstring></s:Fault>'), 'refused'],
    ['a fault of the server', 500, soap('<s:Fault><faultcode>s:Server</faultcode><faultstring>f</faultstring></s:Fault>'), 'unclear'],
  ])('%s', (_what, status, text, verdict) => {
    expect(judgeAnswer(of2019, { status, text }, readXml).verdict).toBe(verdict)
  })

  test('whatever comes that does not hold the word is no success', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 100, max: 599 }), (text, status) => {
        expect(judgeAnswer(of2019, { status, text }, readXml).verdict).toBe('unclear')
        expect(judgeAnswer(of2019, { status: 200, text: out(`<a>${text.replaceAll(/[<&]|states/g, '')}</a>`) }, readXml).verdict).toBe(
          'unclear',
        )
      }),
      { numRuns: 300 },
    )
  })

  test('the receipt is the one of the answer', () => {
    expect(judgeAnswer(of2019, { status: 200, text: out('{"states":true,"receipt":"R9"}') }, readXml)).toEqual({
      verdict: 'accepted',
      receipt: 'R9',
    })
  })
})

test.each([
  [1, 1],
  [2, 5],
  [4, 60],
  [5, 240],
  [50, 240],
])('after %i failures the next try is %i minutes later', (attempts, minutes) => {
  const now = new Date('2020-05-20T09:00:00+08:00')
  expect(nextTry(of2019.retryMinutes, attempts, now).getTime() - now.getTime()).toBe(minutes * 60_000)
})

const line = (state: MessageLine['state'], more: Partial<MessageLine> = {}): MessageLine => ({
  id: 'm',
  reportDate: '2020-04-02',
  version: 1,
  system: 'mofcom-2019',
  state,
  reason: '',
  sha256: 'h',
  builtAt: new Date(0),
  attempts: 0,
  nextTryAt: new Date(0),
  receipt: '',
  answerMessage: '',
  lastOutcome: null,
  answeredAt: null,
  ...more,
})
const accepted = (at: string, more: Partial<MessageLine> = {}) =>
  line('accepted', { attempts: 1, answeredAt: new Date(at), receipt: 'R', ...more })

test.each<[string, { sha256?: string | null; hasRows?: boolean }, MessageLine[], string, string, boolean | null]>([
  ['a day that is not over', {}, [], '2020-04-02T23:59:59+08:00', 'not-yet', null],
  ['a day without rows', { hasRows: false, sha256: null }, [], '2020-04-03T00:00:00+08:00', 'no-data', null],
  ['a day with a fault', { sha256: null }, [], '2020-04-03T00:00:00+08:00', 'blocked', null],
  ['a day nobody made yet', {}, [], '2020-04-03T00:00:00+08:00', 'ready', null],
  ['a day that waits', {}, [line('waiting')], '2020-04-04T00:00:00+08:00', 'waiting', null],
  ['a day that failed', {}, [line('waiting', { attempts: 1 })], '2020-04-04T00:00:00+08:00', 'retrying', null],
  ['a day that was refused', {}, [line('refused', { attempts: 1 })], '2020-04-04T00:00:00+08:00', 'refused', null],
  ['a day accepted by its day', {}, [accepted('2020-04-03T23:59:59+08:00')], '2020-04-04T00:00:00+08:00', 'accepted', true],
  ['a day accepted late', {}, [accepted('2020-04-04T00:00:00+08:00')], '2020-04-05T00:00:00+08:00', 'accepted', false],
  [
    'a day whose rows changed since',
    { sha256: 'other' },
    [accepted('2020-04-03T08:00:00+08:00')],
    '2020-04-05T00:00:00+08:00',
    'changed',
    true,
  ],
  [
    'a day whose rows are gone since',
    { sha256: null, hasRows: false },
    [accepted('2020-04-03T08:00:00+08:00')],
    '2020-04-05T00:00:00+08:00',
    'changed',
    true,
  ],
  [
    'a correction under way',
    {},
    [accepted('2020-04-03T08:00:00+08:00'), line('waiting', { version: 2 })],
    '2020-04-05T00:00:00+08:00',
    'waiting',
    true,
  ],
  ['a message put aside', {}, [line('replaced'), line('waiting', { version: 2 })], '2020-04-05T00:00:00+08:00', 'waiting', null],
])('%s', (_what, built, messages, now, state, onTime) => {
  const standing = dayStanding({ day: '2020-04-02', hasRows: true, faults: [], sha256: 'h', ...built }, messages, {
    now: new Date(now),
    dueDays: 1,
  })
  expect([standing.state, standing.onTime]).toEqual([state, onTime])
  expect(summariseDays([standing]).accepted).toBe(state === 'accepted' ? 1 : 0)
})

test('what differs between two reports of a day is told figure by figure', () => {
  const known = [stationOf('5134310001')]
  const before = build([one], known).message
  const after = build(
    [stationDay('5134310001', { orders: 6n, fen: { 10: 1_000_001n } }, { orders: 2n, fen: { 27: 8_880n } })],
    known,
  ).message
  expect(compareDaily(before, after)).toEqual([
    { path: 'X5134310001/buyOrder', station: 'X5134310001', item: 'buyOrder', before: '7', after: '6' },
    { path: 'X5134310001/commId 8', station: 'X5134310001', item: 'commId 8', before: '0.30', after: null },
  ])
  expect(compareDaily(before, before)).toEqual([])
})
