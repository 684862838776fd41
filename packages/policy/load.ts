import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { faultsOf } from './check-pack.ts'
import { fieldOf, PolicyFault } from './fault.ts'
import type { Fault } from './fault.ts'
import { MinistrySystem } from './ministry-schema.ts'
import { GoodsCategories, ReportType } from './report-schema.ts'
import { FactorSheet, Parameter, PolicyList, ProvincialStandard, RuleBook, Scorecard, Source, WorkPlanStructure } from './schema.ts'
import type { PolicyPack } from './schema.ts'
import { SignalRule } from './signal-schema.ts'

/** The folder policy/ of this repository. */
export const shippedPolicyFolder: string = fileURLToPath(new URL('../../policy', import.meta.url))

/** Folders of policy/ that other packages read: place tables are data of the capability places. */
const readElsewhere = ['places', 'programme']

const stop = (file: string, field: string, zh: string, en: string): never => {
  throw new PolicyFault({ file, field, message: { zh, en } })
}

/** Says a schema issue in one sentence; what is missing or unknown is told by name. */
function faultFromIssue(file: string, issue: z.core.$ZodIssue): Fault {
  const field = fieldOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return { file, field, message: { zh: `没有名为“${keys}”的字段`, en: `unknown key ${keys}` } }
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  if (missing) return { file, field, message: { zh: '缺少这一项', en: 'this is missing' } }
  return { file, field, message: { zh: `写法不对（${issue.message}）`, en: `not as it should be (${issue.message})` } }
}

function readYaml<T extends z.ZodType>(path: string, file: string, schema: T): z.infer<T> {
  const document = parseDocument(readFileSync(path, 'utf8'), { uniqueKeys: true })
  const [unreadable] = document.errors
  if (unreadable) {
    const line = `第${unreadable.linePos?.[0].line ?? '?'}行`
    return stop(file, line, '不是合格的YAML', `not readable as YAML (${unreadable.message.split('\n')[0]})`)
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new PolicyFault(issue ? faultFromIssue(file, issue) : { file, field: '', message: { zh: '不合规定', en: 'not valid' } })
}

/** Every file of one folder, each named after what is in it, so that a thing can be found and is there once. */
function readFolder<T extends z.ZodType>(root: string, folder: string, schema: T, nameOf: (value: z.infer<T>) => string): z.infer<T>[] {
  return readdirSync(join(root, folder))
    .sort()
    .map(name => {
      const file = `policy/${folder}/${name}`
      if (!name.endsWith('.yaml')) return stop(file, '', '这里只放 .yaml 文件', 'only .yaml files belong here')
      const value = readYaml(join(root, folder, name), file, schema)
      const expected = `${nameOf(value)}.yaml`
      return name === expected ? value : stop(file, '', `内容属于“${expected}”，文件名应与之一致`, `its content belongs in ${expected}`)
    })
}

const byKey = <T, Key>(values: readonly T[], keyOf: (value: T) => Key): ReadonlyMap<Key, T> =>
  new Map(values.map(value => [keyOf(value), value]))

const folders = [
  'sources',
  'parameters',
  'lists',
  'rules',
  'factor-sheets',
  'scorecards',
  'work-plans',
  'standards',
  'reports',
  'goods-categories',
  'ministry-systems',
  'signals',
]

/** A folder that nothing reads is a slip of the pen, and its numbers would silently be lost. */
function checkFolders(root: string): void {
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isDirectory() && ![...folders, ...readElsewhere].includes(entry.name))
      stop(`policy/${entry.name}`, '', '没有程序会读这个文件夹', 'nothing reads this folder')
}

/**
 * Reads and checks the folder policy/: schemas (unknown keys are refused), names, ids, cited clauses, parameters of rules, weights.
 * Throws one PolicyFault that names file and field; what is returned can be used for every year that has a rule book.
 */
export function loadPolicy(root: string = shippedPolicyFolder): PolicyPack {
  checkFolders(root)
  const pack: PolicyPack = {
    sources: readFolder(root, 'sources', Source, ({ id }) => id),
    parameters: byKey(
      readFolder(root, 'parameters', Parameter, ({ id }) => id),
      ({ id }) => id,
    ),
    lists: byKey(
      readFolder(root, 'lists', PolicyList, ({ id }) => id),
      ({ id }) => id,
    ),
    ruleBooks: byKey(
      readFolder(root, 'rules', RuleBook, ({ year }) => String(year)),
      ({ year }) => year,
    ),
    factorSheets: byKey(
      readFolder(root, 'factor-sheets', FactorSheet, ({ year }) => String(year)),
      ({ year }) => year,
    ),
    scorecards: byKey(
      readFolder(root, 'scorecards', Scorecard, ({ year }) => String(year)),
      ({ year }) => year,
    ),
    workPlans: byKey(
      readFolder(root, 'work-plans', WorkPlanStructure, ({ year, level }) => `${year}-${level}`),
      ({ year, level }) => `${year}-${level}`,
    ),
    standards: byKey(
      readFolder(root, 'standards', ProvincialStandard, ({ provinceCode, year }) => `${provinceCode}-${year}`),
      ({ provinceCode, year }) => `${provinceCode}-${year}`,
    ),
    reportTypes: byKey(
      readFolder(root, 'reports', ReportType, ({ id, version }) => `${id}-${version}`),
      ({ id, version }) => `${id}-${version}`,
    ),
    goodsCategories: byKey(
      readFolder(root, 'goods-categories', GoodsCategories, ({ edition }) => String(edition)),
      ({ edition }) => edition,
    ),
    ministrySystems: byKey(
      readFolder(root, 'ministry-systems', MinistrySystem, ({ id }) => id),
      ({ id }) => id,
    ),
    signalRules: byKey(
      readFolder(root, 'signals', SignalRule, ({ code, version }) => `${code}-${version}`),
      ({ code, version }) => `${code}-${version}`,
    ),
  }
  const [first] = faultsOf(pack)
  if (first) throw new PolicyFault(first)
  return pack
}
