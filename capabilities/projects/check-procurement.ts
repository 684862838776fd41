import { daysBetween, formatYuan } from '@jincun/kernel'
import { fenOf as fenOfParameter } from '@jincun/policy'
import type { Finding, ParameterForYear, PolicyPack } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import { clausesOf } from './clauses.ts'
import { judge } from './judge.ts'
import { pointsOf, procurementMethodLabels } from './procurement.ts'
import type { Bid, Procurement, ProcurementMethod } from './procurement.ts'
import { numberIn } from './provincial-number.ts'

const noticeDays: Record<ProcurementMethod, string> = {
  'open-tender': 'tender-notice-days-minimum',
  consultation: 'consultation-notice-days-minimum',
  negotiation: 'negotiation-notice-days-minimum',
  inquiry: 'inquiry-notice-days-minimum',
  'single-source': 'single-source-notice-days-minimum',
}

const whole = (parameter: ParameterForYear): number => (typeof parameter.value === 'number' ? parameter.value : Number.NaN)

/** Whether the method is lawful for the price: from the limit on by open tender, else with a reason; a single source always with one. */
export function checkMethod(procurement: Procurement, pack: PolicyPack): Finding {
  const { category, method, methodReason, estimateFen } = procurement
  const limit = numberIn(pack, category === 'works' ? 'open-tender-works-from' : 'open-tender-goods-services-from', procurement)
  const from = fenOfParameter(limit)
  const mustTender = fenOf(estimateFen) >= from
  const reasoned = methodReason !== ''
  const ok = method === 'open-tender' || (mustTender || method === 'single-source' ? reasoned && method === 'single-source' : true)
  return judge({
    code: 'lawful-method',
    clause: limit.clause,
    force: limit.force,
    ok,
    measured: `${procurementMethodLabels[method].zh} ${formatYuan(fenOf(estimateFen))}`,
    required: mustTender ? procurementMethodLabels['open-tender'].zh : `< ${formatYuan(from)}`,
    zh: ok
      ? '采购方式符合限额规定。'
      : mustTender
        ? `预算${formatYuan(fenOf(estimateFen))}元达到公开招标数额${formatYuan(from)}元，应公开招标。`
        : '单一来源须写明只能从唯一供应商采购的理由。',
    en: ok
      ? 'The method fits the price.'
      : mustTender
        ? `The estimate reaches ${formatYuan(from)}: it has to be an open tender.`
        : 'A single source needs the reason why nobody else can supply it.',
    where: 'method',
  })
}

/** Days from the first notice to the closing of bids. */
export function checkNotice(procurement: Procurement, pack: PolicyPack): Finding {
  const wanted = numberIn(pack, noticeDays[procurement.method], procurement)
  const kind = procurement.method === 'single-source' ? 'single-source-notice' : 'tender'
  const [first] = procurement.notices.filter(notice => notice.kind === kind).toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1))
  const due = procurement.bidsDueOn
  const days = first && due ? daysBetween(first.publishedOn, due) : null
  return judge({
    code: 'notice-period',
    clause: wanted.clause,
    force: wanted.force,
    ok: days !== null && days >= whole(wanted),
    measured: days,
    required: `≥ ${whole(wanted)}`,
    zh: days === null ? '没有公告或没有截止日。' : `公告至截止${days}天，至少${whole(wanted)}天。`,
    en: days === null ? 'There is no notice or no closing day.' : `${days} days from notice to closing, at least ${whole(wanted)}.`,
    where: 'notices',
  })
}

export const validBids = ({ bids }: Pick<Procurement, 'bids'>): Bid[] => bids.filter(bid => bid.status === 'valid')

export function checkBidders(procurement: Procurement, pack: PolicyPack): Finding {
  const wanted = numberIn(pack, 'bidders-minimum', procurement)
  const least = procurement.method === 'single-source' ? 1 : whole(wanted)
  const valid = validBids(procurement).length
  return judge({
    code: 'enough-bidders',
    clause: wanted.clause,
    force: wanted.force,
    ok: valid >= least,
    measured: valid,
    required: `≥ ${least}`,
    zh: `有效供应商${valid}家，至少${least}家；不足的应重新组织。`,
    en: `${valid} valid bidders, at least ${least}; run it again when there are fewer.`,
    where: 'bids',
    rows: validBids(procurement).map(bid => ({ kind: 'bid', key: bid.id, label: bid.bidder.name })),
  })
}

/**
 * Who stands first: by points where bids were scored, else by price. Several at the top are equals, and only among them may the epidemic-supply
 * preference (3.0) decide: other things equal, shown, never as points.
 */
export function topBids(procurement: Procurement): Bid[] {
  const valid = validBids(procurement)
  const scored = valid.length > 0 && valid.every(bid => pointsOf(bid) !== null)
  const better = (a: Bid, b: Bid): number => {
    if (scored) return (pointsOf(b) ?? 0) - (pointsOf(a) ?? 0)
    return fenOf(a.amountFen) < fenOf(b.amountFen) ? -1 : fenOf(a.amountFen) > fenOf(b.amountFen) ? 1 : 0
  }
  const [first] = valid.toSorted(better)
  return first ? valid.filter(bid => better(first, bid) === 0) : []
}

export function checkAward(procurement: Procurement): Finding[] {
  const { award, year } = procurement
  const won = procurement.bids.find(bid => bid.id === award?.bidId)
  const top = topBids(procurement)
  const clauses = clausesOf(year)
  // The preference of epidemic supply is in 3.0 of 2020, where the ways of support are; earlier notices have none, so selection stands.
  const clause = clauses.modes === 'notice-2020/3.0' ? clauses.modes : clauses.selection
  const within = won ? fenOf(won.amountFen) <= fenOf(procurement.estimateFen) : false
  const preferred = top.filter(bid => bid.epidemicSupply)
  const preferenceRight = !award?.byPreference || (top.length > 1 && preferred.some(bid => bid.id === award.bidId))
  const { selection } = clauses
  const rows = top.map(bid => ({ kind: 'bid', key: bid.id, label: bid.bidder.name }))
  return [
    judge({
      code: 'award-to-first',
      clause: selection,
      ok: won !== undefined && top.includes(won),
      measured: won?.bidder.name ?? null,
      required: top.map(bid => bid.bidder.name).join('、'),
      zh: '中标人须是评审排名第一（或并列第一）的有效供应商。',
      en: 'The winner stands first, or equal first, among the valid bids.',
      where: 'award',
      rows,
    }),
    judge({
      code: 'award-within-estimate',
      clause: selection,
      ok: within,
      measured: won ? formatYuan(fenOf(won.amountFen)) : null,
      required: `≤ ${formatYuan(fenOf(procurement.estimateFen))}`,
      zh: '中标价不得高于预算（最高限价）。',
      en: 'The award is not above the estimate.',
      where: 'award',
    }),
    judge({
      code: 'epidemic-supply-preference',
      clause,
      ok: preferenceRight,
      measured: `${top.length}`,
      required: '并列第一',
      zh: preferenceRight
        ? award?.byPreference
          ? '并列第一，同等条件下优先支持在疫情保供中表现突出的企业。'
          : '没有使用保供优先。'
        : '保供优先只能在并列第一的供应商之间使用，且中标人须有保供证明。',
      en: preferenceRight
        ? award?.byPreference
          ? 'Equal first; other things equal, outstanding epidemic supply work decided.'
          : 'The preference was not used.'
        : 'The preference decides only between equals at the top, for one with attested supply work.',
      where: 'award.byPreference',
      rows,
    }),
  ]
}
