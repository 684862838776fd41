import { provisionalQuotas } from '@jincun/allocation/server'
import type { RouteContext } from '@jincun/http'
import { designationData } from '@jincun/designation/server'
import { idsOf } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { rankedListStateAt } from '@jincun/reviews'
import { closingOf, submittedLists } from '@jincun/reviews/server'
import { settle } from '../index.ts'
import { publishedProvinces } from './final-store.ts'
import { postedByProvince, shortOf, toPost } from './posted-money.ts'
import type { ApprovalGround, SettlementInput } from '../index.ts'
import { advancesOf, latestApprovals, latestReviews, settledLines } from './settlement-store.ts'
import type { SettledLine } from './settlement-store.ts'

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'may'>

/** 典型激励县 of a province by the year's list (4.7); a year that knows none has none. */
export const incentiveCountiesOf = (policy: PolicyPack, year: number, provinceCode: string): readonly string[] => {
  const value = policy.parameters.get('incentive-counties')?.values[year]
  if (!value) return []
  return idsOf({ ...value, id: 'incentive-counties', title: { zh: '典型激励县', en: 'Incentive counties' }, unit: 'place-codes' }).filter(
    code => code.slice(0, 2) === provinceCode.slice(0, 2),
  )
}

/** Everything the approvals and the settlement rest on, for the provinces in scope; seven queries whatever their number. */
export async function settlementFacts({ tx, now, policy }: Context, year: number) {
  const lists = await submittedLists(tx, policy, year, now)
  const quotas = new Map((await provisionalQuotas(tx, year)).map(row => [row.provinceCode, row.quota]))
  const reviews = await latestReviews(tx, year)
  const approvals = await latestApprovals(tx, year)
  const advances = Map.groupBy(await advancesOf(tx, year), advance => advance.provinceCode)
  const settled = await settledLines(tx, year)
  const published = await publishedProvinces(tx, year)
  const unbegun = rankedListStateAt([], closingOf(policy, year), now)
  return { lists, quotas, reviews, approvals, advances, settled, published, unbegun }
}
export type SettlementFacts = Awaited<ReturnType<typeof settlementFacts>>

const entersByList = (entry: { type: string }) => entry.type !== 'directDesignation'

/** A province that began no list is a draft until the time for lists is up, and forfeited from then on (5.3). */
export const groundOf = (facts: SettlementFacts, provinceCode: string): ApprovalGround => {
  const list = facts.lists.get(provinceCode)
  return {
    listState: list?.state ?? facts.unbegun,
    listed: list?.contents?.entries.filter(entersByList).length ?? 0,
    provisional: facts.quotas.get(provinceCode) ?? null,
    review: facts.reviews.get(provinceCode) ?? null,
    settled: facts.settled.length > 0,
    published: facts.published.has(provinceCode),
  }
}

/** What is settled for a province: its approved number, nothing when it has none, and all advances. */
export const inputOf = (facts: SettlementFacts, policy: PolicyPack, year: number, provinceCode: string): SettlementInput => ({
  provinceCode,
  approved: facts.approvals.get(provinceCode)?.approved ?? 0,
  incentive: incentiveCountiesOf(policy, year, provinceCode).length,
  advance: (facts.advances.get(provinceCode) ?? []).reduce((sum, advance) => sum + advance.amount, 0n),
})

/** Codes of the provinces a caller may see, in the order of the code table. */
export const provincesFor = (may: Context['may'], action: string): { code: string; name: string }[] =>
  designationData()
    .places.provinces.filter(({ code }) => may(action, code))
    .map(({ code, name }) => ({ code, name }))

/** Sums over settled lines, so that the table adds up whatever the parameters say today. */
function totalOf(lines: readonly SettledLine[]) {
  const fen = (key: 'advance' | 'due' | 'makeUp' | 'giveBack') => lines.reduce((sum, line) => sum + line[key], 0n)
  const count = (key: 'approved' | 'incentive' | 'counties') => lines.reduce((sum, line) => sum + line[key], 0)
  const [advance, due] = [fen('advance'), fen('due')]
  return {
    approved: count('approved'),
    incentive: count('incentive'),
    counties: count('counties'),
    advance,
    due,
    balance: due - advance,
    makeUp: fen('makeUp'),
    giveBack: fen('giveBack'),
  }
}

/** The table of approvals and settlement: as settled where it is, otherwise as it would be settled now. */
export async function settlementView(context: Context, year: number) {
  const { policy, may, now } = context
  const facts = await settlementFacts(context, year)
  const provinces = provincesFor(may, 'settlement.read')
  const settlement = settle(
    policy,
    year,
    provinces.map(({ code }) => inputOf(facts, policy, year, code)),
  )
  const posted = await postedByProvince(context.tx, facts)
  const lines = new Map(settlement.lines.map(line => [line.provinceCode, line]))
  const { standard, standardOrigin, total } = settlement
  return {
    year,
    asOf: now.toISOString(),
    settledAt: facts.settled[0]?.settledAt ?? null,
    standard: facts.settled[0]?.standard ?? standard,
    standardOrigin,
    rows: provinces.map(({ code, name }) => {
      const ground = groundOf(facts, code)
      return {
        provinceCode: code,
        provinceName: name,
        ...ground,
        approval: facts.approvals.get(code) ?? null,
        advances: facts.advances.get(code) ?? [],
        line: facts.settled.find(line => line.provinceCode === code) ?? lines.get(code),
        posted: posted.get(code) ?? [],
        mayDecide: may('settlement.decide', code),
      }
    }),
    /** Provinces whose settlement moves money that nobody has posted yet, and what they lack to give it back. */
    toPost: (await shortOf(context.tx, year, toPost(facts.settled, posted))).map(({ provinceCode, short }) => ({ provinceCode, short })),
    total: facts.settled.length > 0 ? totalOf(facts.settled) : total,
  }
}
