import { route } from '@jincun/http'
import { accept, answerRepeated, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { JsonValue, Refusal } from '@jincun/kernel'
import { designationData } from '@jincun/designation/server'
import { findProvince, PlaceCode } from '@jincun/places'
import { parameterFor } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { provinceName } from '@jincun/reviews/server'
import { z } from 'zod'
import { FinalListEntry, GovernmentLetter } from '../index.ts'
import { finalFile } from './final-files.ts'
import { finalListsOfYear, findFinalList, findFinalPackage, findRuling, insertRuling } from './final-store.ts'
import { finalClosingOf, finalView } from './final-view.ts'
import { publishFinal, returnFinal, saveFinalList, submitFinal } from './final-work.ts'
import { latestApprovals, lockSettlement } from './settlement-store.ts'
import { provincesFor } from './settlement-view.ts'

const Year = z.coerce.number().int().min(2014).max(2100)
const At = z.strictObject({
  year: Year,
  provinceCode: PlaceCode.regex(/^\d\d0000$/, '应为省级代码，如 510000 / a province code such as 510000'),
})
const path = '/api/final-lists/:year/:provinceCode' as const
const place = ({ params }: { params: z.infer<typeof At> }) => params.provinceCode
const Version = z.number().int().min(0)
const noProvince: Refusal = {
  kind: 'not-found',
  code: 'no-such-province',
  message: { zh: '没有这个省级行政区。', en: 'There is no such province.' },
}
const noFile: Refusal = {
  kind: 'not-found',
  code: 'no-final-list',
  message: { zh: '没有可下载的最终名单。', en: 'There is no final list to download.' },
}

const overview = route({
  method: 'GET',
  path: '/api/final-lists/:year',
  action: 'final-lists.read',
  summary: 'How the final lists of the provinces in scope stand',
  clauses: ['notice-2020/5.5'],
  params: z.strictObject({ year: Year }),
  handle: async ({ params: { year }, tx, may, now, policy }) => {
    const lists = new Map((await finalListsOfYear(tx, year)).map(record => [record.list.provinceCode, record]))
    const approvals = await latestApprovals(tx, year)
    const rows = provincesFor(may, 'final-lists.read').map(({ code, name }) => {
      const record = lists.get(code)
      const shown = record && record.state !== 'draft' ? record.list : undefined
      return {
        provinceCode: code,
        provinceName: name,
        approved: approvals.get(code)?.approved ?? null,
        state: record?.state ?? null,
        counties: shown?.entries.length ?? null,
        letter: shown?.letter ?? null,
        packageHash: record?.packageHash ?? null,
      }
    })
    return accept({ year, closes: finalClosingOf(policy, year).toISOString(), asOf: now.toISOString(), rows })
  },
})

const read = route({
  method: 'GET',
  path,
  action: 'final-lists.read',
  summary: "A province's final list with its findings at this moment",
  clauses: ['notice-2020/5.5'],
  params: At,
  place,
  handle: async context =>
    findProvince(designationData().places, context.params.provinceCode)
      ? accept(await finalView(context, context.params))
      : refuse(noProvince),
})

const save = route({
  method: 'PUT',
  path,
  action: 'final-lists.edit',
  summary: 'Save a new version of the final list',
  clauses: ['notice-2020/5.5'],
  params: At,
  body: z.strictObject({
    listId: z.uuid(),
    changeId: z.uuid(),
    seenVersion: Version,
    entries: z.array(FinalListEntry.pick({ countyCode: true, type: true })).max(3_000),
    letter: GovernmentLetter.nullable(),
    reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(4_000)),
  }),
  place,
  handle: async context => {
    const { listId, changeId, seenVersion, ...content } = context.body
    return saveFinalList(context, context.params, content, { listId, changeId, seenVersion })
  },
})

const submission = route({
  method: 'POST',
  path: `${path}/submission`,
  action: 'final-lists.submit',
  summary: 'Submit the final list by letter of the provincial government',
  clauses: ['notice-2020/5.5'],
  params: At,
  body: z.strictObject({ id: z.uuid(), seenVersion: Version }),
  place,
  handle: async context => submitFinal(context, context.params, context.body),
})

const giveBack = route({
  method: 'POST',
  path: `${path}/return`,
  action: 'final-lists.decide',
  summary: 'Give a submitted final list back for amendment',
  clauses: ['notice-2020/5.5'],
  params: At,
  body: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1, '请写明退回理由 / give the reason').max(4_000) }),
  place,
  handle: async context => returnFinal(context, context.params, context.body),
})

const publication = route({
  method: 'POST',
  path: `${path}/publication`,
  action: 'final-lists.decide',
  summary: 'Confirm and publish the final list; its counties are designated',
  clauses: ['notice-2020/5.5', 'notice-2020/4.6', 'notice-2020/4.7'],
  params: At,
  body: z.strictObject({ id: z.uuid() }),
  place,
  handle: async context => publishFinal(context, context.params, context.body),
})

const ruling = route({
  method: 'POST',
  path: `${path}/ruling`,
  action: 'final-lists.decide',
  summary: 'Let a final list come late by a recorded, public ruling',
  clauses: ['notice-2020/5.5'],
  params: At,
  body: z.strictObject({
    id: z.uuid(),
    ruling: z.string().trim().min(1, '请填写裁定文号 / give the number of the ruling').max(100),
    reason: z.string().trim().min(1, '请写明理由 / give the reason').max(4_000),
    until: z.iso.datetime({ offset: true, error: '新期限应为带时区的时刻 / an instant with its offset' }),
  }),
  place,
  handle: async context => {
    const { params, body, tx, caller, now, policy, publish, audit } = context
    await lockSettlement(tx, params.year)
    const sent = await findRuling(tx, params, body.id)
    if (sent) return answerRepeated({ id: body.id }, sent, { ...body, until: new Date(body.until) })
    if (Date.parse(body.until) <= now.getTime())
      return refuse({
        kind: 'invalid',
        code: 'ruling-incomplete',
        message: { zh: '新期限须晚于现在。', en: 'The new deadline must be later than now.' },
        where: 'until',
      })
    await insertRuling(tx, params, body, { realm: caller.realm, personId: caller.personId, now })
    const { provinceCode, year } = params
    const content: JsonValue = { provinceCode, year, ruling: body.ruling, reason: body.reason, until: body.until }
    const name = provinceName(provinceCode)
    const title = { zh: `裁定${name}${year}年最终名单延期报送`, en: `${name}: the final list of ${year} may come late by ruling` }
    const { clause } = parameterFor(policy, 'final-list-deadline', year)
    await publish({ id: body.id, countyCode: provinceCode, kind: 'final-list-ruling', year, title, content, clause })
    await audit({
      countyCode: provinceCode,
      action: 'final-lists.decide',
      recordKind: 'final-list-ruling',
      recordId: body.id,
      before: null,
      after: content,
      reason: body.reason,
    })
    return accept({ id: body.id })
  },
})

const letter = route({
  method: 'GET',
  path: `${path}/letter`,
  action: 'final-lists.read',
  summary: "The provincial government's letter (Word), or the list as Excel, CSV or JSON",
  clauses: ['notice-2020/5.5'],
  params: At,
  query: z.strictObject({ format: z.enum(['docx', 'xlsx', 'csv', 'json']).default('docx') }),
  place,
  handle: async ({ params, query, tx, caller, now, may }) => {
    const record = await findFinalList(tx, params.year, params.provinceCode)
    if (!record || (record.state === 'draft' && !may('final-lists.edit', params.provinceCode))) return refuse(noFile)
    const submitted =
      record.state !== 'draft' && record.packageHash ? await findFinalPackage(tx, params.provinceCode, record.packageHash) : undefined
    const text = submitted ?? canonicalJson(asJson(record.list))
    const mark = [caller.realm === 'demo' ? '演示文件，不具效力' : '', submitted ? '' : '草稿'].filter(Boolean).join('　')
    return finalFile(record.list, query.format, sha256Hex(text), text, mark, now)
  },
})

export const finalRoutes = [overview, read, save, submission, giveBack, publication, ruling, letter]
