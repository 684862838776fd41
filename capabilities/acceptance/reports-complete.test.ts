import type { Contract } from '@jincun/projects'
import { expect, test } from 'vitest'
import { checkReportsComplete } from './index.ts'
import type { ReportStanding } from './index.ts'

const contract = { year: 2020 } as Contract
const lacking = [{ key: 'daily-station 5134310001 2020-04-02', label: { zh: '2020-04-02 甲村站 没有上报', en: 'missing' } }]

test.each<[string, ReportStanding, string]>([
  ['everything due is here and holds', { required: 3, present: 3, valid: 3, lacking: [] }, 'met'],
  ['one is missing', { required: 3, present: 2, valid: 2, lacking }, 'unmet'],
  ['one does not hold', { required: 3, present: 3, valid: 2, lacking }, 'unmet'],
  ['nothing is due yet', { required: 0, present: 0, valid: 0, lacking: [] }, 'met'],
  ['the number and the list disagree', { required: 3, present: 3, valid: 3, lacking }, 'unmet'],
])('reports at the gate (6.4d): %s', (_what, standing, status) => {
  const finding = checkReportsComplete(contract, standing)
  expect(finding).toMatchObject({ status, force: 'must', clause: 'notice-2020/6.4d', measured: `${standing.valid}/${standing.required}` })
  expect(finding.rows).toHaveLength(standing.lacking.length)
})
