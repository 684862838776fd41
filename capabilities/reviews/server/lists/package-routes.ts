import { demoMark } from '@jincun/applications'
import { route } from '@jincun/http'
import type { RouteContext } from '@jincun/http'
import { accept, asJson, refuse } from '@jincun/kernel'
import { ruleBookFor } from '@jincun/policy'
import { z } from 'zod'
import { submissionPackage } from '../../index.ts'
import type { SubmissionPackage } from '../../index.ts'
import { findingsOf, provinceName, roundFacts, subjectOf } from './list-facts.ts'
import { packageFile } from './list-package.ts'
import { noList, notSubmitted } from './list-refusals.ts'
import { At } from './list-routes.ts'
import { findList, packagesOf } from './list-store.ts'

type Context = Pick<RouteContext<z.infer<typeof At>, undefined, undefined>, 'tx' | 'now' | 'policy' | 'params' | 'caller'>
type Found = { contents: SubmissionPackage; at: Date }

/** The package that was last handed in, as it was frozen. */
async function submitted({ tx, params }: Context): Promise<Found | undefined> {
  const record = await findList(tx, params.year, params.provinceCode)
  const event = record?.events.findLast(each => each.verb === 'submit')
  const contents = event && (await packagesOf(tx, [event.packageHash ?? ''])).get(event.packageHash ?? '')
  return contents && event && { contents, at: new Date(event.at) }
}

/** What would be handed in now. */
async function draft({ tx, params, policy, now, caller }: Context): Promise<Found | undefined> {
  const { year, provinceCode } = params
  const record = await findList(tx, year, provinceCode)
  if (!record) return undefined
  const facts = await roundFacts(tx, policy, year, provinceCode, now)
  const subject = subjectOf(policy, record, facts, now)
  const findings = findingsOf(policy, record, subject)
  const list = { ...record.list, quota: facts.quota }
  const contents = submissionPackage(policy, {
    realm: caller.realm,
    list,
    provinceName: provinceName(provinceCode),
    counties: subject.counties,
    plan: record.plan,
    findings,
  })
  return { contents, at: now }
}

const Format = z.strictObject({ format: z.enum(['docx', 'xlsx', 'csv', 'json']).default('docx') })
const marks = (realm: string, isDraft: boolean) => [realm === 'demo' ? demoMark : '', isDraft ? '草稿' : ''].filter(Boolean).join('　')

const packageRoute = (kind: 'package' | 'draft') =>
  route({
    method: 'GET',
    path: `/api/ranked-lists/:year/:provinceCode/${kind}`,
    action: kind === 'draft' ? 'ranked-lists.edit' : 'ranked-lists.read',
    summary:
      kind === 'draft' ? 'The package as it would be handed in now' : 'The package that was handed in: Word letter, Excel, CSV or JSON',
    clauses: ['notice-2020/5.3'],
    params: At,
    query: Format,
    place: ({ params }) => params.provinceCode,
    handle: async context => {
      const found = await (kind === 'draft' ? draft(context) : submitted(context))
      if (!found) return refuse(kind === 'draft' ? noList : notSubmitted)
      const mark = marks(context.caller.realm, kind === 'draft')
      const own = context.may('ranked-lists.edit', context.params.provinceCode)
      const issuer = own && context.caller.organisationName ? context.caller.organisationName : `${found.contents.provinceName}商务主管部门`
      return accept(await packageFile(found.contents, context.query.format, { issuers: [issuer], ...(mark ? { mark } : {}) }, found.at))
    },
  })

const publication = route({
  method: 'POST',
  path: '/api/ranked-lists/:year/:provinceCode/publication',
  action: 'ranked-lists.submit',
  summary: 'Make the submitted list, its scores and basis public',
  clauses: ['notice-2020/5.2'],
  params: At,
  body: z.strictObject({ id: z.uuid() }),
  place: ({ params }) => params.provinceCode,
  handle: async context => {
    const { year, provinceCode } = context.params
    const found = await submitted(context)
    if (!found) return refuse(notSubmitted)
    const { plan: _plan, ...content } = found.contents
    const leaf = await context.publish({
      id: context.body.id,
      countyCode: provinceCode,
      kind: 'ranked-list',
      year,
      title: { zh: `${content.provinceName}${year}年综合示范县排序名单`, en: `${content.provinceName}: ranked list of ${year}` },
      content: asJson(content),
      clause: ruleBookFor(context.policy, year).list[0]?.clause ?? `notice-${year}/5.2`,
    })
    await context.audit({
      countyCode: provinceCode,
      action: 'ranked-lists.submit',
      recordKind: 'publication',
      recordId: context.body.id,
      before: null,
      after: { leaf: String(leaf) },
    })
    return accept({ leaf })
  },
})

export const packageRoutes = [packageRoute('package'), packageRoute('draft'), publication]
