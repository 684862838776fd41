import { expect, test } from 'vitest'
import { demoContractLine } from '../demo-county.ts'
import { Contract } from '../index.ts'
import { contractDifferences } from './contract-differences.ts'
import { contractMessages } from './messages-contract.ts'

const contract = Contract.parse({
  id: '01900000-0000-7000-a000-0000000000c1',
  countyCode: '513431',
  projectId: '01900000-0000-7000-a000-0000000000a1',
  procurementId: null,
  contractorId: '01900000-0000-7000-a000-0000000000d1',
  party: { name: '甲公司', creditCode: '91350100M000100Y43' },
  year: 2020,
  version: 2,
  state: 'signed',
  number: '1号',
  title: '设备合同',
  signedOn: '2020-03-10',
  start: '2020-03-10',
  end: '2020-09-30',
  amountFen: '10000000',
  lines: [demoContractLine('shelves', 'equipment', '货架', 'equipment-logistics', '10', '8')],
  milestones: [{ id: 'all', name: '验收', shareBasisPoints: 10_000, due: '2020-09-30', deliverable: '' }],
  advanceBasisPoints: 3000,
  guarantee: { kind: 'bank-guarantee', number: 'BH-1', issuer: '农信社', amountFen: '500000', expiresOn: '2020-10-31' },
  dataAgreement: null,
  fileId: null,
  reasons: {},
})
const { guarantee } = contract
const shown = (after: Partial<Contract>, language: 'zh' | 'en') =>
  contractDifferences(
    contract,
    { ...contract, ...after },
    { t: key => contractMessages[language][key], inLanguage: text => text[language] },
  )

test.each<[string, Partial<Contract>, 'zh' | 'en', [string, string | null, string | null][]]>([
  ['the state', { state: 'terminated' }, 'zh', [['状态', '已签订', '已解除']]],
  ['the state', { state: 'terminated' }, 'en', [['State', 'Signed', 'Terminated']]],
  [
    'the kind of guarantee',
    { guarantee: guarantee && { ...guarantee, kind: 'insurance' } },
    'zh',
    [['履约担保', '银行保函 BH-1 农信社 5,000.00 到期日 2020-10-31', '保证保险 BH-1 农信社 5,000.00 到期日 2020-10-31']],
  ],
  [
    'a guarantee that falls away',
    { guarantee: null },
    'en',
    [['Guarantee', 'bank guarantee BH-1 农信社 5,000.00 Ends on 2020-10-31', 'No guarantee']],
  ],
  [
    'a line with a new name, under its name',
    { lines: contract.lines.map(line => ({ ...line, name: '分拣架' })) },
    'zh',
    [['明细 分拣架', '货架 ×1项 100,000.00（其中中央（元）80,000.00）', '分拣架 ×1项 100,000.00（其中中央（元）80,000.00）']],
  ],
  ['a milestone that falls away', { milestones: [] }, 'zh', [['付款节点 验收', '验收 100% 2020-09-30', null]]],
  ['nothing', {}, 'zh', []],
])('a change of %s is shown in words, no id of the program (%#)', (_what, after, language, expected) => {
  expect(shown(after, language).map(each => [each.label, each.before, each.after])).toEqual(expected)
})

test.each([
  ['bank-guarantee', '银行保函', 'bank guarantee'],
  ['deposit', '保证金', 'deposit'],
  ['insurance', '保证保险', 'insurance'],
] as const)('a guarantee of kind %s has its words in both languages', (kind, zh, en) => {
  const after = { guarantee: guarantee && { ...guarantee, kind, number: 'BH-2' } }
  expect(shown(after, 'zh')[0]?.after).toMatch(new RegExp(`^${zh} BH-2 `))
  expect(shown(after, 'en')[0]?.after).toMatch(new RegExp(`^${en} BH-2 `))
})
