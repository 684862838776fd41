import { ruleBookFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { checkApplication } from './index.ts'
import type { ApplicationContent, BudgetLine, Goal, PlanProject } from './index.ts'
import { anApplication, aStanding, goal } from './testing/factory.ts'

const pack = loadPolicy()
type Change = (content: ApplicationContent) => Partial<ApplicationContent['plan']>

/** What one rule says of a complete plan that is changed as wished. */
function judge(code: string, change: Change, year = 2020, standing = {}) {
  const application = anApplication(pack, { year })
  const { content } = application
  const changed = { ...content, plan: { ...content.plan, ...change(content) } }
  return checkApplication({ ...application, content: changed }, aStanding({ year, ...standing }), pack).filter(each => each.code === code)
}

const statuses = (code: string, change: Change, year = 2020, standing = {}) =>
  judge(code, change, year, standing).map(finding => finding.status)
const firstProject =
  (wish: Partial<PlanProject>): Change =>
  ({ plan }) => ({
    projects: plan.projects.map((project, index) => (index === 0 ? { ...project, ...wish } : project)),
  })
const firstLine =
  (wish: Partial<BudgetLine>): Change =>
  content => {
    const [project] = content.plan.projects
    return firstProject({ lines: (project?.lines ?? []).map((line, index) => (index === 0 ? { ...line, ...wish } : line)) })(content)
  }
const firstGoal =
  (wish: Partial<Goal>): Change =>
  ({ plan }) => ({ goals: plan.goals.map((each, index) => (index === 0 ? { ...each, ...wish } : each)) })
const nothing: Change = () => ({})

test.each([2020, 2017])('a complete plan of %i meets every rule of its year', year => {
  const application = anApplication(pack, { year })
  const findings = checkApplication(application, aStanding({ year, supportedBefore: 'no' }), pack)
  expect(findings.filter(finding => finding.status !== 'met').map(({ code, message }) => `${code}: ${message.zh}`)).toEqual([])
  expect(new Set(findings.map(finding => finding.clause.split('/')[0]))).toEqual(new Set([`notice-${year}`]))
})

test.each<[string, Change, string]>([
  ['no text', () => ({ sections: {} }), 'plan.sections.state-of-work'],
  ['spaces only', ({ plan }) => ({ sections: { ...plan.sections, approach: ' '.repeat(500) } }), 'plan.sections.approach'],
  ['199 of 200 characters', ({ plan }) => ({ sections: { ...plan.sections, approach: '字'.repeat(199) } }), 'plan.sections.approach'],
  ['no goal', () => ({ goals: [] }), 'plan.goals'],
  ['no project', () => ({ projects: [] }), 'plan.projects'],
  ['a project without a name', firstProject({ name: ' ' }), 'plan.projects[0].name'],
  ['a project without content', firstProject({ content: '' }), 'plan.projects[0].content'],
  ['a support area of another year', firstProject({ supportArea: 'service-centre-and-stations' }), 'plan.projects[0].supportArea'],
  ['no budget line', firstProject({ lines: [] }), 'plan.projects[0].lines'],
  ['no acceptance method', firstProject({ acceptanceMethod: '' }), 'plan.projects[0].acceptanceMethod'],
  ['no first day', firstProject({ start: null }), 'plan.projects[0].start'],
  ['ends before it starts', firstProject({ end: '2020-06-30' }), 'plan.projects[0].end'],
  ['nobody responsible', firstProject({ responsiblePerson: { name: '甲', post: '' } }), 'plan.projects[0].responsiblePerson'],
  ['an amount not said', firstLine({ localFen: null }), 'plan.projects[0].lines[0].centralFen'],
  ['a line without a name', firstLine({ name: '' }), 'plan.projects[0].lines[0].name'],
  ['hardware not said', firstLine({ hardware: null }), 'plan.projects[0].lines[0].hardware'],
  ['reuse not said', firstLine({ reusesExistingPremises: null }), 'plan.projects[0].lines[0].reusesExistingPremises'],
  ['not confirmed as true', ({ plan }) => ({ commitments: { ...plan.commitments, truthfulness: false } }), 'plan.commitments.truthfulness'],
])('an incomplete plan says where: %s', (_name, change, where) => {
  const findings = judge('plan-complete', change)
  expect(findings.map(finding => finding.status)).toContain('unmet')
  expect(findings.map(finding => finding.where)).toContain(where)
})

test('exactly the least number of characters is enough', () => {
  expect(statuses('plan-complete', ({ plan }) => ({ sections: { ...plan.sections, approach: '字'.repeat(200) } }))).toEqual(['met'])
})

test.each<[Partial<Goal>, string]>([
  [{ indicator: ' ' }, 'plan.goals[0].indicator'],
  [{ unit: '' }, 'plan.goals[0].unit'],
  [{ baseline: null }, 'plan.goals[0].baseline'],
  [{ baselineDate: null }, 'plan.goals[0].baselineDate'],
  [{ target: null }, 'plan.goals[0].target'],
  [{ targetDate: null }, 'plan.goals[0].targetDate'],
  [{ targetDate: '2019-12-31' }, 'plan.goals[0].targetDate'],
])('a goal that cannot be checked is unmet where it lacks: %j', (wish, where) => {
  expect(judge('goals-quantified', firstGoal(wish))).toMatchObject([{ status: 'unmet', where, force: 'must' }])
})

const ruralSales =
  (baseline: string, target: string, targetDate = '2020-12-31'): Change =>
  () => ({
    goals: [{ ...goal('sales', 'rural-online-retail-sales', '农村网络零售额', '万元', baseline, target, 2020), targetDate }],
  })

test.each<[Change, string]>([
  [firstGoal({ target: '19.100001' }), 'met'],
  [firstGoal({ target: '19.1' }), 'unmet'], // above the average excludes the average
  [firstGoal({ target: '-3' }), 'unmet'],
  [firstGoal({ target: null }), 'unknown'],
  [ruralSales('1000', '1191'), 'unmet'],
  [ruralSales('1000', '1191.000001'), 'met'],
  [ruralSales('1000', '1418.481', '2021-12-31'), 'unmet'], // 1.191² exactly, over two years
  [ruralSales('1000', '1418.481001', '2021-12-31'), 'met'],
  [ruralSales('1000', '2000', '2021-06-30'), 'unknown'], // not whole years
  [ruralSales('0', '2000'), 'unknown'],
  [() => ({ goals: [] }), 'unmet'],
])('growth of rural online retail against the national average, row %#', (change, status) => {
  expect(statuses('growth-above-national', change)[0]).toBe(status)
})

test('a deep-poverty county may set its own goals', () => {
  const standing = { deepPovertyArea: { group: 'three-prefectures', part: '凉山州' } }
  expect(statuses('growth-above-national', firstGoal({ target: '5' }), 2020, standing)).toEqual(['met'])
})

test.each<[number, Partial<Goal>, string]>([
  [0, { target: '20' }, 'met'],
  [0, { target: '19.999999' }, 'unmet'],
  [1, { target: '30' }, 'met'],
  [1, { target: '29.9' }, 'unmet'],
  [2, { target: '3000' }, 'met'],
  [2, { target: '2999' }, 'unmet'],
  [3, { target: '50' }, 'met'],
  [3, { target: '49.99' }, 'unmet'],
  [4, { target: null }, 'unknown'],
])('2017 targets: goal %i %j is %s', (index, wish, status) => {
  const change: Change = ({ plan }) => ({ goals: plan.goals.map((each, at) => (at === index ? { ...each, ...wish } : each)) })
  expect(statuses('growth-targets', change, 2017)[index]).toBe(status)
})

test('2017: some provinces set targets of their own', () => {
  expect(statuses('growth-targets', () => ({ goals: [] }), 2017, { countyCode: '540102' })).toEqual(['met'])
  expect(statuses('growth-targets', () => ({ goals: [] }), 2017)).toEqual(Array(5).fill('unmet'))
})

test.each<[string, string]>([
  ['reward-in-lieu', 'met'],
  ['', 'unmet'],
  ['other', 'unmet'],
  ['equity-investment', 'unmet'], // a mode of 2017
])('support mode “%s” is %s', (supportMode, status) => {
  expect(statuses('support-mode-stated', firstProject({ supportMode }))).toEqual([status])
})

test('a project without central funds need not say a mode', () => {
  const change = (content: ApplicationContent) => firstProject({ supportMode: '', lines: [] })(content)
  expect(statuses('support-mode-stated', change)).toEqual(['met'])
})

test.each<[boolean | null, string, string | undefined]>([
  [true, 'met', undefined],
  [false, 'unmet', undefined],
  [null, 'unknown', undefined],
  [false, 'met', '0'], // paid by others
])('hardware that reuses premises %s is %s', (reusesExistingPremises, status, centralFen) => {
  const wish = centralFen === undefined ? { reusesExistingPremises } : { reusesExistingPremises, centralFen }
  expect(statuses('hardware-reuse', firstLine(wish))).toEqual([status])
})

test('new building asks for a reason in 2020; a year may make it a stop', () => {
  expect(judge('hardware-reuse', firstLine({ reusesExistingPremises: false }))).toMatchObject([{ force: 'should', status: 'unmet' }])
  const book = ruleBookFor(pack, 2020)
  const plan = book.plan.map(entry => (entry.rule === 'hardware-reuse' ? { ...entry, force: 'must' as const } : entry))
  const stricter = { ...pack, ruleBooks: new Map([[2020, { ...book, plan }]]) }
  const application = anApplication(pack)
  expect(checkApplication(application, aStanding(), stricter).find(finding => finding.code === 'hardware-reuse')).toMatchObject({
    force: 'must',
  })
})

/** Two lines: one of the area and facility, one for training; central funds in fen. */
const twoLines =
  (supportArea: string, facility: BudgetLine['facility'], part: string, rest: string): Change =>
  ({ plan }) => {
    const [project] = plan.projects
    const [line] = project?.lines ?? []
    if (!project || !line) throw new Error('the usual plan has projects and lines')
    return {
      projects: [
        { ...project, supportArea, lines: [{ ...line, facility, centralFen: part }] },
        { ...project, id: 'rest', supportArea: 'training', lines: [{ ...line, id: 'rest-line', facility: 'none', centralFen: rest }] },
      ],
    }
  }

test.each<[string, string, string]>([
  ['50', '50', 'met'],
  ['49', '51', 'unmet'],
  ['1', '0', 'met'],
  ['0', '0', 'unknown'],
])('2017 produce to the city: %s of central funds beside %s is %s', (part, rest, status) => {
  expect(statuses('produce-to-city-share', twoLines('produce-to-city', 'none', part, rest), 2017)).toEqual([status])
})

test.each<[string, string, string]>([
  ['15', '85', 'met'],
  ['16', '84', 'unmet'],
  ['0', '1', 'met'],
])('2017 service centre: %s of central funds beside %s is %s', (part, rest, status) => {
  expect(statuses('service-centre-share', twoLines('service-centre-and-stations', 'service-centre', part, rest), 2017)).toEqual([status])
})

test('2017: stations are not the centre, and a line that says neither is unknown', () => {
  const share = (facility: BudgetLine['facility']) =>
    statuses('service-centre-share', twoLines('service-centre-and-stations', facility, '90', '10'), 2017)
  expect(share('service-station')).toEqual(['met'])
  expect(share(null)).toEqual(['unknown'])
})

test('a share with an amount not said is unknown', () => {
  expect(statuses('produce-to-city-share', firstLine({ centralFen: null }), 2017)).toEqual(['unknown'])
})

test.each([
  ['data', 'data-commitment', 'notice-2020/6.4d'],
  ['disclosure', 'disclosure-commitment', 'notice-2020/6.4a'],
] as const)('without the %s commitment the plan stops', (id, rule, clause) => {
  const without: Change = ({ plan }) => ({ commitments: { ...plan.commitments, [id]: false } })
  expect(judge(rule, without)).toMatchObject([{ status: 'unmet', force: 'must', clause }])
  expect(statuses(rule, nothing)).toEqual(['met'])
})

test('a prohibited line names its words and clause', () => {
  expect(judge('negative-list', firstLine({ name: '商务局办公楼' }))).toMatchObject([
    { status: 'unmet', force: 'must', clause: 'notice-2020/3.6', measured: '办公楼', where: 'plan.projects[0].lines[0].name' },
  ])
})
