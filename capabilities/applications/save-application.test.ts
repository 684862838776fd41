import { canonicalJson } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, changedSections, differenceBetween, emptyContent, readEdits, saveApplication } from './index.ts'
import type { ApplicationContent, Edits, LaterSave } from './index.ts'
import { anApplication, lineFrom } from './testing/factory.ts'

const pack = loadPolicy()
const by = { personId: 'person', name: '甲', office: '项目办' }
const moment = { by, pack, now: new Date('2020-05-20T09:00:00+08:00') }
const application = anApplication(pack, { version: 5 })
const read = (raw: Record<string, unknown>): Edits => {
  const result = readEdits(raw, pack, 2020)
  if (!result.ok) throw new Error(result.reason.message.zh)
  return result.value
}
const save = (raw: Record<string, unknown>, seen = 5, later: LaterSave[] = []) =>
  saveApplication(application, { edits: read(raw), seen, later }, moment)
const otherSave = (...sections: string[]): LaterSave[] => [{ version: 5, savedBy: '乙', sections }]

test('a save changes its sections and counts one version', () => {
  const saved = save({ 'text:approach': '新的思路' })
  if (!saved.ok) throw new Error(saved.reason.message.zh)
  expect(saved.value.application).toMatchObject({ version: 6, content: { plan: { sections: { approach: '新的思路' } } } })
  expect(saved.value.edits).toEqual({ 'text:approach': '新的思路' })
})

test('saving what is already there makes no version', () => {
  const { goals } = application.content.plan
  expect(save({ goals })).toMatchObject({ ok: true, value: { application: { version: 5 }, edits: {} } })
})

test('two authors in different sections do not collide', () => {
  expect(save({ 'text:approach': '甲写的' }, 4, otherSave('text:organisation', 'goals'))).toMatchObject({
    ok: true,
    value: { application: { version: 6 } },
  })
})

test('a section someone else changed is refused with the readable difference, and so is only that section', () => {
  const result = save({ 'text:approach': '甲写的', goals: [] }, 4, otherSave('text:approach'))
  if (result.ok) throw new Error('the save should collide')
  expect(result.reason).toMatchObject({
    kind: 'conflict',
    code: 'application-changed-meanwhile',
    details: { version: 5, sections: ['text:approach'] },
  })
  expect(result.reason.message.zh).toContain('乙')
  const { difference } = result.reason.details as { difference: { label: { zh: string }; after: string }[] }
  expect(difference).toHaveLength(1)
  expect(difference[0]).toMatchObject({ label: { zh: expect.stringContaining('工作思路') }, after: '甲写的' })
})

test('two authors who wrote the same do not collide', () => {
  const { goals } = application.content.plan
  expect(save({ goals }, 4, otherSave('goals'))).toMatchObject({ ok: true, value: { edits: {} } })
})

test('a version from the future, a closed state and a passed deadline are refused', () => {
  expect(save({ goals: [] }, 6)).toMatchObject({ ok: false, reason: { code: 'version-unknown' } })
  const edits = read({ goals: [] })
  expect(saveApplication({ ...application, state: 'submitted' }, { edits, seen: 5, later: [] }, moment)).toMatchObject({
    ok: false,
    reason: { kind: 'wrong-state' },
  })
  const late = { ...moment, now: new Date('2020-05-30T00:00:00+08:00') }
  expect(saveApplication(application, { edits, seen: 5, later: [] }, late)).toMatchObject({
    ok: false,
    reason: { code: 'deadline-passed' },
  })
})

const [project] = application.content.plan.projects
if (!project) throw new Error('the usual plan has projects')
const line = lineFrom({ name: '货架', centralWan: '1' }, 'line')

test.each<[string, Record<string, unknown>, string]>([
  ['an unknown section', { budget: 1 }, 'budget'],
  ['a section of the prototype', { constructor: 1 }, 'constructor'],
  ['a text the year does not ask', { 'text:constructor': 'x' }, 'text:constructor'],
  [
    'a negative amount',
    { [`project:${project.id}`]: { ...project, lines: [{ ...line, centralFen: '-100' }] } },
    `project:${project.id}.lines.0.centralFen`,
  ],
  [
    'an amount with a decimal point',
    { [`project:${project.id}`]: { ...project, lines: [{ ...line, centralFen: '1.5' }] } },
    `project:${project.id}.lines.0.centralFen`,
  ],
  [
    'an amount as a number',
    { [`project:${project.id}`]: { ...project, lines: [{ ...line, centralFen: 100 }] } },
    `project:${project.id}.lines.0.centralFen`,
  ],
  ['two lines of one id', { [`project:${project.id}`]: { ...project, lines: [line, line] } }, `project:${project.id}`],
  ['a project under another id', { 'project:other': project }, 'project:other.id'],
  ['a field nobody asked for', { commitments: { ...application.content.plan.commitments, ruled: true } }, 'commitments'],
  ['a day that does not exist', { goals: [{ ...application.content.plan.goals[0], targetDate: '2020-02-30' }] }, 'goals.0.targetDate'],
  ['an unreadable number', { goals: [{ ...application.content.plan.goals[0], target: '1e5' }] }, 'goals.0.target'],
  ['a wrong type', { type: 'special' }, 'type'],
  ['a name of two lines', { [`project:${project.id}`]: { ...project, name: '甲\n乙' } }, `project:${project.id}.name`],
  ['a reason for no rule of the year', { reasons: { 'growth-targets': '2017 年的规则' } }, 'reasons.growth-targets'],
  ['a text too long', { 'text:approach': '字'.repeat(20_001) }, 'text:approach'],
])('%s is refused with its place', (_name, raw, where) => {
  const result = readEdits(raw, pack, 2020)
  expect(result).toMatchObject({ ok: false, reason: { kind: 'invalid', code: 'section-invalid', where } })
})

test('the hundredth project is taken, one more is not', () => {
  const projects = (number: number) =>
    Object.fromEntries(Array.from({ length: number }, (_, n) => [`project:more-${n}`, { ...project, id: `more-${n}` }]))
  const has = application.content.plan.projects.length
  expect(save(projects(100 - has)).ok).toBe(true)
  expect(save(projects(101 - has))).toMatchObject({ ok: false, reason: { kind: 'too-large', code: 'too-many-projects' } })
})

test('choosing a second application asks for its declarations and keeps them when the type changes back', () => {
  const repeat = applyEdits(application.content, { type: 'repeat' })
  expect(repeat.declarations).toMatchObject({ receivedFen: null })
  const filled = applyEdits(repeat, { declarations: { ...repeat.declarations, receivedFen: '5' } as never })
  expect(applyEdits(applyEdits(filled, { type: 'first' }), { type: 'repeat' }).declarations).toMatchObject({ receivedFen: '5' })
})

const texts = fc.constantFrom('approach', 'organisation', 'supervision', 'state-of-work')
const anEdit = fc.oneof(
  fc.tuple(texts, fc.string()).map(([id, text]): Edits => ({ [`text:${id}`]: text })),
  fc.constantFrom<Edits>(
    { type: 'repeat' },
    { type: 'first' },
    { goals: [] },
    { [`project:${project.id}`]: project },
    { [`project:${project.id}`]: null },
  ),
)

test('versions are a fold over saves: what was kept of each gives the same content', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 20 }), edits => {
      const start = emptyContent('first')
      let [content, version] = [start, 1]
      const kept: Edits[] = []
      for (const edit of edits) {
        const saved = saveApplication({ ...application, content, version }, { edits: edit, seen: version, later: [] }, moment)
        if (!saved.ok) throw new Error(saved.reason.message.zh)
        if (Object.keys(saved.value.edits).length > 0) kept.push(saved.value.edits)
        content = saved.value.application.content
        version = saved.value.application.version
      }
      expect(version).toBe(kept.length + 1)
      expect(canonicalJson(kept.reduce(applyEdits, start))).toBe(canonicalJson(content))
    }),
  )
})

test('edits in different sections commute; applying twice is applying once', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (approach, organisation) => {
      const [a, b]: [Edits, Edits] = [{ 'text:approach': approach }, { 'text:organisation': organisation }]
      const both = applyEdits(applyEdits(application.content, a), b)
      expect(canonicalJson(applyEdits(applyEdits(application.content, b), a))).toBe(canonicalJson(both))
      expect(changedSections(both, { ...a, ...b })).toEqual([])
    }),
  )
})

const changed = (change: (content: ApplicationContent) => ApplicationContent) =>
  differenceBetween(application.content, change(application.content), pack, 2020)
const withFirstProject = (wish: object) => (content: ApplicationContent) =>
  applyEdits(content, { [`project:${project.id}`]: { ...project, ...wish } })

test('a difference reads as the form does', () => {
  expect(changed(content => content)).toEqual([])
  const [firstLine, ...others] = project.lines
  if (!firstLine) throw new Error('the project has lines')
  const renamed = changed(withFirstProject({ lines: [{ ...firstLine, name: '分拣线', centralFen: '100000000' }, ...others] }))
  expect(renamed).toMatchObject([
    { label: { zh: '县乡村三级共同配送改造 › 分拣线 › 支出名称' }, before: '县级仓储物流配送中心分拣设备', after: '分拣线' },
    { label: { zh: expect.stringContaining('中央资金（万元）') }, before: '390', after: '100' },
  ])
})

test('moving lines is no difference; taking a project out shows what went', () => {
  expect(changed(withFirstProject({ lines: project.lines.toReversed() }))).toEqual([])
  const gone = changed(content => applyEdits(content, { [`project:${project.id}`]: null }))
  expect(gone.length).toBeGreaterThan(10)
  expect(gone.every(each => each.after === null)).toBe(true)
})
