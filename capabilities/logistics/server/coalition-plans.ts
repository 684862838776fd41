import { accept } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { solve } from '@jincun/routing'
import { readProblem, vroomAnswer } from '@jincun/routing/formats'
import { everyCoalition, exactPartnersMax, namesOf, sampleCoalitions } from '@jincun/routing/sharing'
import type { Coalition, CostGame, Measure, SampledGame } from '@jincun/routing/sharing'
import { tasksOf } from '../sharing-file.ts'
import type { SharingCase } from '../sharing-file.ts'
import { wrongFile } from '../wrong-file.ts'

export type CoalitionBudget = {
  /** Wall seconds for all coalitions together; not used when iterations are given. */
  seconds: number
  /** Iterations for each coalition; 0: by time. */
  iterations: number
  seed: number
  /** Pairs of orders drawn for more than ten partners. */
  pairs: number
}

type Task = Record<string, unknown>

/** The coalition's own problem: its tasks, and the vehicles that are its members' or nobody's. */
function problemOf(problem: Task, members: ReadonlySet<string>): Task {
  const own = (list: unknown): unknown[] =>
    Array.isArray(list) ? list.filter((each: Task) => typeof each.partner === 'string' && members.has(each.partner)) : []
  const vehicles = Array.isArray(problem.vehicles)
    ? problem.vehicles.filter((each: Task) => typeof each.partner !== 'string' || members.has(each.partner))
    : []
  return { ...problem, jobs: own(problem.jobs), shipments: own(problem.shipments), vehicles }
}

/** Numbers of tasks and their loads, to share by: what partners often agree on. */
function measuresOf({ partners, problem }: SharingCase): Measure[] {
  const tasks = [...tasksOf(problem ?? {})]
  const sums = (value: (task: Task) => number): number[] =>
    partners.map(partner => tasks.filter(each => each.partner === partner).reduce((sum, { task }) => sum + value(task), 0))
  const first = (list: unknown): number => (Array.isArray(list) && typeof list[0] === 'number' ? list[0] : 0)
  return [
    { key: 'stops', values: sums(() => 1) },
    { key: 'load', values: sums(task => first(task.delivery) + first(task.pickup) + first(task.amount)) },
  ]
}

class CannotPlan extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(reason.message.en)
    this.reason = reason
  }
}

const plainRefusal = (refused: { reason: Refusal }): CannotPlan => new CannotPlan(refused.reason)

/** The cost of a coalition's own plan, in units of money. */
async function costOfCoalition(
  sharing: SharingCase,
  coalition: Coalition,
  budget: { milliseconds?: number; iterations?: number; seed: number },
): Promise<number> {
  const names = namesOf(sharing, coalition)
  const document = problemOf(sharing.problem ?? {}, new Set(names))
  const read = readProblem(new TextEncoder().encode(JSON.stringify(document)))
  if (!read.ok)
    throw plainRefusal(
      wrongFile(read.reason.code, `${names.join('+')}: ${read.reason.where ?? ''}`, read.reason.message.en, read.reason.message.zh),
    )
  const { solution } = await solve(read.value.problem, { ...budget, threads: 1 })
  const answer = vroomAnswer(read.value, solution)
  const [left] = answer.unassigned
  if (left)
    throw plainRefusal(
      wrongFile(
        'coalition-cannot',
        names.join('+'),
        `cannot serve ${String(left.type)} ${String(left.id)} by itself (${String(left.why)}); give it vehicles, or list shared ones without partner`,
        `组合无法自行完成任务 ${String(left.id)}，请补充车辆`,
      ),
    )
  return (answer.summary.cost as number) / sharing.unit
}

/**
 * The cost of every coalition by planning each one (up to ten partners), or of sampled ones beyond.
 * Refuses when a coalition cannot serve its own tasks, since then it has no cost.
 */
export async function coalitionPlans(
  sharing: SharingCase,
  budget: CoalitionBudget,
): Promise<Result<{ game: CostGame | SampledGame; measures: Measure[] }>> {
  const { partners } = sharing
  const stray = [...tasksOf(sharing.problem ?? {})].find(({ partner }) => partner === undefined || !partners.includes(partner))
  if (stray)
    return wrongFile(
      'no-partner',
      `problem.${stray.kind}`,
      `task ${String(stray.task.id)} names no partner of the list; give it 'partner'`,
      `任务 ${String(stray.task.id)} 未注明合作方`,
    )
  const coalitions = partners.length <= exactPartnersMax ? 2 ** partners.length - 1 : 2 * budget.pairs * partners.length
  const each =
    budget.iterations > 0
      ? { iterations: budget.iterations, seed: budget.seed }
      : { milliseconds: Math.max(20, (1000 * budget.seconds) / coalitions), seed: budget.seed }
  const cost = (coalition: Coalition): Promise<number> => costOfCoalition(sharing, coalition, each)
  try {
    const game =
      partners.length <= exactPartnersMax
        ? await everyCoalition(partners, cost)
        : await sampleCoalitions(partners, cost, { pairs: budget.pairs, seed: budget.seed })
    return accept({ game, measures: measuresOf(sharing) })
  } catch (error) {
    if (error instanceof CannotPlan) return { ok: false, reason: error.reason }
    throw error
  }
}
