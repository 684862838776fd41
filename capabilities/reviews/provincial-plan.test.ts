import { loadPolicy } from '@jincun/policy/load'
import { workPlanFor } from '@jincun/policy'
import { expect, test } from 'vitest'
import { checkProvincialPlan } from './provincial-plan.ts'

const pack = loadPolicy()
const goal = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'own' as const,
  indicator: '站点覆盖率',
  unit: '%',
  baseline: '30',
  baselineDate: '2016-12-31',
  target: '50',
  targetDate: '2018-12-31',
  scope: '全省行政村',
}

/** A plan of that year with every section long enough. */
const fullPlan = (year: number) => ({
  sections: Object.fromEntries(
    workPlanFor(pack, year, 'province').sections.map(({ id, minimumCharacters }) => [id, '文'.repeat(Math.max(1, minimumCharacters))]),
  ),
  goals: [goal],
})

test.each([
  [2017, ['notice-2017/A.1', 'notice-2017/A.2', 'notice-2017/A.3', 'notice-2017/A.4']],
  [2020, ['notice-2020/A.1', 'notice-2020/5.2', 'notice-2020/6.2', 'notice-2020/6.4a']],
])('the plan of %i is asked for what its notice asks', (year, clauses) => {
  const findings = checkProvincialPlan(pack, year, fullPlan(year))
  expect(findings.map(({ status }) => status)).toEqual(findings.map(() => 'met'))
  expect(findings.map(({ clause }) => clause)).toEqual(expect.arrayContaining(clauses))
})

test.each([
  [2017, 'earlier-work', 'notice-2017/A.1'],
  [2017, 'three-year-outline', 'notice-2017/A.2'],
  [2017, 'selection', 'notice-2017/A.3'],
  [2017, 'third-parties', 'notice-2017/A.4'],
  [2020, 'selection', 'notice-2020/5.2'],
])('in %i a plan one character short in %s stops by that clause alone', (year, section, clause) => {
  const plan = fullPlan(year)
  const sections = { ...plan.sections, [section]: plan.sections[section]?.slice(1) ?? '' }
  const unmet = checkProvincialPlan(pack, year, { ...plan, sections }).filter(({ status }) => status === 'unmet')
  expect(unmet).toMatchObject([{ code: `plan-${section}`, force: 'must', clause }])
})
