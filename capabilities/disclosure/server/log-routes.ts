import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { consistencyProof, inclusionProof, treeRoot } from '@jincun/proof'
import { z } from 'zod'
import { entryLeaf, entryText } from '../index.ts'
import * as store from './store.ts'

const ById = z.object({ id: z.uuid() })
const Year = z.coerce.number().int().min(2014).max(2100)
const notFound: Refusal = {
  kind: 'not-found',
  code: 'publication-not-found',
  message: { zh: '没有这份公开内容。', en: 'There is no such publication.' },
}

const register = route({
  method: 'GET',
  path: '/api/public/publications',
  action: 'public',
  summary: 'The register of what was published, newest first',
  clauses: ['notice-2020/5.5', 'notice-2020/6.4a'],
  query: z.strictObject({
    year: Year.optional(),
    kind: z
      .string()
      .regex(/^[a-z-]+$/)
      .optional(),
    place: z
      .string()
      .regex(/^\d{2,6}$/)
      .optional(),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  handle: async ({ query, tx, caller, now }) => {
    const { rows, total } = await store.findPublications(tx, { ...query, realm: caller.realm })
    return accept({ rows: rows.map(({ leaf, entry }) => ({ leaf, ...entry })), total, asOf: now.toISOString() })
  },
})

const one = route({
  method: 'GET',
  path: '/api/public/publications/:id',
  action: 'public',
  summary:
    'A publication: its entry, its content as text, the proof that it stands in the log, and the heads of audit chains it commits to',
  params: ById,
  handle: async ({ params, tx, caller }) => {
    const found = await store.findPublication(tx, params.id, caller.realm)
    if (!found) return refuse(notFound)
    const leaves = (await store.allEntries(tx)).map(entryLeaf)
    const inclusion = { index: found.leaf, size: leaves.length, root: treeRoot(leaves), proof: inclusionProof(leaves, found.leaf) }
    const auditHeads = await store.auditHeadsOf(tx, found.leaf)
    return accept({ entry: found.entry, entryText: entryText(found.entry), content: found.content, inclusion, auditHeads })
  },
})

const content = route({
  method: 'GET',
  path: '/api/public/publications/:id/content',
  action: 'public',
  summary: 'The content exactly as it was published and hashed',
  params: ById,
  handle: async ({ params, tx, caller }) => {
    const found = await store.findPublication(tx, params.id, caller.realm)
    if (!found) return refuse(notFound)
    const { kind, year, countyCode } = found.entry
    return accept(
      new Download(new TextEncoder().encode(found.content), `${kind}-${year}-${countyCode}.json`, 'application/json; charset=utf-8'),
    )
  },
})

const tree = route({
  method: 'GET',
  path: '/api/public/log',
  action: 'public',
  summary: 'Size and root of the public log; with ?since=n, the proof that the first n entries are unchanged (RFC 9162)',
  query: z.strictObject({ since: z.coerce.number().int().min(1).optional() }),
  handle: async ({ query: { since }, tx }) => {
    const leaves = (await store.allEntries(tx)).map(entryLeaf)
    const head = { size: leaves.length, root: treeRoot(leaves) }
    if (since === undefined) return accept(head)
    if (since > leaves.length)
      return refuse({
        kind: 'invalid',
        code: 'log-not-that-long',
        where: 'query.since',
        message: { zh: `日志现有 ${leaves.length} 条。`, en: `The log has ${leaves.length} entries.` },
      })
    return accept({ ...head, since, rootThen: treeRoot(leaves.slice(0, since)), proof: consistencyProof(leaves, since) })
  },
})

export const logRoutes = [register, one, content, tree]
