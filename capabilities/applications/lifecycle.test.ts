import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import {
  acceptApplication,
  actionsIn,
  ApplicationState,
  applicationActions,
  applicationCan,
  checkApplication,
  confirmFact,
  createApplication,
  forfeitApplication,
  reopenApplication,
  returnApplication,
  ruleOnLine,
  stateAfter,
  stateAt,
  submissionHash,
  submitApplication,
  withdrawApplication,
} from './index.ts'
import type { Application, ApplicationAction } from './index.ts'
import { anApplication, aStanding, idFrom, lineFrom } from './testing/factory.ts'

const pack = loadPolicy()
const by = { personId: 'person', name: '（演示）经办', office: '（演示）商务厅' }
const lastSecond = new Date('2020-05-29T23:59:59+08:00')
const tooLate = new Date('2020-05-30T00:00:00+08:00')
const moment = (now = lastSecond, reason = '材料不全，请补充') => ({ by, pack, now, reason })
const shownOf = (application: Application) => ({
  findings: checkApplication(application, aStanding(), pack),
  standing: aStanding(),
  facts: [],
})
const submit = (application: Application, now = lastSecond, seen = application.version) =>
  submitApplication(application, seen, shownOf(application), moment(now))

test.each<[ApplicationState, ApplicationAction[]]>([
  ['draft', ['save', 'attach', 'rule', 'confirm', 'submit', 'withdraw', 'forfeit']],
  ['submitted', ['return', 'accept', 'withdraw']],
  ['returned', ['save', 'attach', 'rule', 'confirm', 'submit', 'withdraw', 'forfeit']],
  ['withdrawn', []],
  ['forfeited', ['reopen']],
  ['accepted-for-review', []],
])('in %s one may %j', (state, actions) => {
  expect(actionsIn(state)).toEqual(actions)
})

test('every action leads from a state to a state', () => {
  for (const action of Object.keys(applicationActions) as ApplicationAction[]) {
    const from = ApplicationState.options.filter(state => applicationCan(action, state))
    expect(from.length).toBeGreaterThan(0)
    expect(from.every(state => ApplicationState.options.includes(stateAfter(action, state)))).toBe(true)
  }
})

test('the last second before midnight in Shanghai is in time, midnight is forfeited', () => {
  expect(stateAt(anApplication(pack), pack, lastSecond)).toBe('draft')
  expect(stateAt(anApplication(pack), pack, tooLate)).toBe('forfeited')
  expect(stateAt(anApplication(pack, { state: 'submitted' }), pack, tooLate)).toBe('submitted')
  expect(submit(anApplication(pack))).toMatchObject({ ok: true, value: { application: { state: 'submitted' } } })
  expect(submit(anApplication(pack), tooLate)).toMatchObject({
    ok: false,
    reason: { code: 'deadline-passed', details: { clause: 'notice-2020/5.3', closing: '2020-05-29T16:00:00.000Z' } },
  })
})

test('submitting freezes what was shown: questions as worded, answers, findings, clauses, policy year, under one hash', () => {
  const application = anApplication(pack)
  const result = submit(application)
  if (!result.ok) throw new Error(result.reason.message.zh)
  const { submission, hash, entry } = result.value
  expect(submission).toMatchObject({
    policyYear: 2020,
    version: 2,
    countyName: '昭觉县',
    submittedAt: lastSecond.toISOString(),
    submittedBy: by,
  })
  expect(submission.answers.find(answer => answer.path === 'plan.commitments.data')).toMatchObject({ answer: '是' })
  expect(submission.clauses.map(clause => clause.reference)).toContain('notice-2020/4.3')
  expect(submission.findings).toEqual(shownOf(application).findings)
  expect(hash).toBe(submissionHash(JSON.parse(JSON.stringify(submission))))
  expect(submissionHash({ ...submission, version: 3 })).not.toBe(hash)
  expect(entry).toEqual({ action: 'submit', from: 'draft', to: 'submitted', at: lastSecond.toISOString(), by, reason: '材料不全，请补充' })
})

test('only the version the signer saw is submitted', () => {
  expect(submit(anApplication(pack), lastSecond, 1)).toMatchObject({ ok: false, reason: { kind: 'conflict', details: { version: 2 } } })
})

test('an unmet must stops; an unmet should wants its reason', () => {
  const lowGrowth = anApplication(pack, { demo: { ruralGrowth: '15' } })
  const refused = submit(lowGrowth)
  expect(refused).toMatchObject({ ok: false, reason: { kind: 'rules', code: 'application-not-submittable' } })
  const reasons = { 'growth-above-national': '上年有一次性基数' }
  expect(submit(anApplication(pack, { demo: { ruralGrowth: '15' }, content: { reasons } })).ok).toBe(true)
  expect(submit(anApplication(pack, { demo: { unfinished: true }, content: { reasons: { 'goals-quantified': '以后再补' } } })).ok).toBe(
    false,
  )
})

test.each<[ApplicationState, boolean]>([
  ['draft', true],
  ['returned', true],
  ['submitted', false],
  ['withdrawn', false],
  ['forfeited', false],
  ['accepted-for-review', false],
])('an application in %s can be submitted: %s', (state, possible) => {
  expect(submit(anApplication(pack, { state })).ok).toBe(possible)
})

test('returning needs a reason and time to mend', () => {
  const submitted = anApplication(pack, { state: 'submitted' })
  expect(returnApplication(submitted, moment())).toMatchObject({ ok: true, value: { application: { state: 'returned' } } })
  expect(returnApplication(submitted, moment(lastSecond, ' 补 '))).toMatchObject({ ok: false, reason: { code: 'reason-needed' } })
  expect(returnApplication(submitted, moment(tooLate))).toMatchObject({ ok: false, reason: { code: 'deadline-passed' } })
  expect(returnApplication(anApplication(pack), moment())).toMatchObject({ ok: false, reason: { kind: 'wrong-state' } })
})

test('accepted into review it is out of the hands of the county', () => {
  const accepted = acceptApplication(anApplication(pack, { state: 'submitted' }), moment(tooLate))
  if (!accepted.ok) throw new Error(accepted.reason.message.zh)
  expect(accepted.value.application.state).toBe('accepted-for-review')
  expect(withdrawApplication(accepted.value.application, moment()).ok).toBe(false)
  expect(acceptApplication(anApplication(pack), moment()).ok).toBe(false)
})

test('a county withdraws with its reason, before or after submitting', () => {
  expect(withdrawApplication(anApplication(pack, { state: 'submitted' }), moment(tooLate)).ok).toBe(true)
  expect(withdrawApplication(anApplication(pack), moment(lastSecond, '')).ok).toBe(false)
})

test('one application a county and year; none after the deadline', () => {
  const wanted = { id: idFrom('new'), countyCode: '513431', year: 2020, type: 'first' as const }
  expect(createApplication(wanted, null, moment())).toMatchObject({ ok: true, value: { state: 'draft', version: 1 } })
  expect(createApplication(wanted, anApplication(pack), moment())).toMatchObject({
    ok: false,
    reason: { code: 'county-has-an-application' },
  })
  expect(createApplication(wanted, null, moment(tooLate))).toMatchObject({ ok: false, reason: { code: 'deadline-passed' } })
  expect(() => createApplication({ ...wanted, year: 2019 }, null, moment())).toThrow('policy/rules/2019.yaml')
})

test('only a ruling of the centre reopens; it records the forfeiture first and sets a later closing time', () => {
  const until = new Date('2020-06-05T18:00:00+08:00')
  const late = anApplication(pack)
  expect(forfeitApplication(late, pack, lastSecond).ok).toBe(false)
  expect(reopenApplication(late, until, moment(lastSecond))).toMatchObject({ ok: false, reason: { kind: 'wrong-state' } })
  const reopened = reopenApplication(late, until, moment(tooLate))
  if (!reopened.ok) throw new Error(reopened.reason.message.zh)
  const { application, forfeiture, entry } = reopened.value
  expect(forfeiture).toMatchObject({ action: 'forfeit', from: 'draft', to: 'forfeited', at: '2020-05-29T16:00:00.000Z' })
  expect(entry).toMatchObject({ action: 'reopen', from: 'forfeited', to: 'draft' })
  expect(submit(application, new Date('2020-06-05T17:59:59+08:00')).ok).toBe(true)
  expect(submit(application, until)).toMatchObject({ ok: false, reason: { code: 'deadline-passed' } })
})

test.each([
  ['2020-05-30T00:00:00+08:00', '过去'],
  ['2020-05-29T12:00:00+08:00', '原截止前'],
])('an extension until %s is no extension (%s)', until => {
  expect(reopenApplication(anApplication(pack), new Date(until), moment(tooLate))).toMatchObject({ ok: false, reason: { where: 'until' } })
})

const doubtful = () => {
  const application = anApplication(pack)
  const { plan } = application.content
  const [first, ...rest] = plan.projects
  if (!first) throw new Error('the usual plan has projects')
  const project = { ...first, lines: [...first.lines, lineFrom({ name: '其他费用', centralWan: '20' }, 'doubt')] }
  return { ...application, content: { ...application.content, plan: { ...plan, projects: [project, ...rest] } } }
}
const wanted = { id: idFrom('ruling'), lineId: 'doubt', lineName: '县乡村三级共同配送改造 › 其他费用', decision: 'permitted' as const }
const negativeList = (application: Application) =>
  checkApplication(application, aStanding(), pack).filter(finding => finding.code === 'negative-list')

test('a doubtful line waits for the ruling of a named official, which holds for that name only', () => {
  const application = doubtful()
  expect(negativeList(application)).toMatchObject([{ status: 'unknown', clause: 'notice-2020/3.6' }])
  const ruled = ruleOnLine(application, wanted, moment(lastSecond, '用于物流信息员补助，不属于经常性开支'))
  if (!ruled.ok) throw new Error(ruled.reason.message.zh)
  expect(ruled.value.ruling).toMatchObject({ ruledBy: by, clause: 'notice-2020/3.6' })
  expect(negativeList(ruled.value.application)).toMatchObject([
    { status: 'met', rows: [{ key: 'doubt' }, { kind: 'line-ruling', key: wanted.id }] },
  ])
  const renamed = JSON.parse(JSON.stringify(ruled.value.application).replace('"其他费用"', '"其他支出"'))
  expect(negativeList(renamed)).toMatchObject([{ status: 'unknown' }])
})

test('ruled prohibited it stops; the last ruling counts', () => {
  const no = ruleOnLine(doubtful(), { ...wanted, decision: 'prohibited' }, moment())
  if (!no.ok) throw new Error(no.reason.message.zh)
  expect(negativeList(no.value.application)).toMatchObject([{ status: 'unmet' }])
  const yes = ruleOnLine(no.value.application, { ...wanted, id: idFrom('second') }, moment())
  if (!yes.ok) throw new Error(yes.reason.message.zh)
  expect(negativeList(yes.value.application)).toMatchObject([{ status: 'met' }])
})

test('no ruling lets a prohibited or clear line through, or one that was renamed', () => {
  const clear = { ...wanted, lineId: 'project-1-line-1', lineName: '县乡村三级共同配送改造 › 县级仓储物流配送中心分拣设备' }
  expect(ruleOnLine(doubtful(), clear, moment())).toMatchObject({ ok: false, reason: { code: 'line-not-doubtful' } })
  const prohibited = JSON.parse(JSON.stringify(doubtful()).replace('"其他费用"', '"其他费用和办公楼"'))
  const asked = { ...wanted, lineName: '县乡村三级共同配送改造 › 其他费用和办公楼' }
  expect(ruleOnLine(prohibited, asked, moment())).toMatchObject({ ok: false, reason: { code: 'line-not-doubtful' } })
  expect(ruleOnLine(prohibited, wanted, moment())).toMatchObject({ ok: false, reason: { code: 'line-changed-meanwhile' } })
  expect(ruleOnLine(doubtful(), wanted, moment(lastSecond, ''))).toMatchObject({ ok: false, reason: { code: 'reason-needed' } })
})

test('a fact the public lists leave open is settled by an authority on the record; a known one is not', () => {
  const application = anApplication(pack, { year: 2017 })
  const standing = aStanding({ year: 2017, supportedBefore: 'unknown' })
  const findings = checkApplication(application, standing, pack)
  const ask = { id: idFrom('confirmation'), rule: 'not-supported-before' as const, holds: true }
  const before = new Date('2017-05-10T09:00:00+08:00')
  const confirmed = confirmFact(application, ask, findings, moment(before, '已核对省内历年批复文件'))
  if (!confirmed.ok) throw new Error(confirmed.reason.message.zh)
  const settled = checkApplication(confirmed.value.application, standing, pack).find(finding => finding.code === 'not-supported-before')
  expect(settled).toMatchObject({ status: 'met', measured: '（演示）商务厅确认', rows: [{ kind: 'fact-confirmation' }] })
  expect(confirmFact(application, { ...ask, rule: 'eligible-scope' }, findings, moment(before))).toMatchObject({
    ok: false,
    reason: { code: 'fact-not-unknown' },
  })
  const known = checkApplication(confirmed.value.application, aStanding({ year: 2017, supportedBefore: 'yes' }), pack)
  expect(known.find(finding => finding.code === 'not-supported-before')).toMatchObject({ status: 'unmet' })
})
