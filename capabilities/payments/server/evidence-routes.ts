import type { Transaction } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { filesOf, keepFile, readFileBytes, uploadBytesMaximum } from '@jincun/projects/server'
import { z } from 'zod'
import type { PaymentRequest } from '../index.ts'
import { findPayment } from './payment-store.ts'

const clause = 'notice-2020/6.2'

/** Every paper a request names is on file with the very hash it names. */
export async function evidenceOnFile(tx: Transaction, { countyCode, evidence }: PaymentRequest): Promise<Result<true>> {
  const files = await filesOf(
    tx,
    countyCode,
    evidence.map(({ fileId }) => fileId),
  )
  const index = evidence.findIndex(({ fileId, sha256 }) => !files.some(file => file.id === fileId && file.sha256 === sha256))
  if (index < 0) return accept(true)
  return no(
    'invalid',
    'evidence-not-on-file',
    clause,
    '附件没有上传，或与上传的文件不一致；请重新选择文件。',
    'A paper was not sent, or is not the file that was sent; choose it again.',
    `evidence[${index}]`,
  )
}

const send = route({
  method: 'POST',
  path: '/api/payments/files/:county',
  action: 'payments.request',
  summary: 'Send a paper of a payment request; its kind is told by its bytes, and it is found again by its hash',
  clauses: [clause],
  params: z.strictObject({ county: z.string().regex(/^\d{6}$/) }),
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1, '请带上文件名 / name the file').max(200) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place: ({ params }) => params.county,
  handle: context => keepFile(context, context.params.county, context.query, context.upload, 'payments.request'),
})

const open = route({
  method: 'GET',
  path: '/api/payments/:id/files/:file',
  action: 'payments.read',
  summary: 'A paper of a payment request',
  clauses: [clause],
  params: z.strictObject({ id: z.uuid(), file: z.uuid() }),
  handle: async ({ tx, params }) => {
    const record = await findPayment(tx, params.id)
    const named = record?.request.evidence.some(({ fileId }) => fileId === params.file)
    const found = record && named ? await readFileBytes(tx, record.request.countyCode, params.file) : undefined
    return found
      ? accept(new Download(found.bytes, found.name, found.mediaType))
      : no('not-found', 'no-such-paper', clause, '没有这份附件。', 'There is no such paper.')
  },
})

export const evidenceRoutes = [send, open]
