import type { Command } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { copiedRuns, verifyNotice } from '../verify-notice.ts'

/** The folder was read and checked before the command runs; a fault stopped it with one sentence already. */
const checkPolicy: Command = {
  name: 'policy check',
  summary: 'Reads and checks the folder policy/; one sentence with file and field where something is wrong',
  usage: 'policy check [--json]',
  options: {},
  run: async ({ policy }) => {
    const json = {
      years: [...policy.ruleBooks.keys()],
      clauses: policy.sources.reduce((sum, source) => sum + source.clauses.length, 0),
      parameters: policy.parameters.size,
      lists: policy.lists.size,
    }
    const counted = `${json.clauses} clauses, ${json.parameters} parameters, ${json.lists} lists`
    return accept({ json, text: `policy/ is in order: rules of ${json.years.join(', ')}; ${counted}.` })
  },
}

const wrongUse = (zh: string, en: string) => refuse({ kind: 'invalid' as const, code: 'wrong-use', message: { zh, en } })

/** Everything of a year that was looked for in the notice, and what of it was not found or was copied. */
function verified(policy: PolicyPack, year: number, text: string) {
  const sought = verifyNotice(policy, year, text)
  const clauses = policy.sources.filter(source => source.year === year).flatMap(source => source.clauses)
  return { year, sought: sought.length, missing: sought.filter(({ found }) => !found), copied: copiedRuns(clauses, text) }
}

const verifyPolicy: Command = {
  name: 'policy verify',
  summary: "Looks in a notice's text for every number and section that the pack of a year claims to have from it",
  usage: 'policy verify --notice FILE --year Y [--json]',
  options: { notice: { type: 'string' }, year: { type: 'string' } },
  run: async ({ values: { notice, year: wanted }, readFile, policy }) => {
    if (typeof notice !== 'string' || typeof wanted !== 'string' || !/^\d{4}$/.test(wanted))
      return wrongUse('请写明 --notice 文件 和 --year 年度。', 'Give --notice FILE and --year with four digits.')
    const year = Number(wanted)
    if (!policy.sources.some(source => source.year === year))
      return wrongUse(
        `没有${year}年的通知，请先补上 policy/sources/notice-${year}.yaml。`,
        `There is no notice of ${year} in policy/sources.`,
      )
    const json = verified(policy, year, new TextDecoder('utf-8').decode(await readFile(notice)))
    const gaps = [
      ...json.missing.map(({ file, field, sought }) => `${file} › ${field} (${sought.join(', ')})`),
      ...json.copied.map(({ id, run }) => `notice-${year}/${id} (${run})`),
    ]
    if (gaps.length > 0)
      return refuse({
        kind: 'invalid',
        code: 'not-as-in-the-notice',
        message: { zh: `与通知文本对不上：${gaps.join('；')}`, en: `Not as in the notice, or copied from it: ${gaps.join('; ')}` },
      })
    return accept({ json, text: `All ${json.sought} numbers and sections of ${year} stand in the notice; no paraphrase copies it.` })
  },
}

export const commands: readonly Command[] = [checkPolicy, verifyPolicy]
