import { mayProceed } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import { beforeAll, expect, test } from 'vitest'
import { demoPlanLines } from './demo-county.ts'
import { checkPlanVersion, checkSite } from './index.ts'
import type { PlanVersion, Site } from './index.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const site = (id: string, countyCode = '513431'): Site => ({
  id,
  countyCode,
  projectId: id,
  version: 1,
  kind: 'delivery-route',
  name: id,
  placeCode: '',
  route: '一线',
  address: '',
  longitude: null,
  latitude: null,
  areaSquareMetres: null,
  residents: null,
  poorVillage: null,
  centralFen: '0',
  investmentFen: '100',
  premises: 'none',
})
const plan = (countyCode: string): PlanVersion => ({
  id: '01900000-0000-7000-8000-000000000002',
  countyCode,
  year: 2020,
  version: 1,
  state: 'proposed',
  basis: 'entered',
  lines: [...demoPlanLines],
  document: '',
  approvedOn: null,
  reason: '首次',
  reasons: {},
  proposedBy: '甲',
  decidedBy: null,
  returnedBecause: null,
})

test.each([
  ['510000', '513431', true],
  ['110000', '110101', false],
])('a plan and a site of province %s pass only with its standard on file (notice-2020/6.2)', (_province, county, passes) => {
  const ofPlan = checkPlanVersion(plan(county), { pack, standing: null, committed: new Map(), rulings: [] })
  expect(mayProceed(ofPlan)).toBe(passes)
  expect(mayProceed(checkSite({ site: site('a', county), partyCode: null }, [], 2020, pack))).toBe(passes)
})

test.each<[string, string | null, string | null, boolean]>([
  ['the same firm', 'A', 'A', true],
  ['another firm', 'A', 'B', false],
  ['no firm yet', null, 'B', true],
])('a route with %s beside it', (_what, partyCode, other, passes) => {
  expect(mayProceed(checkSite({ site: site('a'), partyCode }, [{ site: site('b'), partyCode: other }], 2020, pack))).toBe(passes)
})
