import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { answersOf, checkApplication } from './index.ts'
import { applicationBlocks } from './application-document.ts'
import { comparedFields } from './comparison.ts'
import { growthOf, growthText } from './goal-growth.ts'
import { percentText, ratioText } from './percent.ts'
import { roundYearAt } from './round-year.ts'
import { summaryOf } from './summary.ts'
import { anApplication, aStanding, goal } from './testing/factory.ts'

const pack = loadPolicy()
const application = anApplication(pack, {
  demo: { type: 'repeat', repeat: { receivedWan: '1850', disbursedWan: '1665', accepted: 18, total: 20 } },
})
const findings = checkApplication(application, aStanding(), pack)

test.each([
  [1n, 3n, '33.33%'],
  [2n, 3n, '66.66%'], // cut, never rounded up to a bound it does not reach
  [16649999999n, 18500000000n, '89.99%'],
  [9n, 10n, '90.00%'],
  [-1n, 100n, '-1.00%'],
  [1n, 100_000n, '0.00%'],
])('%s of %s reads %s', (part, whole, text) => {
  expect(percentText(part, whole)).toBe(text)
})

test.each([
  [90n, 100n, '90%'],
  [191n, 1000n, '19.1%'],
  [1n, 3n, '1/3'],
  [27n, 100n, '27%'],
])('the bound %s/%s reads %s', (numerator, denominator, text) => {
  expect(ratioText({ numerator, denominator })).toBe(text)
})

test.each([
  ['2020-02-29', '2021-02-28', 1],
  ['2019-12-31', '2020-12-31', 1],
  ['2019-12-31', '2020-12-30', null],
  ['2019-12-31', '2019-12-31', null],
])('from %s to %s lie %s whole years', (baselineDate, targetDate, years) => {
  const made = { ...goal('g', 'rural-online-retail-sales', '零售额', '万元', '100', '150', 2020), baselineDate, targetDate }
  expect(growthOf(made)?.years ?? null).toBe(years)
})

test('growth over several years says so', () => {
  expect(growthText({ target: 144n, baseline: 100n, years: 2 })).toBe('44.00%（2 年）')
})

test('every answer has its own path, and nothing that was written is left out of the print', () => {
  const answers = answersOf(application.content, pack, 2020)
  expect(new Set(answers.map(answer => answer.path)).size).toBe(answers.length)
  const printed = JSON.stringify(applicationBlocks({ application, facts: [], findings }, pack))
  const { plan, operationBase } = application.content
  const texts = [
    ...Object.values(plan.sections),
    ...plan.projects.flatMap(project => [project.name, project.content, ...project.lines.map(line => line.name)]),
    operationBase.talent.text,
  ]
  for (const text of texts) expect(printed).toContain(JSON.stringify(text).slice(1, -1))
  expect(printed).toContain('申报数')
})

test('the summary adds up and counts what stands in the way', () => {
  const summary = summaryOf(application.content, findings)
  const areas = Object.values(summary.byArea).reduce((sum, each) => sum + BigInt(each.centralFen), 0n)
  expect(String(areas)).toBe(summary.totals.centralFen)
  expect(summary).toMatchObject({ stops: 0, doubtfulLines: 0, projects: 3, lines: 7 })
  const bare = { ...application, attachments: [] }
  expect(summaryOf(bare.content, checkApplication(bare, aStanding(), pack)).stops).toBe(6) // three bases, rate, acceptance, results
})

test('compared fields have ids of their own, and the parts of the money add up to the whole', () => {
  const fields = comparedFields(pack, 2020)
  expect(new Set(fields.map(field => field.id)).size).toBe(fields.length)
  const value = (id: string) => BigInt(fields.find(field => field.id === id)?.read(application.content) ?? 0)
  const areas = ['joint-delivery', 'produce-to-city', 'goods-to-countryside', 'training']
  expect(areas.reduce((sum, area) => sum + value(`money.${area}.central`), 0n)).toBe(value('money.all.central'))
})

test.each<[string, number | null]>([
  ['2016-12-31T23:59:59+08:00', null],
  ['2017-01-01T00:00:00+08:00', 2017],
  ['2019-12-31T23:59:59+08:00', 2017],
  ['2020-01-01T00:00:00+08:00', 2020],
  ['2024-06-01T00:00:00+08:00', 2020],
])('%s belongs to the round of %s', (instant, year) => {
  expect(roundYearAt(pack, new Date(instant))).toBe(year)
})
