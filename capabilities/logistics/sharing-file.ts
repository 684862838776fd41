import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { exactPartnersMax, namesOf, partnersMax } from '@jincun/routing/sharing'
import type { Coalition, CostGame, Measure } from '@jincun/routing/sharing'
import { z } from 'zod'
import { wrongFile } from './wrong-file.ts'

const name = z.string().min(1).max(100)
const amount = z.number().min(-1e12).max(1e12)
const natural = z.number().min(0).max(1e12)

/**
 * What `jincun share` reads. `costs` by names joined with '+' or by bit sets ("3": the first two partners); or, instead of
 * costs, `problem`: a VROOM problem whose jobs, shipments and vehicles name their `partner`. `carriers` and `cost` are
 * taken for `partners` and `costs`.
 */
const SharingFile = z
  .object({
    partners: z.array(name).min(1).optional(),
    carriers: z.array(name).min(1).optional(),
    costs: z.record(z.string(), amount).optional(),
    cost: z.record(z.string(), amount).optional(),
    problem: z.record(z.string(), z.unknown()).optional(),
    measures: z.record(name, z.record(name, natural)).default({}),
    /** The smallest amount that is paid: 0.01 yuan. */
    unit: z.number().min(1e-6).max(1e6).default(0.01),
    /** Whether costs are lowered to what other coalitions' plans prove. */
    repair: z.boolean().default(true),
  })
  .transform(({ partners, carriers, costs, cost, ...rest }) => ({ ...rest, partners: partners ?? carriers, costs: costs ?? cost }))

export type SharingFile = z.infer<typeof SharingFile>
export type SharingCase = {
  partners: readonly string[]
  unit: number
  repair: boolean
  measures: readonly Measure[]
  game: CostGame | null
  problem: Record<string, unknown> | null
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'file'

/** The coalition a key names, by '+' or as a bit set. */
function coalitionOf(key: string, partners: readonly string[]): Coalition | null {
  const parts = key.split(/[+,]/).map(part => part.trim())
  const members = parts.map(part => partners.indexOf(part))
  if (members.every(member => member >= 0) && new Set(members).size === members.length)
    return members.reduce((bits, member) => bits | (1 << member), 0)
  const bits = /^\d+$/.test(key) ? Number(key) : 0
  return bits > 0 && bits < 2 ** partners.length ? bits : null
}

/** A complete table in units, or which coalition is missing. */
function gameOf(partners: readonly string[], table: Record<string, number>, unit: number): Result<CostGame> {
  const costs = new Map<Coalition, number>()
  for (const [key, cost] of Object.entries(table)) {
    const coalition = coalitionOf(key, partners)
    if (coalition === null)
      return wrongFile(
        'unknown-coalition',
        `costs.${key}`,
        `names no coalition; join partners by '+' or give a bit set below ${2 ** partners.length}`,
        '未知的合作组合，请用“+”连接成员名称',
      )
    if (costs.has(coalition)) return wrongFile('duplicate-id', `costs.${key}`, 'this coalition stands twice', '该组合重复')
    costs.set(coalition, cost / unit)
  }
  for (let coalition = 1; coalition < 2 ** partners.length; coalition++)
    if (!costs.has(coalition)) {
      const missing = namesOf({ partners }, coalition).join('+')
      return wrongFile(
        'coalition-missing',
        'costs',
        `the cost of '${missing}' is missing; every coalition needs one`,
        `缺少组合“${missing}”的成本`,
      )
    }
  return accept({ partners, costs, complete: true })
}

function measuresOf(file: SharingFile, partners: readonly string[]): Result<Measure[]> {
  const measures: Measure[] = []
  for (const [key, values] of Object.entries(file.measures)) {
    const missing = partners.find(partner => values[partner] === undefined)
    if (missing) return wrongFile('measure-missing', `measures.${key}`, `has no value for '${missing}'`, `缺少“${missing}”的数值`)
    measures.push({ key, values: partners.map(partner => values[partner] ?? 0) })
  }
  return accept(measures)
}

/** Partners as listed, or as the problem's tasks name them in order of appearance. */
function partnersOf(file: SharingFile): Result<readonly string[]> {
  const named = file.problem
    ? [...new Set([...tasksOf(file.problem)].map(task => task.partner).filter(partner => partner !== undefined))]
    : []
  const partners = file.partners ?? named
  if (partners.length === 0)
    return wrongFile(
      'no-partners',
      'partners',
      "list the partners, or give each job of the problem its 'partner'",
      '请列出合作方，或在任务中注明 partner',
    )
  if (new Set(partners).size < partners.length) return wrongFile('duplicate-id', 'partners', 'a partner is named twice', '合作方名称重复')
  if (partners.length > partnersMax)
    return wrongFile('too-many-partners', 'partners', `at most ${partnersMax} partners`, `合作方最多 ${partnersMax} 个`)
  return accept(partners)
}

/** Jobs and shipments of a VROOM problem with the partner they name. */
export function* tasksOf(
  problem: Record<string, unknown>,
): Generator<{ kind: 'jobs' | 'shipments'; task: Record<string, unknown>; partner: string | undefined }> {
  for (const kind of ['jobs', 'shipments'] as const)
    for (const task of Array.isArray(problem[kind]) ? (problem[kind] as Record<string, unknown>[]) : [])
      yield { kind, task, partner: typeof task.partner === 'string' ? task.partner : undefined }
}

/** Reads what partners share: a table of coalition costs, or a problem from which they are to be computed. */
export function readSharing(document: unknown): Result<SharingCase> {
  const parsed = SharingFile.safeParse(document)
  if (!parsed.success)
    return wrongFile(
      'wrong-shape',
      pathOf(parsed.error.issues[0]?.path ?? []),
      parsed.error.issues[0]?.message ?? 'wrong value',
      '此处数据有误',
    )
  const file = parsed.data
  const partners = partnersOf(file)
  if (!partners.ok) return partners
  const measures = measuresOf(file, partners.value)
  if (!measures.ok) return measures
  const common = { partners: partners.value, unit: file.unit, repair: file.repair, measures: measures.value }
  if ((file.costs === undefined) === (file.problem === undefined))
    return wrongFile(
      'costs-or-problem',
      'costs',
      "give either 'costs' of every coalition or a 'problem' to compute them from",
      '请给出 costs 或 problem 之一',
    )
  if (file.problem) return accept({ ...common, game: null, problem: file.problem })
  if (partners.value.length > exactPartnersMax + 2)
    return wrongFile(
      'too-many-partners',
      'partners',
      `a table of all coalitions is read for at most ${exactPartnersMax + 2} partners; give a problem for more`,
      '成本表最多支持 12 个合作方',
    )
  const game = gameOf(partners.value, file.costs ?? {}, file.unit)
  return game.ok ? accept({ ...common, game: game.value, problem: null }) : game
}
