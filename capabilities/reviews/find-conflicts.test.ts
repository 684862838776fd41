import { expect, test } from 'vitest'
import type { Expert } from './expert.ts'
import { ConflictTable, findConflicts } from './find-conflicts.ts'
import { anExpert, anApplication } from './testing/factory.ts'

const rules = { clause: 'notice-2020/5.2', contractYears: 3, year: 2020 }
const county = anApplication(1, {
  countyCode: '513428',
  countyName: '普格县',
  organisationNames: ['普格县商务局', '大凉山电商（集团）有限公司'],
})
const codes = (expert: Partial<Expert>): string[] => findConflicts(anExpert(1, expert), county, rules).map(finding => finding.code)

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

test('a conflict is an unmet must with its clause and both rows', () => {
  const [finding] = findConflicts(anExpert(1, { name: '张三', homeCountyCode: '513428' }), county, rules)
  expect(finding).toMatchObject({ status: 'unmet', force: 'must', clause: 'notice-2020/5.2' })
  expect(finding?.rows.map(row => row.kind)).toEqual(['expert', 'application'])
  expect(finding?.message.zh).toBe('张三须回避普格县：专家家乡即申报县（513428）。')
})

test('the table holds the pairs in conflict and no others', () => {
  const experts = [anExpert(1, { homeCountyCode: '513428' }), anExpert(2)]
  const table = new ConflictTable(experts, [county], rules)
  expect(experts.map(expert => table.between(expert.id, county.applicationId).length)).toEqual([1, 0])
  expect(table.all()).toHaveLength(1)
})
