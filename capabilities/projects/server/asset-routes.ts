import { sql } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { z } from 'zod'
import { AssetCard, citing, clausesOf, SignPhoto, signWords, StockTake } from '../index.ts'
import type { Bare, Contract, PhotoUse } from '../index.ts'
import { keepFile, uploadBytesMaximum } from './file-store.ts'
import { findContract, findProject, signedContracts } from './front-door.ts'
import { assetCards, signPhotos, sites, stockTakes } from './kinds.ts'
import { labelSheet, signPlate } from './label-pdf.ts'
import { wantPhotos } from './photo-uses.ts'
import { findRecord, listRecords } from './records.ts'
import { addOnce, saveVersioned } from './save-record.ts'
import { tipOffChannelOf } from './tip-off-channel.ts'
import { AtCounty, AtRecord, notFound, place, today } from './work.ts'

const action = 'projects.write'
const pdf = 'application/pdf'

const takenAhead: Bare = {
  kind: 'invalid',
  code: 'stock-take-in-the-future',
  message: { zh: '盘点日期不能晚于今天。', en: 'A stock-take is not of the future.' },
  where: 'takenOn',
}
const noChannel: Bare = {
  kind: 'wrong-state',
  code: 'no-tip-off-channel',
  message: {
    zh: '省里还没有公布举报渠道，标识牌不能印；请省级商务主管部门先公布。',
    en: 'The province has not published its tip-off channel; the sign cannot be printed.',
  },
}

/** What a photo on a card or of a stock-take shows. */
const assetUse = (
  { countyCode, projectId }: Contract,
  kind: 'asset' | 'stock-take',
  recordId: string,
  { number, name }: Pick<AssetCard, 'number' | 'name'>,
): PhotoUse => ({ countyCode, kind, recordId, projectId, label: `${number} ${name}`, opens: countyCode })

const list = route({
  method: 'GET',
  path: '/api/projects/:county/assets',
  action: 'projects.read',
  summary: 'Asset cards of a county with the last stock-take of each',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ number: z.string().max(40).optional() }),
  place,
  handle: async ({ tx, params, query, now, may }) => {
    const cards = await listRecords(
      tx,
      assetCards,
      sql`county_code = ${params.county} ${query.number ? sql`and number = ${query.number}` : sql``}`,
      sql`number`,
    )
    const takes = await listRecords(tx, stockTakes, sql`county_code = ${params.county}`, sql`taken_on, recorded_at, id`)
    const last = new Map(takes.map(take => [take.assetId, take]))
    const bought = (await signedContracts(tx, params.county)).filter(({ lines }) => lines.some(({ asset }) => asset))
    return accept({
      rows: cards.map(card => ({ card, last: last.get(card.id) ?? null })),
      contracts: bought.map(({ id, number, title, year, projectId, lines }) => ({
        id,
        number,
        title,
        year,
        projectId,
        lines: lines
          .filter(({ asset }) => asset)
          .map(({ id: lineId, name, quantity, unit, amountFen }) => ({ id: lineId, name, quantity, unit, amountFen })),
      })),
      sites: (await listRecords(tx, sites, sql`county_code = ${params.county}`)).map(({ id, name, projectId, address }) => ({
        id,
        name,
        projectId,
        address,
      })),
      mayWrite: may(action, params.county),
      mayTakeStock: may('projects.take-stock', params.county),
      asOf: now.toISOString(),
    })
  },
})

const save = route({
  method: 'PUT',
  path: '/api/projects/:county/assets/:id',
  action,
  summary: 'Book an asset of a contract line on a card',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: AssetCard.omit({ id: true, countyCode: true, version: true }).extend({ seenVersion: z.number().int().min(0) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const contract = await findContract(tx, params.county, body.contractId)
    if (!contract?.lines.some(line => line.id === body.contractLineId && line.asset)) return refuse(notFound)
    const files = await wantPhotos(context, assetUse(contract, 'asset', params.id, body), [body.photoFileId])
    if (!files.ok) return files
    return saveVersioned(context, assetCards, { ...content, id: params.id, countyCode: params.county, version: 1 }, seenVersion, action)
  },
})

const labels = route({
  method: 'GET',
  path: '/api/projects/:county/asset-labels',
  action: 'projects.read',
  summary: 'Labels with QR codes to print, as PDF',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  query: z.strictObject({ contract: z.uuid() }),
  place,
  handle: async ({ tx, params, query }) => {
    const cards = await listRecords(tx, assetCards, sql`county_code = ${params.county} and contract_id = ${query.contract}`, sql`number`)
    if (cards.length === 0) return refuse(notFound)
    const bytes = await labelSheet(
      cards.map(card => ({
        number: card.number,
        name: card.name,
        place: card.place,
        owner: '电子商务进农村综合示范资产',
        target: `jincun:asset:${card.number}`,
      })),
      `${params.county} 资产标签`,
    )
    return accept(new Download(bytes, `${params.county}-资产标签.pdf`, pdf))
  },
})

const takeStock = route({
  method: 'POST',
  path: '/api/projects/:county/stock-takes',
  action: 'projects.take-stock',
  summary: 'Say what one saw before an asset',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  body: StockTake.omit({ countyCode: true }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const card = await findRecord(tx, assetCards, params.county, body.assetId)
    const contract = card && (await findContract(tx, params.county, card.contractId))
    if (!card || !contract) return refuse(notFound)
    const files = await wantPhotos(context, assetUse(contract, 'stock-take', body.id, card), [body.photoFileId])
    if (!files.ok) return files
    if (body.takenOn > today(context)) return refuse(citing(takenAhead, clausesOf(contract.year).supervision))
    return addOnce(context, stockTakes, { ...body, countyCode: params.county }, 'projects.take-stock')
  },
})

const stockPhoto = route({
  method: 'POST',
  path: '/api/projects/:county/stock-photos',
  action: 'projects.take-stock',
  summary: 'Send a photo taken before an asset',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => keepFile(context, context.params.county, context.query, context.upload, 'projects.take-stock'),
})

const signPhoto = route({
  method: 'POST',
  path: '/api/projects/:county/sign-photos',
  action,
  summary: 'Show by a photo that the sign hangs at a site',
  clauses: ['notice-2020/6.4b'],
  params: AtCounty,
  body: SignPhoto.omit({ countyCode: true }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const site = await findRecord(tx, sites, params.county, body.siteId)
    const project = site && (await findProject(tx, params.county, site.projectId))
    if (!site || !project) return refuse(notFound)
    const opens = `${params.county}/${project.year}/${project.id}`
    const use = { countyCode: params.county, kind: 'sign', recordId: body.id, projectId: project.id, label: site.name, opens } as const
    const files = await wantPhotos(context, use, [body.fileId])
    return files.ok ? addOnce(context, signPhotos, { ...body, countyCode: params.county }, action) : files
  },
})

const plate = route({
  method: 'GET',
  path: '/api/projects/:county/sites/:id/sign',
  action: 'projects.read',
  summary: "The programme's sign for a site, with the province's tip-off channel, as PDF",
  clauses: ['notice-2020/6.4b', 'notice-2020/6.4a'],
  params: AtRecord,
  place,
  handle: async ({ tx, params, caller, policy }) => {
    const site = await findRecord(tx, sites, params.county, params.id)
    const project = site && (await findProject(tx, params.county, site.projectId))
    if (!site || !project) return refuse(notFound)
    const channel = await tipOffChannelOf(tx, params.county, caller.realm)
    if (!channel) return refuse(citing(noChannel, clausesOf(project.year).sign))
    const target = channel.url || `tel:${channel.phone}`
    const bytes = await signPlate({
      site: site.name,
      project: project.name,
      words: signWords(policy, project.year),
      channel: `${channel.name}  ${channel.phone}`,
      target,
      demo: caller.realm === 'demo',
    })
    return accept(new Download(bytes, `${site.name}-标识牌.pdf`, pdf))
  },
})

export const assetRoutes = [list, save, labels, takeStock, stockPhoto, signPhoto, plate]
