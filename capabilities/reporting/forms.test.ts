import { loadPolicy } from '@jincun/policy/load'
import { goodsCategoriesFor, reportTypeFor } from '@jincun/policy'
import type { ReportType } from '@jincun/policy'
import { describe, expect, test } from 'vitest'
import { checkForm } from './check-form.ts'
import { compareForms } from './compare-forms.ts'
import { formsDue } from './form-calendar.ts'
import { formDueOn } from './form-calendar.ts'
import type { FormRow, FormVersion } from './form-report.ts'
import { handInForm } from './hand-in-form.ts'
import { proposeForm } from './propose-form.ts'
import type { RegisteredProject } from './propose-form.ts'

const policy = loadPolicy()
const typeOf = (id: string): ReportType => reportTypeFor(policy, id, '2020-05-01')
const logistics = typeOf('monthly-logistics')
const training = typeOf('monthly-training')
const ground = (type: ReportType, period = '2020-04') => ({
  type,
  period,
  categories: goodsCategoriesFor(policy, '2020-05-01'),
  isPlace: () => true,
  isFile: (id: string) => id === 'on-file',
})

const good: FormRow = {
  month: '2020-04',
  township_coverage: '100',
  village_coverage: '56.25',
  county_to_township_carriers: '4',
  township_to_village_carriers: '2',
  parcels_received: '81234',
  parcels_sent: '20311',
}
const trained: FormRow = {
  month: '2020-04',
  central_support_wan: '300',
  central_paid_wan: '120.5',
  local_support_wan: '0',
  enterprise_input_wan: '0',
  contractor: '甲公司',
  contractor_head: '王小明',
  contractor_phone: '0834-1234567',
  decided_by: '县政府',
  decision_file: 'on-file',
  disclosure_link: '',
  attendance_file: 'on-file',
  enterprise_sellers: '10',
  new_enterprise_sellers: '10',
  individual_sellers: '25',
  new_individual_sellers: '3',
}

describe('cells of a form', () => {
  test('a form without a fault is taken', () => {
    expect(checkForm(ground(logistics), [good])).toEqual([])
    expect(checkForm(ground(training), [trained])).toEqual([])
  })

  test.each<[string, Partial<Record<string, string>>, string, string | null]>([
    ['a percentage at its bound', { township_coverage: '100.00' }, 'township_coverage', null],
    ['a percentage above it', { township_coverage: '100.01' }, 'township_coverage', 'number-too-large'],
    ['three decimals of a percentage', { village_coverage: '56.255' }, 'village_coverage', 'number-too-fine'],
    ['a count with a decimal', { parcels_sent: '1.5' }, 'parcels_sent', 'number-too-fine'],
    ['a negative count', { parcels_sent: '-1' }, 'parcels_sent', 'number-malformed'],
    ['words for a number', { parcels_sent: '约2万' }, 'parcels_sent', 'number-malformed'],
    ['nothing where something must be', { parcels_sent: '' }, 'parcels_sent', 'cell-missing'],
    ['another month', { month: '2020-05' }, 'month', 'period-other'],
    ['a field the form does not have', { villages: '12' }, 'villages', 'field-unknown'],
  ])('%s', (_what, change, field, code) => {
    const faults = checkForm(ground(logistics), [{ ...good, ...change } as FormRow])
    expect(faults).toEqual(code === null ? [] : [expect.objectContaining({ row: 1, field, code })])
  })

  test.each<[string, Partial<Record<string, string>>, string | null]>([
    ['as much paid as granted', { central_paid_wan: '300.000000' }, null],
    ['a 分 more paid than granted', { central_paid_wan: '300.000001' }, 'above-other'],
    ['all sellers new', { new_individual_sellers: '25' }, null],
    ['more new sellers than sellers', { new_individual_sellers: '26' }, 'above-other'],
    ['a file that was not sent', { decision_file: 'elsewhere' }, 'file-unknown'],
    ['a link without its beginning', { disclosure_link: 'www.example.cn' }, 'link-malformed'],
    ['letters in a telephone number', { contractor_phone: 'ask at the desk' }, 'phone-malformed'],
    ['a name at the greatest length', { contractor: '名'.repeat(200) }, null],
    ['a name above it', { contractor: '名'.repeat(201) }, 'cell-too-long'],
  ])('%s', (_what, change, code) => {
    const faults = checkForm(ground(training), [{ ...trained, ...change } as FormRow])
    expect(faults.map(fault => fault.code)).toEqual(code === null ? [] : [code])
  })

  test('one row a period for the same thing; a form without rows is none', () => {
    expect(checkForm(ground(training), [trained, trained])).toMatchObject([{ row: 2, code: 'row-twice', value: '甲公司' }])
    expect(checkForm(ground(logistics), [good, { ...good, parcels_sent: '1' }])).toMatchObject([{ row: 2, code: 'row-twice' }])
    expect(checkForm(ground(logistics), [])).toMatchObject([{ row: 0, code: 'rows-missing' }])
  })

  test('a yearly form speaks of its own year', () => {
    const annual = typeOf('annual-county-economy')
    expect(checkForm(ground(annual, '2019'), [{ year: '2019', permanent_population: '20.5', rural_population: '20.5' }])).toEqual([])
    expect(checkForm(ground(annual, '2019'), [{ year: '2020' }])).toMatchObject([{ field: 'year', code: 'period-other' }])
    const above = { year: '2019', permanent_population: '20.5', rural_population: '20.5001' }
    expect(checkForm(ground(annual, '2019'), [above])).toMatchObject([{ field: 'rural_population', code: 'above-other' }])
  })
})

const version = (number: number, rows: readonly FormRow[], enteredAt = '2020-05-08T09:00:00+08:00'): FormVersion => ({
  countyCode: '513431',
  reporter: '',
  form: logistics.id,
  period: '2020-04',
  id: `id-${number}`,
  version: number,
  typeVersion: 1,
  rows,
  reason: number > 1 ? '（测试）更正' : '',
  channel: 'page',
  paperFileId: null,
  enteredAt: new Date(enteredAt),
  enteredBy: null,
})

test('a correction is the next version, wants a reason, and shows what it changed; the same again is none', () => {
  const corrected = { ...good, parcels_sent: '20312' }
  const order = { id: 'new', rows: [corrected], reason: '漏计一件', channel: 'page' as const, paperFileId: null, seenVersion: 1 }
  const standing = version(1, [good])
  expect(handInForm(logistics, undefined, { ...order, seenVersion: 0 })).toMatchObject({ ok: true, value: { next: 1 } })
  expect(handInForm(logistics, standing, order)).toEqual({
    ok: true,
    value: {
      next: 2,
      unchanged: false,
      differences: [{ path: '/parcels_sent', row: '', field: 'parcels_sent', before: '20311', after: '20312' }],
    },
  })
  expect(handInForm(logistics, standing, { ...order, reason: ' ' })).toMatchObject({ ok: false, reason: { code: 'reason-needed' } })
  expect(handInForm(logistics, standing, { ...order, seenVersion: 0 })).toMatchObject({ ok: false, reason: { kind: 'conflict' } })
  expect(handInForm(logistics, standing, { ...order, rows: [good], reason: '' })).toMatchObject({
    ok: true,
    value: { unchanged: true, next: 1 },
  })
  expect(handInForm(logistics, standing, { ...order, id: 'id-1' })).toMatchObject({ ok: true, value: { unchanged: true } })
})

test('rows are compared by their key: another order of rows changes nothing, a row more and a row less are told', () => {
  const other = { ...trained, contractor: '乙公司' }
  expect(compareForms(training, [trained, other], [other, trained])).toEqual([])
  const differences = compareForms(training, [trained], [other])
  expect(differences.find(each => each.path === '甲公司/contractor')).toMatchObject({ before: '甲公司', after: null })
  expect(differences.find(each => each.path === '乙公司/contractor')).toMatchObject({ before: null, after: '乙公司' })
})

test.each<[string, string | null, string]>([
  ['2020-05-10T23:59:59+08:00', '2020-06-01', 'on-time'],
  ['2020-05-11T00:00:00+08:00', '2020-06-01', 'late'],
  ['2020-06-10T23:59:59+08:00', '2020-06-20', 'late'],
  ['2020-06-11T00:00:00+08:00', '2020-06-20', 'back-filled'],
])('a form of April handed in at %s is, seen on %s, %s', (at, today, state) => {
  const [due] = formsDue([logistics], [version(1, [good], at)], '2020-04-03', today ?? '').filter(({ period }) => period === '2020-04')
  expect(due).toMatchObject({ state, dueOn: '2020-05-10', corrections: 0 })
})

test('what is missing is missing from the day after it was due; a correction leaves the first day standing', () => {
  const seen = (today: string) => formsDue([logistics], [], '2020-04-03', today).find(({ period }) => period === '2020-04')?.state
  expect([seen('2020-05-10'), seen('2020-05-11')]).toEqual(['not-due', 'missing'])
  const versions = [version(1, [good]), version(2, [good], '2020-07-01T09:00:00+08:00')]
  expect(formsDue([logistics], versions, '2020-04-01', '2020-07-02').find(({ period }) => period === '2020-04')).toMatchObject({
    state: 'on-time',
    corrections: 1,
    version: 2,
  })
  expect(formDueOn(typeOf('annual-county-economy'), '2019')).toBe('2020-02-29')
  expect(formDueOn(logistics, '2019-12')).toBe('2020-01-10')
})

test('the register fills in what it knows of a project; what it does not know stays empty', () => {
  const project = { name: '农村电商培训', supportArea: 'training', decisionBody: '县政府', decisionFileId: null, disclosureUrl: '' }
  const known = {
    project,
    contractors: ['甲公司'],
    centralFen: 300_000_001n,
    localFen: 0n,
    enterpriseFen: 0n,
    centralPaidFen: 120_500_000n,
    percent: null,
  } as unknown as RegisteredProject
  expect(proposeForm(training, '2020-04', [known])).toMatchObject([
    {
      month: '2020-04',
      central_support_wan: '300.000001',
      central_paid_wan: '120.5',
      contractor: '甲公司',
      contractor_head: '',
      enterprise_sellers: '',
    },
  ])
  expect(proposeForm(typeOf('monthly-public-services'), '2020-04', [known])).toEqual([])
})
