import type { CountyStanding } from '@jincun/designation'
import type { FindingStatus } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkApplication, checkCounty, likelyType } from './index.ts'
import type { Application, ApplicationType } from './index.ts'
import { anApplication, aStanding, type DemoCase } from './testing/factory.ts'

const pack = loadPolicy()
type Repeat = DemoCase['repeat']

/** What one rule says of a complete application that differs as wished. */
function statusOf(
  code: string,
  wish: { type?: ApplicationType; repeat?: Repeat; standing?: Partial<CountyStanding>; year?: number; application?: Partial<Application> },
) {
  const { type = 'first', repeat = null, standing = {}, year = 2020, application = {} } = wish
  const made = anApplication(pack, { year, ...application, demo: { type, repeat } })
  const findings = checkApplication(made, aStanding({ year, ...standing }), pack).filter(finding => finding.code === code)
  return findings.length === 0 ? 'none' : findings.map(finding => finding.status).join()
}

const repeat = (receivedWan: string, disbursedWan: string, accepted = 20, total = 20) => ({ receivedWan, disbursedWan, accepted, total })

test.each<[string, string, string]>([
  ['1850', '1665', 'met'], // exactly 90 %
  ['1850', '1664.999999', 'unmet'], // one fen less
  ['1850', '1665.000001', 'met'],
  ['0.000001', '0.000001', 'met'],
  ['0.00001', '0.000009', 'met'], // 9 of 10 fen
  ['0.00001', '0.000008', 'unmet'],
  ['1850', '0', 'unmet'],
  ['0', '0', 'unknown'], // no rate
  ['1850', '1850.000001', 'unknown'], // more out than in: a mistake, not a rate
])('disbursement rate: received %s, disbursed %s 万元 is %s', (received, disbursed, status) => {
  expect(statusOf('repeat-disbursement-rate', { type: 'repeat', repeat: repeat(received, disbursed) })).toBe(status)
})

test('the rate agrees with exact arithmetic on any pair of amounts', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 12n })
  fc.assert(
    fc.property(amount, amount, (received, disbursed) => {
      const application = anApplication(pack, { demo: { type: 'repeat', repeat: repeat('1', '1') } })
      const { declarations } = application.content
      if (!declarations) throw new Error('a repeat application has declarations')
      const content = {
        ...application.content,
        declarations: { ...declarations, receivedFen: String(received), disbursedFen: String(disbursed) },
      }
      const [finding] = checkApplication({ ...application, content }, aStanding(), pack).filter(
        each => each.code === 'repeat-disbursement-rate',
      )
      const expected = disbursed > received ? 'unknown' : disbursed * 100n >= received * 90n ? 'met' : 'unmet'
      expect(finding?.status).toBe(expected)
    }),
  )
})

test.each<[number, number, string]>([
  [18, 20, 'met'],
  [9, 10, 'met'],
  [17, 19, 'unmet'], // 89.47 %
  [0, 20, 'unmet'],
  [0, 0, 'unknown'],
  [21, 20, 'unknown'],
])('acceptance: %i of %i projects is %s', (accepted, total, status) => {
  expect(statusOf('repeat-acceptance', { type: 'repeat', repeat: repeat('1', '1', accepted, total) })).toBe(status)
})

test('what is declared without evidence is unknown, never met', () => {
  const wish = { type: 'repeat' as const, repeat: repeat('1850', '1850'), application: { attachments: [] } }
  expect(statusOf('repeat-disbursement-rate', wish)).toBe('unknown')
  expect(statusOf('repeat-acceptance', wish)).toBe('unknown')
  expect(statusOf('repeat-outstanding-results', wish)).toBe('unknown')
  expect(statusOf('operation-base', wish)).toBe('unknown,unknown,unknown')
})

test('a county known as supported before cannot get round the conditions by applying as a first one', () => {
  const supportedBefore = { supportedBefore: 'yes' as const }
  expect(statusOf('repeat-disbursement-rate', { standing: supportedBefore })).toBe('unknown')
  expect(statusOf('repeat-disbursement-rate', { standing: { supportedBefore: 'unknown' } })).toBe('none')
  expect(statusOf('repeat-disbursement-rate', { type: 'regionWide', standing: supportedBefore })).toBe('none')
})

test.each<[string, ApplicationType, string]>([
  ['540102', 'regionWide', 'met'],
  ['540102', 'first', 'unmet'],
  ['540102', 'repeat', 'unmet'],
  ['513431', 'regionWide', 'unmet'],
  ['513431', 'first', 'none'],
])('region-wide: %s as %s is %s', (countyCode, type, status) => {
  expect(statusOf('region-wide-type', { type, standing: { countyCode } })).toBe(status)
})

test.each<[string, ApplicationType, string]>([
  ['230184', 'directDesignation', 'met'],
  ['230184', 'first', 'unmet'],
  ['230184', 'repeat', 'unmet'],
  ['513431', 'directDesignation', 'unknown'], // the list is public only in part
  ['513431', 'first', 'none'],
])('incentive counties: %s as %s is %s', (countyCode, type, status) => {
  expect(statusOf('incentive-need-not-apply', { type, standing: { countyCode } })).toBe(status)
})

test.each<[boolean, boolean | null, FindingStatus]>([
  [true, null, 'met'],
  [true, false, 'met'],
  [false, true, 'met'],
  [false, false, 'unmet'],
  [false, null, 'unknown'],
])('2017 scope: poverty county %s, old base %s is %s', (nationalPovertyCounty, oldRevolutionaryBaseCounty, status) => {
  expect(statusOf('eligible-scope', { year: 2017, standing: { nationalPovertyCounty, oldRevolutionaryBaseCounty } })).toBe(status)
})

test.each<[CountyStanding['supportedBefore'], FindingStatus]>([
  ['no', 'met'],
  ['yes', 'unmet'],
  ['unknown', 'unknown'],
])('2017: supported before %s is %s', (supportedBefore, status) => {
  expect(statusOf('not-supported-before', { year: 2017, standing: { supportedBefore } })).toBe(status)
})

test.each<[Partial<CountyStanding>, number, ApplicationType]>([
  [{ countyCode: '230184' }, 2020, 'directDesignation'],
  [{ countyCode: '540102' }, 2020, 'regionWide'],
  [{ supportedBefore: 'yes' }, 2020, 'repeat'],
  [{ supportedBefore: 'unknown' }, 2020, 'first'],
  [{ countyCode: '540102' }, 2017, 'first'], // 2017 knew no region-wide type and no second application
  [{ supportedBefore: 'yes' }, 2017, 'first'],
])('%j in %i would apply as %s', (standing, year, type) => {
  expect(likelyType(aStanding({ ...standing, year }), pack)).toBe(type)
})

test('a county without an application: what only it can show is unknown, each finding with its clause', () => {
  const findings = checkCounty(aStanding({ supportedBefore: 'yes' }), pack)
  expect(findings.map(({ code, status, clause }) => `${code} ${status} ${clause}`)).toEqual([
    ...Array(3).fill('operation-base unknown notice-2020/4.3'),
    'repeat-disbursement-rate unknown notice-2020/4.4',
    'repeat-acceptance unknown notice-2020/4.4',
    'repeat-outstanding-results unknown notice-2020/4.4',
  ])
})

test('a rule without a check, and a year without a rule book, are errors that say what to fill', () => {
  const book = pack.ruleBooks.get(2020)
  if (!book) throw new Error('2020 has a rule book')
  const planted = { ...book, county: [{ rule: 'left-handed', force: 'must' as const, clause: 'notice-2020/4.3', parameters: {} }] }
  const spoilt = { ...pack, ruleBooks: new Map([[2020, planted]]) }
  expect(() => checkCounty(aStanding(), spoilt)).toThrow('check-left-handed.ts')
  expect(() => checkCounty(aStanding({ year: 2019 }), pack)).toThrow('policy/rules/2019.yaml')
})
