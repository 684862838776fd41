import { writeTemplate } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { findProvince, PlaceCode } from '@jincun/places'
import { designationData } from '@jincun/designation/server'
import { z } from 'zod'
import { followCode, ProvincialPlan, RankedListEntry, recallRankedList, SelectionBasis } from '../../index.ts'
import { listColumns, readListFile } from '../read-list-file.ts'
import { provinceName, roundFacts } from './list-facts.ts'
import { noList, noSource, noSuchProvince } from './list-refusals.ts'
import { combine, sourcesOf } from './list-sources.ts'
import { findList, findVersion } from './list-store.ts'
import { checkContent, listView } from './list-view.ts'
import { actOnList, saveList, submitList } from './list-work.ts'

const Year = z.coerce.number().int().min(2014).max(2100)
const ProvinceCode = PlaceCode.regex(/^\d\d0000$/, '应为省级代码，如 510000 / a province code such as 510000')
export const At = z.strictObject({ year: Year, provinceCode: ProvinceCode })
const path = '/api/ranked-lists/:year/:provinceCode' as const
const place = ({ params }: { params: z.infer<typeof At> }) => params.provinceCode
const known = (code: string) => findProvince(designationData().places, code) !== undefined
const Version = z.number().int().min(0)
const Content = z.strictObject({
  entries: z.array(RankedListEntry).max(3_000),
  basis: SelectionBasis,
  reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(4_000)),
  plan: ProvincialPlan,
})

const readList = route({
  method: 'GET',
  path,
  action: 'ranked-lists.read',
  summary: "A province's ranked list with its findings at this moment",
  clauses: ['notice-2020/5.2', 'notice-2020/4.2'],
  params: At,
  place,
  handle: async context => {
    const { year, provinceCode } = context.params
    return known(provinceCode) ? accept(await listView(context, year, provinceCode)) : refuse(noSuchProvince(provinceCode))
  },
})

const saveListRoute = route({
  method: 'PUT',
  path,
  action: 'ranked-lists.edit',
  summary: 'Save a new version of the list and plan',
  clauses: ['notice-2020/5.2', 'notice-2020/A.1'],
  params: At,
  body: Content.extend({ listId: z.uuid(), changeId: z.uuid(), seenVersion: Version }),
  place,
  handle: async context => {
    const { listId, changeId, seenVersion, ...content } = context.body
    if (!known(context.params.provinceCode)) return refuse(noSuchProvince(context.params.provinceCode))
    return saveList(context, context.params, content, { listId, changeId, seenVersion })
  },
})

const readFile = route({
  method: 'POST',
  path: `${path}/file`,
  action: 'ranked-lists.edit',
  summary: 'Read a list from a CSV or Excel file; nothing is saved',
  clauses: ['notice-2020/5.2'],
  params: At,
  query: z.strictObject({ fileName: z.string().min(1).max(200) }),
  upload: { maximumBytes: 5_000_000 },
  place,
  handle: async ({ upload, query }) => {
    const entries = readListFile(upload, query.fileName)
    return entries.ok ? accept({ entries: entries.value.map(entry => followCode(designationData(), entry)) }) : entries
  },
})

const sources = route({
  method: 'GET',
  path: `${path}/sources`,
  action: 'ranked-lists.edit',
  summary: 'Confirmed reviews of the year and earlier lists of the province, from which the list can be made',
  clauses: ['notice-2020/5.2'],
  params: At,
  place,
  handle: async ({ params, tx, policy, now }) => {
    const facts = await roundFacts(tx, policy, params.year, params.provinceCode, now)
    return accept({ sources: await sourcesOf(tx, facts, params.year, params.provinceCode), asOf: now.toISOString() })
  },
})

const combination = route({
  method: 'POST',
  path: `${path}/combination`,
  action: 'ranked-lists.edit',
  summary: 'The list that sources make in the order given; nothing is saved',
  clauses: ['notice-2020/5.2'],
  params: At,
  body: z.strictObject({ references: z.array(z.string()).min(1).max(20) }),
  place,
  handle: async ({ params, body, tx, policy, now }) => {
    const facts = await roundFacts(tx, policy, params.year, params.provinceCode, now)
    const all = await sourcesOf(tx, facts, params.year, params.provinceCode)
    const chosen = body.references.flatMap(reference => all.filter(source => source.reference === reference))
    if (chosen.length < body.references.length) return refuse(noSource)
    const entries = combine(chosen)
    return entries.ok ? accept({ entries: entries.value }) : entries
  },
})

const check = route({
  method: 'POST',
  path: `${path}/check`,
  action: 'ranked-lists.edit',
  summary: 'What the rules say of a list and plan as they are on screen; nothing is saved',
  clauses: ['notice-2020/5.2', 'notice-2020/4.2'],
  params: At,
  body: Content,
  place,
  handle: async context => accept(await checkContent(context, context.params, context.body)),
})

const template = route({
  method: 'GET',
  path: `${path}/template`,
  action: 'ranked-lists.read',
  summary: 'An Excel sheet to fill in',
  params: At,
  place,
  handle: async ({ params, now }) => {
    const title = `${provinceName(params.provinceCode)}${params.year}年综合示范县排序名单`
    const instructions = [
      {
        zh: '每县一行，按得分从高到低排序；典型激励县和整区推进的县名次、得分可留空。',
        en: 'One row a county, by score; counties that enter directly may have no rank and score.',
      },
      {
        zh: '填好后在“排序名单”页上传，系统逐格检查后才采用。',
        en: 'Upload it on the page of the ranked list; it is taken only when every cell is in order.',
      },
    ]
    const bytes = await writeTemplate({ name: '排序名单', title, columns: listColumns, instructions, rowsToFill: 300 }, now)
    return accept(new Download(bytes, `${title}-模板.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'))
  },
})

const version = route({
  method: 'GET',
  path: `${path}/versions/:version`,
  action: 'ranked-lists.edit',
  summary: 'One earlier version of the list',
  params: At.extend({ version: z.coerce.number().int().min(1) }),
  place: ({ params }) => params.provinceCode,
  handle: async ({ params, tx }) => {
    const record = await findList(tx, params.year, params.provinceCode)
    const earlier = record && (await findVersion(tx, record, params.version))
    return earlier ? accept(earlier) : refuse(noList)
  },
})

const submission = route({
  method: 'POST',
  path: `${path}/submission`,
  action: 'ranked-lists.submit',
  summary: 'Submit the version that was seen, by the clock of the server',
  clauses: ['notice-2020/5.3'],
  params: At,
  body: z.strictObject({ id: z.uuid(), seenVersion: Version }),
  place,
  handle: async context => submitList(context, context.params, context.body),
})

const recall = route({
  method: 'POST',
  path: `${path}/recall`,
  action: 'ranked-lists.submit',
  summary: 'Take a submitted list back to amend it, before the deadline',
  clauses: ['notice-2020/5.3'],
  params: At,
  body: z.strictObject({ id: z.uuid(), seenVersion: Version, reason: z.string().trim().min(1).max(4_000) }),
  place,
  handle: async context => {
    if (!(await findList(context.tx, context.params.year, context.params.provinceCode))) return refuse(noList)
    const done = await actOnList(context, context.params, context.body, (record, order, closes) =>
      recallRankedList(record, context.body.reason, order, closes),
    )
    return done.ok ? accept(done.value.event) : done
  },
})

export const provinceListRoutes = [readList, saveListRoute, readFile, sources, combination, check, template, version, submission, recall]
