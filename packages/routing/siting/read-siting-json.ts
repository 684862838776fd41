import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { z } from 'zod'
import { firstIssue } from '../formats/first-issue.ts'
import { wrongInput } from '../formats/wrong-input.ts'
import type { SitingProblem } from './siting-problem.ts'

const amount = z
  .number('should be a number from 0 / 应为不小于 0 的数')
  .min(0, 'should be a number from 0 / 应为不小于 0 的数')
  .max(1e15, 'is too large / 数值过大')
const id = z.union([z.string().min(1).max(200), z.number().int()]).transform(String)
/** null: cannot be served from there. */
const table = z.array(z.array(amount.nullable()))

const SitingFile = z.strictObject({
  sites: z
    .array(
      z.strictObject({
        id,
        sizes: z.array(z.strictObject({ capacity: amount, openingCost: amount })).min(1, 'needs at least one size / 至少要有一种规模'),
      }),
    )
    .min(1, 'needs at least one site / 至少要有一个候选点'),
  customers: z.array(z.strictObject({ id, demand: amount })).min(1, 'needs at least one customer / 至少要有一个客户'),
  servingCosts: table.optional(),
  servingUnitCosts: table.optional(),
  singleSource: z.boolean().default(true),
  sitesMax: z.number().int().min(1).nullable().default(null),
  openingBudget: amount.nullable().default(null),
  sources: z
    .array(z.strictObject({ id, capacity: amount, openingCost: amount.default(0) }))
    .min(1)
    .optional(),
  sourceUnitCosts: table.optional(),
})
type SitingFile = z.infer<typeof SitingFile>

function flat(where: string, rows: z.infer<typeof table>, height: number, width: number): Result<Float64Array> {
  if (rows.length !== height || rows.some(row => row.length !== width)) {
    const wrong = rows.findIndex(row => row.length !== width)
    const at = wrong < 0 ? where : `${where}[${wrong}]`
    return wrongInput('wrong-table', at, `should be ${height} rows of ${width} numbers`, `应为 ${height} 行、每行 ${width} 个数`)
  }
  return accept(Float64Array.from(rows.flat(), value => value ?? Infinity))
}

function twice(where: string, ids: readonly string[]): Result<null> {
  const known = new Set<string>()
  for (const [index, name] of ids.entries()) {
    if (known.has(name))
      return wrongInput('duplicate-id', `${where}[${index}].id`, `'${name}' is used twice; ids are unique`, `编号“${name}”重复`)
    known.add(name)
  }
  return accept(null)
}

function servingOf(file: SitingFile): Result<Float64Array> {
  const given = file.servingCosts ?? file.servingUnitCosts
  if (!given || (file.servingCosts && file.servingUnitCosts))
    return wrongInput(
      'no-serving-costs',
      'servingCosts',
      'give either servingCosts (for the whole demand) or servingUnitCosts (per unit)',
      '请给出 servingCosts 或 servingUnitCosts 之一',
    )
  const where = file.servingCosts ? 'servingCosts' : 'servingUnitCosts'
  const costs = flat(where, given, file.sites.length, file.customers.length)
  if (!costs.ok || file.servingCosts) return costs
  return accept(
    costs.value.map((cost, index) => (Number.isFinite(cost) ? cost * (file.customers[index % file.customers.length]?.demand ?? 0) : cost)),
  )
}

function reachable(file: SitingFile, serving: Float64Array): Result<null> {
  for (const [customer, { id: name }] of file.customers.entries()) {
    const reached = file.sites.some((_, site) => Number.isFinite(serving[site * file.customers.length + customer]))
    if (!reached)
      return wrongInput(
        'unreachable',
        `customers[${customer}]`,
        `'${name}' can be served from no site; give it a cost from at least one`,
        `“${name}”没有任何站点可以服务`,
      )
  }
  return accept(null)
}

/** Reads our JSON for siting; see docs/how-to/plan-deliveries.md. */
export function readSitingJson(document: unknown): Result<SitingProblem> {
  const parsed = SitingFile.safeParse(document)
  if (!parsed.success) return firstIssue(parsed.error)
  const file = parsed.data
  for (const [where, list] of [
    ['sites', file.sites],
    ['customers', file.customers],
    ['sources', file.sources ?? []],
  ] as const) {
    const unique = twice(
      where,
      list.map(each => each.id),
    )
    if (!unique.ok) return unique
  }
  const serving = servingOf(file)
  if (!serving.ok) return serving
  const reached = reachable(file, serving.value)
  if (!reached.ok) return reached
  const { sites, customers, singleSource, sitesMax, openingBudget } = file
  const base = { sites, customers, serving: serving.value, singleSource, sitesMax, openingBudget }
  if (!file.sources) return accept({ ...base, supply: null })
  const unitCost = flat('sourceUnitCosts', file.sourceUnitCosts ?? [], file.sources.length, sites.length)
  return unitCost.ok ? accept({ ...base, supply: { sources: file.sources, unitCost: unitCost.value } }) : unitCost
}
