import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { ruleBookFor, workPlanFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { schemaOf } from './sections.ts'
import type { Edits } from './sections.ts'

const misnamed: Bilingual = { zh: '项目标识与所存部分不一致', en: "the project's id is not the section's" }

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

function localised(language: 'zh' | 'en', issue: z.core.$ZodIssue): string {
  const said = locales[language](issue as z.core.$ZodRawIssue)
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}

/** What is wrong with a value, in both languages; our own schema messages carry both, the library's come from its locales. */
function wordsOf(issue: z.core.$ZodIssue): Bilingual {
  const [zh = '', en] = issue.message.split(' / ')
  if (en) return { zh, en }
  return { zh: localised('zh', issue), en: localised('en', issue) }
}

type Fault = { where: string; words: Bilingual }

function faultIn(key: string, value: unknown, textIds: readonly string[]): Fault | null {
  const schema = schemaOf(key, textIds)
  if (!schema) return { where: key, words: { zh: `本年度没有名为“${key}”的部分`, en: `this year has no section “${key}”` } }
  const [issue] = schema.safeParse(value).error?.issues ?? []
  if (issue) return { where: [key, ...issue.path.map(String)].join('.'), words: wordsOf(issue) }
  const isOther = key.startsWith('project:') && value !== null && (value as { id: string }).id !== key.slice('project:'.length)
  return isOther ? { where: `${key}.id`, words: misnamed } : null
}

/** A reason answers to a rule of the year; under any other name nobody would ever read it. */
function strangeReason(reasons: unknown, pack: PolicyPack, year: number): Fault | null {
  const { county, plan } = ruleBookFor(pack, year)
  const rules = [...county, ...plan].map(entry => entry.rule)
  const strange = Object.keys(reasons as object).find(code => !rules.includes(code))
  return strange ? { where: `reasons.${strange}`, words: { zh: '本年度没有这条规则', en: 'this year has no such rule' } } : null
}

/** Reads a save: every key a section of that year, every value in its form; otherwise one refusal that says where and what. */
export function readEdits(raw: Readonly<Record<string, unknown>>, pack: PolicyPack, year: number): Result<Edits> {
  const sections = workPlanFor(pack, year, 'county').sections
  const textIds = sections.filter(section => section.kind === 'text').map(section => section.id)
  for (const [key, value] of Object.entries(raw)) {
    const fault = faultIn(key, value, textIds) ?? (key === 'reasons' ? strangeReason(value, pack, year) : null)
    if (!fault) continue
    const { where, words } = fault
    const message = { zh: `${where}：${words.zh}。请改正后再保存。`, en: `${where}: ${words.en}. Mend it and save again.` }
    return refuse({ kind: 'invalid', code: 'section-invalid', message, where })
  }
  return accept(raw as Edits)
}
