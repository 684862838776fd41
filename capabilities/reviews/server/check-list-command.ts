import { designationData } from '@jincun/designation/server'
import type { Command } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { findProvince } from '@jincun/places'
import { mayProceed, ruleBookFor } from '@jincun/policy'
import type { Finding, PolicyPack, Reasons } from '@jincun/policy'
import { z } from 'zod'
import { checkList, followCode, listSubject } from '../index.ts'
import { readListFile } from './read-list-file.ts'

const no = (code: string, zh: string, en: string, where: string) => refuse<Refusal>({ kind: 'invalid', code, message: { zh, en }, where })

const Established = z.strictObject({
  /** Present codes of counties whose conditions the province has established (second applications, 4.4). */
  eligible: z.array(z.string().regex(/^\d{6}$/)).default([]),
  oldBaseCounties: z.array(z.string().regex(/^\d{6}$/)).optional(),
  unsupported: z.strictObject({ poverty: z.number().int().min(0), oldBase: z.number().int().min(0) }).optional(),
})

const ReasonFile = z.record(z.string(), z.string())

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

type Values = Parameters<Command['run']>[0]['values']

function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : undefined
}

/** Reads the plain options; each wrong one is told by name. */
function readOptions(values: Values, policy: PolicyPack, now: Date) {
  const year = text(values, 'year') ?? ''
  if (!/^20\d\d$/.test(year)) return no('year-missing', '请写明年份，如 --year 2020。', 'Name the year, e.g. --year 2020.', '--year')
  const province = text(values, 'province') ?? ''
  if (!/^\d\d(0000)?$/.test(province))
    return no(
      'province-missing',
      '请写明省级代码，如 --province 51 或 510000。',
      'Name the province by code, e.g. --province 51 or 510000.',
      '--province',
    )
  const quota = text(values, 'quota')
  if (quota !== undefined && !/^\d{1,4}$/.test(quota))
    return no(
      'quota-unreadable',
      `--quota 写的是“${quota}”，应为预下达数量，如 17。`,
      `--quota reads "${quota}"; write the provisional number, e.g. 17.`,
      '--quota',
    )
  const needsQuota = ruleBookFor(policy, Number(year)).list.some(({ rule }) => rule === 'application-cap')
  if (quota === undefined && needsQuota)
    return no('quota-missing', '请写明预下达数量，如 --quota 17。', 'Name the provisional number, e.g. --quota 17.', '--quota')
  const at = text(values, 'at')
  if (at !== undefined && !(instant.test(at) && !Number.isNaN(Date.parse(at))))
    return no(
      'instant-unreadable',
      `--at 写的是“${at}”，应为带时区的时刻，如 2020-05-29T23:59:59+08:00。`,
      `--at reads "${at}"; write an instant with its offset, e.g. 2020-05-29T23:59:59+08:00.`,
      '--at',
    )
  const list = text(values, 'list')
  if (!list) return no('list-missing', '请写明名单文件，如 --list list.csv。', 'Name the list file, e.g. --list list.csv.', '--list')
  return accept({
    year: Number(year),
    provinceCode: province.padEnd(6, '0'),
    quota: quota === undefined ? null : Number(quota),
    at: at === undefined ? now : new Date(at),
    list,
  })
}

/** Reads an optional JSON file of a known shape; an absent option gives the value of an empty file. */
async function readJson<T>(
  path: string | undefined,
  option: string,
  schema: z.ZodType<T>,
  readFile: (path: string) => Promise<Uint8Array>,
  empty: T,
): Promise<Result<T>> {
  if (path === undefined) return accept(empty)
  const told = (why: string) =>
    no('file-unreadable', `${path} 不是所需的 JSON（${why}）。`, `${path} is not the JSON that is needed (${why}).`, option)
  const bytes = await readFile(path)
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? accept(parsed.data) : told(`${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`)
  } catch (error) {
    if (error instanceof SyntaxError) return told(error.message)
    throw error
  }
}

const marks = { met: '✓', unmet: '✗', unknown: '?' } as const

const report = (submittable: boolean, findings: readonly Finding[], reasons: Reasons): string =>
  [
    submittable ? '可以报送 Submittable' : '不能报送 Not submittable',
    ...findings.map(finding => {
      const reason = reasons[finding.code] ? `　理由：${reasons[finding.code]}` : ''
      return `${marks[finding.status]} ${finding.message.zh}（${finding.clause}，${finding.force}）${reason}\n  ${finding.message.en}`
    }),
  ].join('\n')

/** `jincun check-list`: the same rules as the server, over a file, with what the public lists say of each county. */
export const checkListCommand: Command = {
  name: 'check-list',
  summary: '核对省级排序名单 Check a province’s ranked list',
  usage:
    'check-list --year 2020 --province 51 --quota 17 --list list.csv [--at 2020-05-29T23:59:59+08:00] [--reasons R.json] [--facts F.json] [--json]\n' +
    '  list.csv: columns rank, county_code, type (first, repeat, region-wide, incentive), score; CSV or .xlsx\n' +
    '  R.json:   {"poverty-share": "reason"}, reasons for unmet "in principle" rules by finding code\n' +
    '  F.json:   {"eligible": ["510823"], "oldBaseCounties": ["350821"], "unsupported": {"poverty": 24, "oldBase": 6}},\n' +
    '            what the province has established where a list and the public records cannot show it',
  options: {
    year: { type: 'string' },
    province: { type: 'string' },
    quota: { type: 'string' },
    list: { type: 'string' },
    at: { type: 'string' },
    reasons: { type: 'string' },
    facts: { type: 'string' },
  },
  run: async ({ values, readFile, policy, now }) => {
    const options = readOptions(values, policy, now)
    if (!options.ok) return options
    const { list, ...input } = options.value
    const reasons = await readJson<Reasons>(text(values, 'reasons'), '--reasons', ReasonFile, readFile, {})
    if (!reasons.ok) return reasons
    const facts = await readJson(text(values, 'facts'), '--facts', Established, readFile, Established.parse({}))
    if (!facts.ok) return facts
    const entries = readListFile(await readFile(list), list)
    if (!entries.ok) return refuse({ ...entries.reason, where: list })
    const data = designationData()
    if (!findProvince(data.places, input.provinceCode))
      return no(
        'province-unknown',
        `没有代码为${input.provinceCode}的省级行政区。`,
        `No province has the code ${input.provinceCode}.`,
        '--province',
      )
    const { eligible, oldBaseCounties, unsupported } = facts.value
    const established = { ...(oldBaseCounties ? { oldBaseCounties } : {}), ...(unsupported ? { unsupported } : {}) }
    const shown = new Set(eligible.map(countyCode => followCode(data, { countyCode, rank: null, type: 'first', score: null }).countyCode))
    const subject = listSubject(data, {
      ...input,
      extension: null,
      entries: entries.value,
      established,
      eligibilityOf: code => (shown.has(code) ? [] : null),
    })
    const findings = checkList(policy, subject)
    const submittable = mayProceed(findings, reasons.value)
    return accept({ json: { submittable, findings }, text: report(submittable, findings, reasons.value) })
  },
}
