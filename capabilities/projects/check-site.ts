import { formatWanYuan } from '@jincun/kernel'
import { standardFor } from '@jincun/policy'
import type { Finding, PolicyPack, StandardInForce } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import { clausesOf } from './clauses.ts'
import { judge } from './judge.ts'
import { nodeKindLabels } from './node-kind.ts'
import type { Site } from './project.ts'
import { provinceOf } from './provincial-number.ts'

/** A site beside the others of the county, each with the party that runs it where it has one. */
export type PlacedSite = { site: Site; partyCode: string | null }

const rowOf = (site: Site) => ({ kind: 'site', key: site.id, label: site.name })

function caps(site: Site, standard: StandardInForce): Finding[] {
  const fitting = standard.nodeCaps.filter(cap => cap.node === site.kind && (!cap.premises || cap.premises === site.premises))
  const central = fenOf(site.centralFen)
  const investment = fenOf(site.investmentFen)
  return fitting.flatMap(({ id, maximumFen, maximumPercent }) => [
    ...(maximumFen === undefined
      ? []
      : [
          judge({
            code: `${id}-amount`,
            clause: standard.clause,
            ok: central <= BigInt(maximumFen),
            measured: formatWanYuan(central),
            required: `≤ ${formatWanYuan(BigInt(maximumFen))}`,
            zh: `${nodeKindLabels[site.kind].zh}“${site.name}”中央资金${formatWanYuan(central)}万元，上限${formatWanYuan(BigInt(maximumFen))}万元（${standard.title.zh}）。`,
            en: `${site.name}: ${formatWanYuan(central)} of at most ${formatWanYuan(BigInt(maximumFen))} 万元 central money (${standard.title.en}).`,
            rows: [rowOf(site)],
          }),
        ]),
    ...(maximumPercent === undefined
      ? []
      : [
          judge({
            code: `${id}-share`,
            clause: standard.clause,
            ok: investment > 0n ? central * 100n <= investment * BigInt(maximumPercent) : central === 0n ? true : null,
            measured: `${formatWanYuan(central)} / ${formatWanYuan(investment)}`,
            required: `≤ ${maximumPercent}%`,
            zh: `“${site.name}”中央资金占投资的比例上限${maximumPercent}%（${standard.title.zh}）。`,
            en: `${site.name}: central money may be at most ${maximumPercent}% of the investment (${standard.title.en}).`,
            rows: [rowOf(site)],
          }),
        ]),
  ])
}

function uniqueness({ site, partyCode }: PlacedSite, others: readonly PlacedSite[], standard: StandardInForce): Finding[] {
  return standard.uniqueness.flatMap(({ id, per, maximum }) => {
    // A station without central money is not a supported one, and does not forbid the one that is.
    if (per === 'village' && (site.kind !== 'village-station' || site.placeCode === '' || fenOf(site.centralFen) === 0n)) return []
    if (per === 'route' && (site.kind !== 'delivery-route' || site.route === '')) return []
    const same = others.filter(({ site: other }) =>
      per === 'village'
        ? other.kind === 'village-station' && other.placeCode === site.placeCode && fenOf(other.centralFen) > 0n
        : other.kind === 'delivery-route' && other.route === site.route,
    )
    // A site without a signed contract has no firm yet: it is counted when it has one, at the payment at the latest.
    const firms = new Set([...same.map(other => other.partyCode), partyCode].filter(code => code !== null))
    const all = per === 'village' ? same.length + 1 : firms.size
    return [
      judge({
        code: id,
        clause: standard.clause,
        ok: all <= maximum,
        measured: all,
        required: `≤ ${maximum}`,
        zh:
          per === 'village'
            ? `“${site.name}”所在村共支持${all}个站点，最多${maximum}个（${standard.title.zh}）。`
            : `线路“${site.route}”共支持${all}家企业，最多${maximum}家（${standard.title.zh}）。`,
        en:
          per === 'village'
            ? `${all} supported stations in the village of ${site.name}, at most ${maximum} (${standard.title.en}).`
            : `${all} supported firms on route ${site.route}, at most ${maximum} (${standard.title.en}).`,
        rows: [site, ...same.map(other => other.site)].map(rowOf),
      }),
    ]
  })
}

/** Rows 17 and 18 of the irregularities: over-cap and duplicate support, by the province's standard of the year (6.2). */
export function checkSite(placed: PlacedSite, others: readonly PlacedSite[], year: number, pack: PolicyPack): Finding[] {
  const standard = standardFor(pack, provinceOf(placed.site.countyCode), year)
  if (!standard)
    return [
      judge({
        code: 'provincial-standard-on-file',
        clause: clausesOf(year).register,
        ok: null,
        required: '省级奖补标准',
        zh: '系统中没有本省当年的奖补标准，无法核对上限和重复支持，不能付款；请先把标准录入系统。',
        en: 'The standard of the province for this year is not on file; caps and duplicates cannot be checked; put the standard on file first.',
        rows: [rowOf(placed.site)],
      }),
    ]
  return [...caps(placed.site, standard), ...uniqueness(placed, others, standard)]
}
