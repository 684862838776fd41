import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import { z } from 'zod'
import {
  checkSite,
  citing,
  clausesOf,
  nodeKindLabels,
  planLineOf,
  Project,
  projectOpen,
  ProjectStage,
  projectStageLabels,
  type Bare,
  type Site,
} from '../index.ts'
import { excelFile, textColumn, wanColumn } from './excel-file.ts'
import { filesOf, wantFiles } from './file-store.ts'
import { planInForce } from './front-door.ts'
import { assetCards, procurements, projectRecords } from './kinds.ts'
import { listRecords } from './records.ts'
import { entryOf, loadRegister, registerColumns, registered, setStage } from './register.ts'
import { saveVersioned } from './save-record.ts'
import { AtCounty, AtRecord, auditRecord, notFound, place, today, Year } from './work.ts'

const path = '/api/projects/:county/register' as const
const action = 'projects.write'
const InYear = z.strictObject({ year: Year })

const endsBeforeStart: Bare = {
  kind: 'invalid',
  code: 'ends-before-start',
  message: { zh: '计划完成日早于开始日，请改为开始日或之后。', en: 'It ends before it starts; give the day it starts or a later one.' },
  where: 'end',
}

const notUnderWay: Bare = {
  kind: 'wrong-state',
  code: 'project-not-under-way',
  message: { zh: '建设中的项目才能报完成；请先报进度。', en: 'Only a project under way is completed; report progress first.' },
}
const notOnPlan: Bare = {
  kind: 'invalid',
  code: 'project-not-on-plan',
  message: {
    zh: '项目须对应已批准方案的预算行；不在方案里的建设内容先报批方案变更。',
    en: 'A project stands on lines of the approved plan; have the plan changed first.',
  },
  where: 'planLineIds',
}

const list = route({
  method: 'GET',
  path,
  action: 'projects.read',
  summary: 'The project register of a county and year, with lights that say why',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  query: InYear,
  place,
  handle: async context => {
    const { tx, params, query, policy, now, may } = context
    const data = await loadRegister(tx, params.county, query.year)
    const rows = data.projects.map(each => entryOf(data, each, policy, today(context)))
    return accept({
      countyCode: params.county,
      year: query.year,
      planVersion: data.plan?.version ?? null,
      planLines: data.plan?.lines ?? [],
      supportAreas: listFor(policy, 'support-areas', query.year),
      supportModes: listFor(policy, 'support-modes', query.year),
      rows,
      mayWrite: may(action, params.county),
      asOf: now.toISOString(),
    })
  },
})

const workbook = route({
  method: 'GET',
  path: `${path}/workbook`,
  action: 'projects.read',
  summary: 'The register as Excel, by the fields of the ministry forms',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  query: InYear,
  place,
  handle: async context => {
    const { tx, params, query, policy, now } = context
    const data = await loadRegister(tx, params.county, query.year)
    const entries = data.projects.map(each => entryOf(data, each, policy, today(context)))
    const sheet = {
      name: '项目台账',
      title: `${query.year}年项目台账`,
      notes: [`县级代码 ${params.county}，截至 ${today(context)}`],
      columns: [...registerColumns.map(textColumn), ...['中央支持', '地方配套', '企业投入', '合同'].map(wanColumn)],
      rows: entries.map(({ project, stage, money, contracted, contractorNames, percent, plannedPercent, lights }) => [
        project.name,
        project.supportArea,
        project.supportMode,
        `${project.responsible.name}（${project.responsible.post}）${project.responsible.phone}`,
        project.start,
        project.end,
        contractorNames.join('、'),
        project.decisionBody,
        project.decisionDocument,
        project.disclosureUrl,
        projectStageLabels[stage].zh,
        percent === null ? '未报' : String(percent),
        String(plannedPercent),
        lights.map(({ why }) => why.zh).join(''),
        BigInt(money.centralFen),
        BigInt(money.localFen),
        BigInt(money.enterpriseFen),
        contracted,
      ]),
    }
    return accept(await excelFile(`${params.county}-${query.year}-项目台账`, sheet, now))
  },
})

const card = route({
  method: 'GET',
  path: `${path}/:id`,
  action: 'projects.read',
  summary: 'One project with its lines, sites, procurement, contracts, progress and assets',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  place,
  handle: async context => {
    const { tx, params, policy, now, may } = context
    const [found] = await registered(tx, params.county, null, params.id)
    if (!found) return refuse(notFound)
    const data = await loadRegister(tx, params.county, found.project.year)
    const own = data.sites.filter(site => site.projectId === params.id)
    const contracts = data.contracts.filter(contract => contract.projectId === params.id)
    const codeOf = (site: Site) =>
      data.contracts.find(contract => contract.projectId === site.projectId && contract.state === 'signed')?.party.creditCode ?? null
    const placed = data.sites.map(site => ({ site, partyCode: codeOf(site) }))
    const progress = data.progress.filter(report => report.projectId === params.id)
    const cards = await listRecords(
      tx,
      assetCards,
      sql`county_code = ${params.county} and contract_id in (select id from contract where county_code = ${params.county} and project_id = ${params.id})`,
    )
    const photoIds = progress.flatMap(report => report.photos.map(photo => photo.fileId))
    const papers = found.project.decisionFileId ? [found.project.decisionFileId] : []
    return accept({
      ...entryOf(data, found, policy, today(context)),
      siteList: own,
      signs: data.signs.filter(sign => own.some(site => site.id === sign.siteId)),
      siteFindings: placed
        .filter(({ site }) => site.projectId === params.id)
        .flatMap(each =>
          checkSite(
            each,
            placed.filter(other => other.site.id !== each.site.id),
            found.project.year,
            policy,
          ),
        ),
      contracts,
      procurements: await listRecords(tx, procurements, sql`county_code = ${params.county} and project_id = ${params.id}`),
      progress,
      files: await filesOf(tx, params.county, [...photoIds, ...papers]),
      assets: cards.length,
      nodeKinds: nodeKindLabels,
      mayWrite: may(action, params.county),
      asOf: now.toISOString(),
    })
  },
})

const save = route({
  method: 'PUT',
  path: `${path}/:id`,
  action,
  summary: 'Enter or change a project of the register',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: Project.omit({ id: true, countyCode: true, version: true }).extend({ seenVersion: z.number().int().min(0) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const plan = await planInForce(tx, params.county, body.year)
    const strange = body.planLineIds.filter(id => !plan || !planLineOf(plan, id))
    if (strange.length > 0) return refuse(citing({ ...notOnPlan, details: { planLineIds: strange } }, clausesOf(body.year).register))
    if (body.end < body.start) return refuse(citing(endsBeforeStart, clausesOf(body.year).register))
    const files = await wantFiles(tx, params.county, [body.decisionFileId])
    if (!files.ok) return files
    return saveVersioned(context, projectRecords, { ...content, id: params.id, countyCode: params.county, version: 1 }, seenVersion, action)
  },
})

const stage = route({
  method: 'POST',
  path: `${path}/:id/stage`,
  action,
  summary: 'Say that the work is completed, or that the project is stopped',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: z.strictObject({
    stage: ProjectStage.extract(['completed', 'stopped']),
    reason: z.string().trim().min(1, '请写明说明 / say why').max(2_000),
  }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const [found] = await registered(tx, params.county, null, params.id)
    if (!found) return refuse(notFound)
    if (found.stage === body.stage) return accept({ stage: body.stage })
    const open = projectOpen(found.stage, found.project.year)
    if (!open.ok) return open
    if (body.stage === 'completed' && found.stage !== 'under-way')
      return refuse(citing(notUnderWay, clausesOf(found.project.year).register))
    await setStage(tx, found.project, body.stage)
    await auditRecord(context, {
      countyCode: params.county,
      action,
      recordKind: 'project',
      recordId: params.id,
      before: { stage: found.stage },
      after: { stage: body.stage },
      reason: body.reason,
    })
    return accept({ stage: body.stage })
  },
})

export const registerRoutes = [list, workbook, card, save, stage]
