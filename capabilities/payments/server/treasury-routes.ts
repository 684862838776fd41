import { readTable, usualLimits } from '@jincun/documents'
import type { Column } from '@jincun/documents'
import { route } from '@jincun/http'
import { accept, fenFromYuanText } from '@jincun/kernel'
import { z } from 'zod'
import { matchTreasury } from '../index.ts'
import type { TreasuryLine } from '../index.ts'
import { paymentsOfCounty } from './payment-store.ts'
import { takeStep } from './steps.ts'

const clause = 'notice-2020/6.2'

const columns = [
  { key: 'voucher', kind: 'text', title: { zh: '支付凭证号', en: 'Voucher' }, required: true, maxLength: 60 },
  { key: 'paidOn', kind: 'date', title: { zh: '支付日期', en: 'Paid on' }, required: true },
  { key: 'payee', kind: 'text', title: { zh: '收款人', en: 'Payee' }, required: true, maxLength: 100 },
  { key: 'amount', kind: 'decimal', title: { zh: '金额（元）', en: 'Amount (yuan)' }, required: true, maxDecimals: 2 },
  {
    key: 'status',
    kind: 'choice',
    title: { zh: '状态', en: 'Status' },
    choices: [
      { value: 'paid', title: { zh: '支付成功', en: 'Paid' } },
      { value: 'bounced', title: { zh: '退票', en: 'Bounced' } },
    ],
  },
] as const satisfies readonly Column[]

/** Reads the treasury's payment file, matches it with the requests, and posts what matches when asked; differences are shown and wait. */
const importTreasury = route({
  method: 'POST',
  path: '/api/payments/treasury-files',
  action: 'payments.finance-approve',
  summary: "Match the treasury's payment file (Excel or CSV, GB18030 too) with the requests; with post=1 the matches are posted",
  clauses: [clause],
  upload: { maximumBytes: usualLimits.maxBytes },
  query: z.strictObject({
    countyCode: z.string().regex(/^\d{6}$/),
    fileName: z.string().max(200).default(''),
    post: z.enum(['0', '1']).default('0'),
  }),
  place: ({ query }) => query.countyCode,
  handle: async context => {
    const read = readTable(context.upload, context.query.fileName, columns)
    if (!read.ok) return read
    const table = read.value
    if (table.errors.length > 0) {
      const errors = table.errors.map(({ address, message }) => ({ where: address, message }))
      return {
        ok: false as const,
        reason: {
          kind: 'invalid' as const,
          code: 'treasury-file-faults',
          message: { zh: '文件中有读不懂的单元格，请改正后再传。', en: 'Some cells cannot be read; correct them and send it again.' },
          details: { clause, errors },
        },
      }
    }
    const lines: TreasuryLine[] = table.rows.map(({ row, values }) => ({
      row,
      voucher: values.voucher,
      paidOn: values.paidOn,
      payee: values.payee,
      amount: fenFromYuanText(values.amount) ?? 0n,
      bounced: values.status === 'bounced',
    }))
    const records = await paymentsOfCounty(context.tx, context.query.countyCode)
    const payables = records.map(({ request, state, voucher }) => ({
      id: request.id,
      state,
      payee: request.payee.name,
      amount: BigInt(request.amountFen),
      voucher,
    }))
    const { matches, notInFile } = matchTreasury(lines, payables)
    if (context.query.post === '0') return accept({ asOf: context.now.toISOString(), matches, notInFile, posted: 0 })
    let posted = 0
    for (const { line, outcome, requestId } of matches) {
      if (requestId === null || (outcome !== 'to-post' && outcome !== 'to-bounce')) continue
      const step = outcome === 'to-post' ? 'pay' : 'bounce'
      const paper = { reason: outcome === 'to-bounce' ? '国库退票' : '', voucher: line.voucher, paidOn: line.paidOn }
      const done = await takeStep(context, requestId, step, paper)
      if (!done.ok) return done
      posted += 1
    }
    return accept({ asOf: context.now.toISOString(), matches, notInFile, posted })
  },
})

export const treasuryRoutes = [importTreasury]
