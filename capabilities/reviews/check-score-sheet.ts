import type { ClauseRef, Finding, Scorecard } from '@jincun/policy'
import { formatHalfPoints } from './half-points.ts'
import type { ReasonRule, ReviewSettings } from './review-round.ts'
import type { ItemScore } from './score-sheet.ts'

type Item = Scorecard['items'][number]
type Fault = { code: string; measured: string | null; required: string; zh: string; en: string; part: 'halfPoints' | 'reason' }

const characters = (text: string): number => [...text.replace(/\s/g, '')].length

/** Whether a score asks for a reason. "At or below 20 %" is compared by multiplication, so it holds to the half point. */
export function wantsScoreReason(rule: ReasonRule, item: Pick<Item, 'maxPoints'>, halfPoints: number): boolean {
  if (rule.when !== 'extremes') return rule.when === 'always'
  const share = halfPoints * 100
  const maximum = item.maxPoints * 2
  return share <= maximum * rule.lowPercent || share >= maximum * rule.highPercent
}

function* faultsOf(item: Item, score: ItemScore | undefined, rule: ReasonRule): Generator<Fault> {
  const maximum = item.maxPoints * 2
  const range = `0–${item.maxPoints}`
  const halfPoints = score?.halfPoints ?? null
  if (halfPoints === null) {
    yield { code: 'score-missing', measured: null, required: range, zh: '尚未评分', en: 'is not scored yet', part: 'halfPoints' }
    return
  }
  const given = formatHalfPoints(halfPoints)
  if (!Number.isInteger(halfPoints) || halfPoints < 0 || halfPoints > maximum)
    yield {
      code: 'score-out-of-range',
      measured: given,
      required: range,
      zh: `得分${given}超出${range}`,
      en: `has ${given}, outside ${range}`,
      part: 'halfPoints',
    }
  const length = characters(score?.reason ?? '')
  if (wantsScoreReason(rule, item, halfPoints) && length < rule.minimumCharacters)
    yield {
      code: 'reason-missing',
      measured: String(length),
      required: `≥ ${rule.minimumCharacters}`,
      zh: `须写明理由，至少${rule.minimumCharacters}个字`,
      en: `needs a reason of at least ${rule.minimumCharacters} characters`,
      part: 'reason',
    }
}

/**
 * 五（二）经评审打分, 六（四）评选依据: a sheet can be submitted when every item of the year's score sheet has a score within its range
 * and, where the round asks for one, a reason; and no item that the score sheet does not have. All findings are `must`.
 * @returns the findings that stop a submission; none when the sheet is complete
 */
export function checkScoreSheet(
  items: readonly ItemScore[],
  scorecard: Pick<Scorecard, 'id' | 'items'>,
  settings: Pick<ReviewSettings, 'reasonRule' | 'clause'>,
): Finding[] {
  const given = new Map(items.map(item => [item.itemId, item]))
  const findings = scorecard.items.flatMap(item =>
    [...faultsOf(item, given.get(item.id), settings.reasonRule)].map(
      (fault): Finding => ({
        code: fault.code,
        status: 'unmet',
        force: 'must',
        clause: item.clause,
        measured: fault.measured,
        required: fault.required,
        message: { zh: `“${item.title.zh}”${fault.zh}。`, en: `${item.title.en} ${fault.en}.` },
        where: `items.${item.id}.${fault.part}`,
        rows: [{ kind: 'score-item', key: item.id, label: item.title.zh }],
      }),
    ),
  )
  const known = new Set(scorecard.items.map(item => item.id))
  const foreign = items.map(item => item.itemId).filter((id, index, all) => !known.has(id) || all.indexOf(id) !== index)
  return [...findings, ...foreign.map(id => unknownItem(id, scorecard, settings.clause))]
}

const unknownItem = (id: string, scorecard: Pick<Scorecard, 'id' | 'items'>, clause: ClauseRef): Finding => ({
  code: 'score-item-unknown',
  status: 'unmet',
  force: 'must',
  clause,
  measured: id,
  required: scorecard.id,
  message: { zh: `评分表没有“${id}”这一项，或这一项出现了两次。`, en: `The score sheet has no item ${id}, or it is there twice.` },
  where: `items.${id}`,
  rows: [],
})
