import { expect, test } from 'vitest'
import { loadPolicy } from '@jincun/policy/load'
import type { Refusal } from '@jincun/kernel'
import { decidePlanVersion } from './decide-plan-version.ts'
import { contractNotDraft } from './sign-contract.ts'
import { moveProcurement } from './move-procurement.ts'
import { planChanged } from './propose-plan-version.ts'
import { projectOpen } from './project-open.ts'
import { ruleOnSpending } from './rule-on-spending.ts'
import { procurement } from './testing/procurements.ts'
import type { PlanVersion } from './approved-plan.ts'

const pack = await loadPolicy()
const [me, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
const plan = (year: number, change: Partial<PlanVersion> = {}): PlanVersion => ({
  id: me,
  countyCode: '513431',
  year,
  version: 2,
  state: 'proposed',
  basis: 'change',
  lines: [],
  document: '',
  approvedOn: null,
  reason: '',
  reasons: {},
  proposedBy: '甲',
  decidedBy: null,
  returnedBecause: null,
  ...change,
})
const decide = (given: PlanVersion, proposer: string) =>
  decidePlanVersion(given, { decision: 'return', reason: '改' }, [], { id: me, name: '乙' }, proposer)
const spending = { lineId: 'a', name: '电脑', category: 'equipment-logistics', under: '', centralFen: 1n }
const wanted = { id: me, countyCode: '513431', door: 'plan-line', decision: 'permitted', reason: '看过' } as const
const rule = (year: number, office: string) =>
  ruleOnSpending(spending, wanted, [], { personId: me, name: '丙', office }, { pack, year, now: new Date('2020-05-20') })
const tender = (year: number) => procurement(1, { year })
const move = (year: number, step: 'award' | 'publish' | 'open', change: object) => {
  const standing = step === 'open' ? { ...tender(year), state: 'published' as const, bids: [], openedOn: null } : tender(year)
  return moveProcurement(step, standing, { ...standing, ...change }, pack, '2020-02-01')
}
const refused = (reason: Refusal) => ({ ok: false, reason }) as const

const cases: Record<string, (year: number) => { ok: boolean; reason?: unknown }> = {
  'plan-version-decided': year => decide(plan(year, { state: 'returned' }), other),
  'own-proposal': year => decide(plan(year), me),
  'plan-not-changed': year => planChanged([], plan(year)),
  'contract-not-draft': year => refused(contractNotDraft({ year })),
  'procurement-state-forbids': year => move(year, 'publish', {}),
  'procurement-step-changes-more': year => move(year, 'award', { title: '另一个' }),
  'bids-not-due-yet': year => move(year, 'open', {}),
  'ruling-needs-a-named-official': year => rule(year, ''),
  'line-not-doubtful': year => rule(year, '省商务厅'),
  'project-finished': year => projectOpen('stopped', year),
}

test.each(Object.entries(cases).flatMap(([code, make]) => [2017, 2020].map(year => [code, year, make] as const)))(
  '%s of %i cites a clause of that very year, as data and not in its sentence',
  (code, year, make) => {
    const { ok, reason } = make(year)
    expect([ok, reason]).toMatchObject([false, { code, details: { clause: expect.stringMatching(`^notice-${year}/`) } }])
    expect(JSON.stringify((reason as Refusal).message)).not.toMatch(/通知|clause/)
  },
)
