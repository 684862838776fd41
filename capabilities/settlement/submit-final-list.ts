import type { RulesNotMet } from '@jincun/applications'
import { accept, refuse } from '@jincun/kernel'
import type { BusinessDate, Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { finalListCan, finalStateForbids } from './final-list-lifecycle.ts'
import type { FinalListState } from './final-list-lifecycle.ts'
import type { FinalList, GovernmentLetter } from './final-list.ts'

const incomplete: Refusal = {
  kind: 'invalid',
  code: 'letter-missing',
  message: {
    zh: '最终名单须以省级人民政府函报送；请先填写函的文号、日期和签发单位，并至少列入一个县。',
    en: 'The final list goes by letter of the provincial government: enter its number, date and signatory, and list at least one county.',
  },
  where: 'letter',
}

/** The days between which the letter can be dated, both included: it answers the numbers of the centre, so it follows the ranked list. */
export type LetterDays = { earliest: BusinessDate; today: BusinessDate }

function letterDateWrong({ date }: GovernmentLetter, { earliest, today }: LetterDays): Refusal | null {
  const where = 'letter.date'
  if (date > today)
    return {
      kind: 'invalid',
      code: 'letter-date-in-future',
      message: {
        zh: `函的成文日期写的是${date}，不能晚于今天（${today}）；示范县自成文日期起算，请核对后改正。`,
        en: `The letter is dated ${date}, later than today (${today}); the counties are designated from its date, so correct it.`,
      },
      where,
    }
  if (date >= earliest) return null
  return {
    kind: 'invalid',
    code: 'letter-date-too-early',
    message: {
      zh: `函的成文日期写的是${date}，不能早于${earliest}（本省排序名单报送之日，没有报送的为当年1月1日），请核对后改正。`,
      en: `The letter is dated ${date}, before ${earliest} (the day the ranked list was submitted, else 1 January of the year); correct it.`,
    },
    where,
  }
}

/** Hands in the version the caller saw, by the letter it names (5.5). `findings` are those of the list at this moment. */
export function submitFinalList(
  list: FinalList,
  state: FinalListState,
  seenVersion: number,
  findings: readonly Finding[],
  days: LetterDays,
): Result<{ state: 'submitted'; version: number }, Refusal | RulesNotMet> {
  if (!finalListCan('submit', state)) return refuse(finalStateForbids('submit', state))
  if (list.version !== seenVersion) return refuse(finalVersionConflict(list.version))
  if (!list.letter || list.entries.length === 0) return refuse(incomplete)
  if (!mayProceed(findings, list.reasons)) return refuse(notSubmittable(findings))
  const wrongDate = letterDateWrong(list.letter, days)
  return wrongDate ? refuse(wrongDate) : accept({ state: 'submitted', version: list.version })
}

const notSubmittable = (findings: readonly Finding[]): RulesNotMet => ({
  kind: 'rules',
  code: 'final-list-not-submittable',
  message: {
    zh: '最终名单有不符合规定之处，请逐条处理；“原则上”的条款可写明理由后报送。',
    en: 'The final list does not meet every rule; mend each, or record a reason where the rule is "in principle".',
  },
  findings,
})

/** Somebody saved the final list in between. */
export const finalVersionConflict = (version: number): Refusal => ({
  kind: 'conflict',
  code: 'final-list-version',
  message: {
    zh: `最终名单已被他人改到第${version}版，请看过后再改。`,
    en: `The final list now stands at version ${version}; look at it, then change it again.`,
  },
  details: { version },
})
