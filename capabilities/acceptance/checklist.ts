import { standardFor } from '@jincun/policy'
import type { Finding, PolicyPack, StandardInForce } from '@jincun/policy'
import { clausesOf, judge, provinceOf } from '@jincun/projects'
import type { Site } from '@jincun/projects'
import type { Defect, Inspection } from './acceptance.ts'

export type ChecklistItem = StandardInForce['checklists'][number]['items'][number]

/** What no province writes a checklist for; somebody has to have stood there all the same, and show it. */
const withoutChecklist: readonly Site['kind'][] = ['training', 'other', 'delivery-route']
const seenOnSite: ChecklistItem = {
  id: 'seen-on-site',
  title: { zh: '现场看到登记的建设内容', en: 'The work on the register was seen on site' },
  measure: 'yes-no',
  evidence: { zh: '现场照片', en: 'Photo on site' },
}

/** The items of the province's standard that apply to one site: a village's size decides which area it needs; unknown size asks for the larger. */
export function checklistOf(site: Site, year: number, pack: PolicyPack): ChecklistItem[] {
  const standard = standardFor(pack, provinceOf(site.countyCode), year)
  const items = standard?.checklists.find(({ node }) => node === site.kind)?.items ?? []
  const small = site.residents !== null && site.residents < (standard?.populousFrom ?? 0) && site.poorVillage === false
  if (items.length === 0 && withoutChecklist.includes(site.kind)) return [seenOnSite]
  return items.filter(({ when }) => when === undefined || (when === 'neither') === small)
}

/** Whether there is something to check a site by. */
export const hasStandard = (site: Site, year: number, pack: PolicyPack): boolean => checklistOf(site, year, pack).length > 0

const holds = ({ measure, minimum }: ChecklistItem, value: number | null): boolean =>
  value !== null && value >= (measure === 'yes-no' ? 1 : (minimum ?? 1))

/** What is wrong with an item as it was found, or '' when it meets the standard and shows the evidence the standard asks for. */
function faultOf(item: ChecklistItem, checked: Inspection['items'][number] | undefined): string {
  if (!checked || checked.value === null) return '未检查'
  if (!holds(item, checked.value)) return `实测${checked.value}`
  return item.evidence.zh !== '' && checked.evidenceFileIds.length === 0 ? `没有证据（${item.evidence.zh}）` : ''
}

/** What of a visit does not meet the standard. An item nobody looked at, or without its evidence, is a defect: nothing fails open. */
export function defectsOf(inspection: Inspection, items: readonly ChecklistItem[]): Defect[] {
  return items.flatMap(item => {
    const found = faultOf(
      item,
      inspection.items.find(({ itemId }) => itemId === item.id),
    )
    return found === '' ? [] : [{ siteId: inspection.siteId, level: inspection.level, itemId: item.id, found }]
  })
}

/** The last visit of a level to a site as it stands on the register now; a visit to what was corrected since is none. */
export const lastVisit = (inspections: readonly Inspection[], site: Site, level: Inspection['level']): Inspection | undefined =>
  inspections.findLast(each => each.siteId === site.id && each.level === level && (each.siteVersion ?? site.version) === site.version)

/** Whether every site of the level was visited and met its standard; a site without any checklist on file is unknown and stops. */
export function checkVisits(
  sites: readonly Site[],
  inspections: readonly Inspection[],
  level: Inspection['level'],
  year: number,
  pack: PolicyPack,
): Finding[] {
  const { register } = clausesOf(year)
  return sites.map(site => {
    const items = checklistOf(site, year, pack)
    const last = lastVisit(inspections, site, level)
    const defects = last ? defectsOf(last, items) : []
    const known = hasStandard(site, year, pack)
    const ok = !known || !last ? null : defects.length === 0
    const faults = defects.map(({ itemId, found }) => ({ title: items.find(({ id }) => id === itemId)?.title, found }))
    return judge({
      code: `${level}-check`,
      clause: register,
      ok,
      measured: last ? `${items.length - defects.length}/${items.length}` : null,
      required: `${items.length}/${items.length}`,
      zh: !known
        ? `“${site.name}”没有本省的验收标准，无法验收。`
        : !last
          ? `“${site.name}”还没有检查。`
          : defects.length === 0
            ? `“${site.name}”符合标准。`
            : `“${site.name}”不符合：${faults.map(({ title, found }) => `${title?.zh ?? ''}${found}`).join('、')}。`,
      en: !known
        ? `No acceptance standard for ${site.name} is on file.`
        : !last
          ? `${site.name} was not visited.`
          : defects.length === 0
            ? `${site.name} meets the standard.`
            : `${site.name} lacks, or shows no evidence of: ${faults.map(({ title }) => title?.en ?? '').join(', ')}.`,
      rows: [{ kind: 'site', key: site.id, label: site.name }],
    })
  })
}
