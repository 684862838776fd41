import type { Finding, PolicyPack } from '@jincun/policy'
import { clausesOf, judge } from '@jincun/projects'
import type { Contract, Site } from '@jincun/projects'
import { hasStandard } from './checklist.ts'

/**
 * What there is to look at (6.2): a project without a site, or with one that no standard is on file for, cannot be checked, drawn or visited, and
 * so not accepted. Asked at the request, before the sites are fixed, and again at every later step.
 */
export function checkSitesRegistered({ year }: Pick<Contract, 'year'>, sites: readonly Site[], pack: PolicyPack): Finding {
  const unknown = sites.filter(site => !hasStandard(site, year, pack))
  const names = unknown.map(({ name }) => name)
  const none = sites.length === 0
  return judge({
    code: 'sites-registered',
    clause: clausesOf(year).register,
    ok: !none && unknown.length === 0,
    measured: sites.length - unknown.length,
    required: Math.max(1, sites.length),
    zh: none
      ? '项目没有登记站点，没有可检查的地点；请先在项目台账登记站点。'
      : unknown.length > 0
        ? `本省没有这些站点类型的验收标准：${names.join('、')}；请先更正站点类型或补充标准。`
        : '项目登记了站点，每个站点都有验收标准。',
    en: none
      ? 'The project has no site on the register, so nothing can be visited; enter its sites first.'
      : unknown.length > 0
        ? `No acceptance standard is on file for: ${names.join(', ')}; correct the kind of site or supply the standard.`
        : 'The project has sites on the register, each with a standard.',
    rows: unknown.map(({ id, name }) => ({ kind: 'site', key: id, label: name })),
  })
}
