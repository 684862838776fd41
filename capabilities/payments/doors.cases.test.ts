import { readFileSync } from 'node:fs'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import { doubtsOf, gateTitle, judgeAtGate } from '@jincun/projects'
import type { GateRuling } from '@jincun/projects'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkPayment, paymentGate } from './index.ts'
import { contract, ground, project, request } from './testing/ground.ts'

type GateCase = {
  name: string
  thing: string
  category: string
  under: string
  source?: 'local'
  ruling?: 'permitted' | 'prohibited'
  verdict: 'passes' | 'prohibited' | 'referred'
}
/** The worked cases of the first two doors, so that all four are held to the same answers. */
const cases = parse(readFileSync(new URL('../projects/cases/gate.yaml', import.meta.url), 'utf8')) as GateCase[]

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const rulingsOf = ({ thing: name, category, under, ruling }: GateCase): GateRuling[] =>
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

describe.each(cases)('$name', each => {
  const status = { passes: 'met', prohibited: 'unmet', referred: 'unknown' }[each.verdict]
  const source = each.source ?? 'central'
  const made = (name: string, invoice: string) => {
    const [first, ...rest] = contract().lines
    const lines = first ? [{ ...first, name, category: each.category }, ...rest] : []
    const on = ground({ contract: contract({ lines }), project: { ...project, name: each.under }, rulings: rulingsOf(each) })
    return [request({ source, invoice: { ...request().invoice, itemName: invoice } }), on] as const
  }
  test('at the payment request, by the contract line', () => {
    const found = checkPayment(...made(each.thing, each.thing), pack).filter(({ code }) => code === 'negative-list')
    expect(found.map(finding => [finding.status, finding.clause])).toEqual([[status, 'notice-2020/3.6']])
  })
  test('at the posting, by the words of the invoice', () => {
    const found = paymentGate(...made('货架', each.thing), pack)
    expect(found.at(-1)?.status).toBe(status)
  })
})
