import { readFileSync } from 'node:fs'
import { fenFromWanYuanText } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { demoContract, demoContractLine, demoContractor, demoFen, demoPlanLines, demoProject } from './demo-county.ts'
import { checkPlanVersion, doubtsOf, gateFinding, gateTitle, gateVerdictsOf, judgeAtGate, redFlagsOf, spendingOf } from './index.ts'
import type { Contract, GateRuling, GateVerdict, PlanVersion } from './index.ts'
import { bid, procurement } from './testing/procurements.ts'

const read = <T extends z.ZodType>(name: string, shape: T): z.infer<T>[] =>
  z.array(shape).parse(parse(readFileSync(new URL(`cases/${name}.yaml`, import.meta.url), 'utf8')))
const GateCase = z.strictObject({
  name: z.string(),
  thing: z.string(),
  category: z.string(),
  under: z.string(),
  source: z.enum(['central', 'local']).default('central'),
  ruling: z.enum(['permitted', 'prohibited']).optional(),
  verdict: z.enum(['passes', 'prohibited', 'referred']),
})
const SplittingCase = z.strictObject({
  name: z.string(),
  purchases: z.array(z.strictObject({ wan: z.string(), day: z.number().int() })),
  flagged: z.boolean(),
})
const LadderCase = z.strictObject({ name: z.string(), prices: z.array(z.string()), flagged: z.boolean() })

const gateCases = read('gate', GateCase)
const splittingCases = read('splitting', SplittingCase)
const ladderCases = read('price-ladder', LadderCase)

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const rulingsOf = ({ thing: name, category, under, ruling }: z.infer<typeof GateCase>): GateRuling[] =>
  ruling === undefined
    ? []
    : [
        {
          id: '01900000-0000-7000-8000-000000000001',
          countyCode: '513431',
          year: 2020,
          door: 'contract-line',
          lineId: 'one',
          title: gateTitle({ category, name }),
          doubts: doubtsOf(judgeAtGate({ lineId: 'one', name, category, under, centralFen: 1n }, [], pack, 2020).matches),
          decision: ruling,
          reason: '核对',
          clause: 'notice-2020/3.6',
          ruledBy: { personId: 'p', name: '张三', office: '省商务厅' },
          ruledAt: '2020-05-20T00:00:00Z',
        },
      ]

describe.each(gateCases)('$name', each => {
  const { thing, category, under, source, verdict } = each
  const centralFen = source === 'central' ? '100000' : '0'

  test('at the line of the plan', () => {
    const [line] = demoPlanLines
    if (!line) throw new Error('the plan of the demonstration has lines')
    const money = { centralFen, localFen: source === 'local' ? '100000' : '0', enterpriseFen: '0' }
    const plan: PlanVersion = {
      id: '01900000-0000-7000-8000-000000000002',
      countyCode: '513431',
      year: 2020,
      version: 1,
      state: 'proposed',
      basis: 'entered',
      lines: [{ ...line, id: 'one', name: thing, category, projectName: under, money }],
      document: '',
      approvedOn: null,
      reason: '首次',
      reasons: {},
      proposedBy: '甲',
      decidedBy: null,
      returnedBecause: null,
    }
    const ground = { pack, standing: null, committed: new Map(), rulings: rulingsOf(each) }
    const found = checkPlanVersion(plan, ground).filter(({ code }) => code === 'negative-list')
    const status = { passes: [], prohibited: ['unmet'], referred: ['unknown'] }[verdict]
    expect(found.map(finding => finding.status)).toEqual(status)
  })

  test('at the line of a contract, with the clause in the finding', () => {
    const project = { ...demoProject('case', under, ['one'], 'joint-delivery', '2020-01-01', '2020-12-31'), name: under }
    const contractor = demoContractor('甲', '91350100M000100Y43')
    const line = { ...demoContractLine('one', 'one', thing, category, '0.1', '0'), centralFen }
    const contract: Contract = demoContract({
      project,
      contractor,
      procurementId: null,
      number: '1号',
      lines: [line],
      from: '2020-01-01',
      until: '2020-12-31',
      data: ['activities'],
    })
    const rulings = rulingsOf(each)
    const ground = {
      pack,
      project,
      plan: null,
      committed: new Map(),
      contractor,
      procurement: null,
      rulings,
      nodeKinds: [],
      on: '2020-05-20',
    }
    const verdicts: GateVerdict[] = gateVerdictsOf(contract, ground)
    expect(verdicts.map(found => found.verdict)).toEqual([verdict])
    const spending = spendingOf(line, project)
    const finding = gateFinding(spending, judgeAtGate(spending, rulings, pack, 2020), pack, 2020, 'lines[0].name')
    expect([finding.clause, finding.status]).toEqual([
      'notice-2020/3.6',
      { passes: 'met', prohibited: 'unmet', referred: 'unknown' }[verdict],
    ])
  })
})

const fen = (wan: string): string => String(fenFromWanYuanText(wan) ?? 0n)
const dayOf = (after: number): string => new Date(Date.UTC(2020, 0, 1) + after * 86_400_000).toISOString().slice(0, 10)

test.each(splittingCases)('拆分：$name', ({ purchases, flagged }) => {
  const all = purchases.map(({ wan, day }, index) =>
    procurement(index + 1, {
      estimateFen: fen(wan),
      state: 'published',
      bids: [],
      notices: [{ id: 'notice', kind: 'tender', title: '公告', publishedOn: dayOf(day), url: '' }],
    }),
  )
  const last = all.at(-1)
  const codes = last ? redFlagsOf(last, all, pack).map(({ code }) => code) : []
  expect(codes.includes('splitting')).toBe(flagged)
})

test.each(ladderCases)('等差报价：$name', ({ prices, flagged }) => {
  const own = procurement(1, { estimateFen: demoFen('500'), bids: prices.map((price, index) => bid(index, fen(price))) })
  expect(redFlagsOf(own, [own], pack).some(({ code }) => code === 'price-ladder')).toBe(flagged)
})

test('the how-to page tells every one of these cases', () => {
  const page = readFileSync(new URL('../../docs/how-to/negative-list-and-red-flags.md', import.meta.url), 'utf8')
  const told = [...gateCases, ...splittingCases, ...ladderCases].filter(({ name }) => !page.includes(name))
  expect(told.map(({ name }) => name)).toEqual([])
})
