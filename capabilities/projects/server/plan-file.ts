import { readTable } from '@jincun/documents'
import type { CellError, Column, Sheet } from '@jincun/documents'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Fen, Refusal, Result } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import type { PolicyListEntry, PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { citing, clausesOf, isLeaf, spendingCategories } from '../index.ts'
import type { Bare, PlanLine, PlanVersion } from '../index.ts'
import { textColumn, wanColumn } from './excel-file.ts'
import { plansOf } from './plan-store.ts'
import { AtCounty, place, Year } from './work.ts'

const choicesOf = (entries: readonly PolicyListEntry[]) => entries.map(({ id, term }) => ({ value: id, title: term }))
const leaves = (policy: PolicyPack, year: number): PolicyListEntry[] => {
  const all = spendingCategories(policy, year)
  return all.filter(entry => isLeaf(entry, all))
}

/** The columns of a plan as a file; the same that its Excel has. */
const planColumns = (policy: PolicyPack, year: number) =>
  [
    { key: 'project', kind: 'text', title: { zh: '项目', en: 'project' }, required: true, maxLength: 200 },
    { key: 'name', kind: 'text', title: { zh: '预算行', en: 'line' }, required: true, maxLength: 200 },
    { key: 'category', kind: 'choice', title: { zh: '支出类别', en: 'kind of spending' }, choices: choicesOf(leaves(policy, year)) },
    {
      key: 'area',
      kind: 'choice',
      title: { zh: '支持方向', en: 'support area' },
      required: true,
      choices: choicesOf(listFor(policy, 'support-areas', year)),
    },
    {
      key: 'mode',
      kind: 'choice',
      title: { zh: '支持方式', en: 'support mode' },
      required: true,
      choices: choicesOf(listFor(policy, 'support-modes', year)),
    },
    { key: 'central', kind: 'fenWanYuan', title: { zh: '中央（万元）', en: 'central (10,000 yuan)' }, required: true },
    { key: 'local', kind: 'fenWanYuan', title: { zh: '地方（万元）', en: 'local (10,000 yuan)' } },
    { key: 'enterprise', kind: 'fenWanYuan', title: { zh: '企业（万元）', en: 'firm (10,000 yuan)' } },
  ] as const satisfies readonly Column[]

type Row = {
  project: string
  name: string
  category: string | null
  area: string
  mode: string
  central: Fen
  local: Fen | null
  enterprise: Fen | null
}

/** The plan as a sheet in the words of its lists, so that it can be mended and taken in again. */
export function planSheet(plan: PlanVersion, policy: PolicyPack): Sheet {
  const termOf = (entries: readonly PolicyListEntry[], id: string): string => entries.find(entry => entry.id === id)?.term.zh ?? id
  return {
    name: `第${plan.version}版`,
    title: `${plan.year}年实施方案（第${plan.version}版，${plan.document}）`,
    columns: [...['项目', '预算行', '支出类别', '支持方向', '支持方式'].map(textColumn), ...['中央', '地方', '企业'].map(wanColumn)],
    rows: plan.lines.map(line => [
      line.projectName,
      line.name,
      termOf(spendingCategories(policy, plan.year), line.category),
      termOf(listFor(policy, 'support-areas', plan.year), line.supportArea),
      termOf(listFor(policy, 'support-modes', plan.year), line.supportMode),
      BigInt(line.money.centralFen),
      BigInt(line.money.localFen),
      BigInt(line.money.enterpriseFen),
    ]),
  }
}

const free = (taken: Set<string>, letters: string): string => {
  let number = 1
  while (taken.has(`${letters}${number}`)) number++
  taken.add(`${letters}${number}`)
  return `${letters}${number}`
}

/** Rows become lines: one of a known project and name keeps its id, for contracts and payments name it. */
function linesOf(rows: readonly Row[], known: readonly PlanLine[]): PlanLine[] {
  const [ids, keys] = [new Set(known.map(({ id }) => id)), new Set(known.map(({ projectKey }) => projectKey))]
  const projects = new Map(known.map(({ projectName, projectKey }) => [projectName, projectKey]))
  return rows.map(row => {
    const same = known.findLast(line => line.projectName === row.project && line.name === row.name)
    const projectKey = projects.get(row.project) ?? free(keys, 'project-')
    projects.set(row.project, projectKey)
    return {
      id: same?.id ?? free(ids, 'line-'),
      projectKey,
      projectName: row.project,
      name: row.name,
      category: row.category ?? '',
      categoryText: same?.categoryText ?? '',
      supportArea: row.area,
      supportMode: row.mode,
      money: { centralFen: String(row.central), localFen: String(row.local ?? 0n), enterpriseFen: String(row.enterprise ?? 0n) },
      facility: same?.facility ?? 'none',
      reusesExistingPremises: same?.reusesExistingPremises ?? null,
    }
  })
}

function faulty(errors: readonly CellError[], clause: string): Refusal & { errors: { where: string; message: Refusal['message'] }[] } {
  const [first] = errors
  return {
    kind: 'invalid',
    code: 'plan-file-has-faults',
    message: {
      zh: `第${first?.row}行“${first?.column}”写的是“${first?.value ?? ''}”：${first?.message.zh}（共${errors.length}处）`,
      en: `Row ${first?.row}, "${first?.column}" reads "${first?.value ?? ''}": ${first?.message.en} (${errors.length} in all)`,
    },
    details: { clause },
    errors: errors.map(error => ({ where: `${error.column} ${error.address}`, message: error.message })),
  }
}

const nothing: Bare = {
  kind: 'invalid',
  code: 'plan-file-empty',
  message: { zh: '文件里没有预算行。', en: 'The file has no plan line.' },
}

const twiceIn = (name: string): Bare => ({
  kind: 'invalid',
  code: 'plan-line-twice',
  message: { zh: `“${name}”在同一项目里出现两次。`, en: `${name} stands twice in one project.` },
})

/** Lines of a plan from a CSV or .xlsx file; nothing of a file with a fault is taken, and every fault is named. */
function readPlanFile(bytes: Uint8Array, name: string, policy: PolicyPack, year: number, known: readonly PlanLine[]): Result<PlanLine[]> {
  const { register: clause } = clausesOf(year)
  const table = readTable(bytes, name, planColumns(policy, year))
  if (!table.ok) return table
  if (table.value.errors.length > 0) return refuse(faulty(table.value.errors, clause))
  const lines = linesOf(
    table.value.rows.map(({ values }) => values),
    known,
  )
  const seen = new Set<string>()
  const twice = lines.find(({ projectName, name: own }) => seen.size === seen.add(`${projectName} › ${own}`).size)
  if (twice) return refuse(citing(twiceIn(twice.name), clause))
  return lines.length === 0 ? refuse(citing(nothing, clause)) : accept(lines)
}

const take = route({
  method: 'POST',
  path: '/api/projects/:county/plan-lines-file',
  action: 'projects.propose-plan',
  summary: 'Read lines of a plan from a file into the editor; nothing is saved',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  query: z.strictObject({ year: Year, fileName: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: 5 * 1_048_576 },
  place,
  handle: async ({ tx, params, query, policy, upload }) => {
    const known = (await plansOf(tx, params.county, query.year)).flatMap(({ lines }) => lines)
    const lines = readPlanFile(upload, query.fileName, policy, query.year, known)
    return lines.ok ? accept({ lines: lines.value }) : lines
  },
})

export const planFileRoutes = [take]
