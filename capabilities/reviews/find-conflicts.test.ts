import { expect, test } from 'vitest'
import type { Expert } from './expert.ts'
import { ConflictTable, findConflicts } from './find-conflicts.ts'
import { anApplication, anExpert, bareGround } from './testing/factory.ts'

const rules = { clause: 'notice-2020/5.2', contractYears: 3, year: 2020 }
const county = anApplication(1, {
  countyCode: '513428',
  countyName: '普格县',
  organisationNames: ['普格县商务局', '大凉山电商（集团）有限公司'],
})
const codes = (expert: Partial<Expert>): string[] =>
  findConflicts(anExpert(1, expert), county, rules, bareGround).map(finding => finding.code)

const relation = (countyCode: string | null, organisationName: string | null) => ({
  countyCode,
  organisationName,
  kind: 'kin' as const,
  text: '妻弟任副县长',
})
const contract = (endYear: number, countyCode = '513428') => ({ countyCode, organisationName: '某公司', subject: '电商规划', endYear })

test.each<[string, Partial<Expert>, string[]]>([
  ['no tie', {}, []],
  ['home county', { homeCountyCode: '513428' }, ['conflict-home-county']],
  ['a neighbouring county is no conflict', { homeCountyCode: '513429' }, []],
  ['organisation, written otherwise', { organisationName: '大凉山电商(集团) 有限公司' }, ['conflict-organisation']],
  ['an organisation with a similar name', { organisationName: '大凉山电商有限公司' }, []],
  ['declared relation to the county', { declaredRelations: [relation('513428', null)] }, ['conflict-declared-relation']],
  ['declared relation to an enterprise', { declaredRelations: [relation(null, '普格县商务局')] }, ['conflict-declared-relation']],
  ['declared relation elsewhere', { declaredRelations: [relation('510100', '成都某公司')] }, []],
  ['contract that ended three years before', { pastContracts: [contract(2017)] }, ['conflict-past-contract']],
  ['contract that ended four years before', { pastContracts: [contract(2016)] }, []],
  ['contract with another county', { pastContracts: [contract(2019, '513429')] }, []],
  [
    'all four',
    {
      homeCountyCode: '513428',
      organisationName: '普格县商务局',
      declaredRelations: [relation('513428', null)],
      pastContracts: [contract(2019)],
    },
    ['conflict-home-county', 'conflict-organisation', 'conflict-declared-relation', 'conflict-past-contract'],
  ],
])('%s', (_name, expert, expected) => {
  expect(codes(expert)).toEqual(expected)
})

// 水城县 520221 became 水城区 520204 on 2020-07-18; 520203 never changed its code.
const successor = anApplication(2, { countyCode: '520204', countyName: '水城区' })
const lineOf = (code: string): string => (code === '520221' ? '520204' : code)

test.each<[string, Partial<Expert>, string[]]>([
  ['home county', { homeCountyCode: '520221' }, ['conflict-home-county']],
  ['declared relation', { declaredRelations: [relation('520221', null)] }, ['conflict-declared-relation']],
  ['past contract', { pastContracts: [contract(2019, '520221')] }, ['conflict-past-contract']],
  ['another county', { homeCountyCode: '520203', pastContracts: [contract(2019, '520203')] }, []],
])('a fact under an old code meets the successor, and one under the new code the predecessor: %s', (_name, facts, expected) => {
  const ground = { lineOf, contracts: [] }
  const codesFor = (application: typeof county) =>
    findConflicts(anExpert(1, facts), application, rules, ground).map(finding => finding.code)
  expect(codesFor(successor)).toEqual(expected)
  expect(codesFor({ ...successor, countyCode: '520221' })).toEqual(expected)
})

test.each<[string, ReturnType<typeof contract>, string[]]>([
  ['three years before', contract(2017, '520221'), ['conflict-past-contract']],
  ['still running', contract(2021, '520204'), ['conflict-past-contract']],
  ['four years before', contract(2016, '520204'), []],
  ['with another county', contract(2019, '520203'), []],
  ['of another organisation', { ...contract(2019, '520204'), organisationName: '别的大学' }, []],
])("a contract of the expert's organisation, on the register or known of a colleague: %s", (_name, known, expected) => {
  const expert = anExpert(1, { organisationName: '某 公司' })
  const found = findConflicts(expert, successor, rules, { lineOf, contracts: [known, known] })
  expect(found.map(finding => finding.code)).toEqual(expected)
})

test('a conflict is an unmet must with its clause and both rows', () => {
  const [finding] = findConflicts(anExpert(1, { name: '张三', homeCountyCode: '513428' }), county, rules, bareGround)
  expect(finding).toMatchObject({ status: 'unmet', force: 'must', clause: 'notice-2020/5.2' })
  expect(finding?.rows.map(row => row.kind)).toEqual(['expert', 'application'])
  expect(finding?.message.zh).toBe('张三须回避普格县：专家家乡即申报县（513428）。')
})

test('the table holds the pairs in conflict and no others', () => {
  const experts = [anExpert(1, { homeCountyCode: '513428' }), anExpert(2)]
  const table = new ConflictTable(experts, [county], rules, bareGround)
  expect(experts.map(expert => table.between(expert.id, county.applicationId).length)).toEqual([1, 0])
  expect(table.all()).toHaveLength(1)
})
