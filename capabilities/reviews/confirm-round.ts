import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed, wantsReason } from '@jincun/policy'
import type { Finding, Reasons, Scorecard } from '@jincun/policy'
import { byKey } from './assign-reviewers.ts'
import { rankApplications } from './rank-applications.ts'
import type { Contender, RankedApplication } from './rank-applications.ts'
import { permitInState } from './review-lifecycle.ts'
import { reviewStatistics } from './review-statistics.ts'
import type { ReviewStatistics } from './review-statistics.ts'
import type { ReviewRound, ScoreBasis } from './review-round.ts'
import type { Line } from './rank-stability.ts'
import type { TotalScore } from './score-sheet.ts'

export type Outcome = { ranking: RankedApplication[]; statistics: ReviewStatistics }

export type OutcomeInput = {
  round: ReviewRound
  scorecard: Scorecard
  contenders: readonly Contender[]
  scores: readonly TotalScore[]
  lines: readonly Line[]
  nameOf: (expertId: string) => string
}

/** Ranks a round's scores and says what they are worth; a Refusal when they cannot be ranked. */
export function outcomeOf({ round, scorecard, contenders, scores, lines, nameOf }: OutcomeInput): Result<Outcome, Refusal> {
  const statistics = reviewStatistics({ contenders, scores, scorecard, settings: round.settings, lines, nameOf })
  const ranking = rankApplications(contenders, scores, round.settings.basis, statistics.leniency)
  return ranking.ok ? accept({ ranking: ranking.value, statistics }) : ranking
}

/** 每份申报的评审份数: every application has as many submitted sheets as the round set. A `must`. */
export function checkSheetsComplete(round: ReviewRound, contenders: readonly Contender[], scores: readonly TotalScore[]): Finding {
  const { reviewersPerApplication, clause } = round.settings
  const count = (id: string): number => scores.filter(score => score.applicationId === id).length
  const short = contenders
    .filter(contender => count(contender.applicationId) < reviewersPerApplication)
    .sort(byKey(each => each.countyCode))
  const have = scores.length
  const need = contenders.length * reviewersPerApplication
  return {
    code: 'sheets-complete',
    status: short.length === 0 ? 'met' : 'unmet',
    force: 'must',
    clause,
    measured: `${have}/${need}`,
    required: `${need}/${need}`,
    message:
      short.length === 0
        ? {
            zh: `${contenders.length}份申报都已由${reviewersPerApplication}名专家评分。`,
            en: `All ${contenders.length} applications were scored by ${reviewersPerApplication} reviewers.`,
          }
        : {
            zh: `尚缺评分：${short.map(each => `${each.countyName}（${count(each.applicationId)}/${reviewersPerApplication}）`).join('、')}。`,
            en: `Scores are missing for ${short.map(each => `${each.countyName} (${count(each.applicationId)}/${reviewersPerApplication})`).join(', ')}.`,
          },
    rows: short.map(each => ({ kind: 'application', key: each.applicationId, label: each.countyName })),
  }
}

/** A list that can be taken over as the province's ranked list. */
export type ReviewedEntry = { rank: number; countyCode: string; score: string }

export const entriesOf = (ranking: readonly RankedApplication[]): ReviewedEntry[] =>
  ranking.map(({ rank, countyCode, totalText }) => ({ rank, countyCode, score: totalText }))

export type RulesNotMet = { kind: 'rules'; code: string; message: { zh: string; en: string }; findings: readonly Finding[] }

/** Changing the basis after the scores are known is possible only where the chosen one cannot be computed, and with a reason. */
export type BasisChange = { basis: ScoreBasis; reason: string }

function withBasis(input: OutcomeInput, change: BasisChange | null): Result<OutcomeInput, Refusal> {
  if (!change) return accept(input)
  if (outcomeOf(input).ok)
    return refuse({
      kind: 'conflict',
      code: 'basis-stands',
      message: {
        zh: '评分前确定的计分方式可以使用，不能在看到评分后更改。',
        en: 'The basis settled before scoring can be used and is not changed after the scores are known.',
      },
    })
  return accept({ ...input, round: { ...input.round, settings: { ...input.round.settings, basis: change.basis } } })
}

/**
 * The province stands by the result (五（二）公平、公正、公开). Every `should` that is pointed out (spread, outlier reviewers) needs a recorded reason;
 * every application must have all its sheets.
 */
export function confirmRound(input: OutcomeInput, reasons: Reasons, change: BasisChange | null): Result<Outcome, Refusal | RulesNotMet> {
  const permitted = permitInState('confirm', input.round.state)
  if (!permitted.ok) return permitted
  const settled = withBasis(input, change)
  if (!settled.ok) return settled
  const complete = checkSheetsComplete(input.round, input.contenders, input.scores)
  if (complete.status !== 'met') return refuse({ kind: 'rules', code: 'sheets-missing', message: complete.message, findings: [complete] })
  const outcome = outcomeOf(settled.value)
  if (!outcome.ok) return outcome
  const { findings } = outcome.value.statistics
  if (mayProceed(findings, reasons)) return outcome
  return refuse({
    kind: 'rules',
    code: 'reasons-wanted',
    message: {
      zh: '有需要说明理由的提示，请逐类填写理由后再确认。',
      en: 'Some signals need a reason; write one for each kind and confirm again.',
    },
    findings: findings.filter(finding => wantsReason(finding, reasons)),
  })
}
