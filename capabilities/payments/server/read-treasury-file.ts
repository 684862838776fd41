import { readTable } from '@jincun/documents'
import type { Column } from '@jincun/documents'
import { accept, fenFromYuanText, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { TreasuryLine } from '../index.ts'

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

const faults = (errors: readonly { where: string; message: Bilingual }[]): Refusal => ({
  kind: 'invalid',
  code: 'treasury-file-faults',
  message: { zh: '文件中有读不懂的单元格，请改正后再传。', en: 'Some cells cannot be read; correct them and send it again.' },
  details: { clause: 'notice-2020/6.2', errors },
})

/** The lines of the treasury's payment file (Excel or CSV, UTF-8 or GB18030); with any fault nothing of it is taken and every fault is told. */
export function readTreasuryFile(bytes: Uint8Array, fileName: string): Result<TreasuryLine[]> {
  const read = readTable(bytes, fileName, columns)
  if (!read.ok) return read
  const lines = read.value.rows.map(({ row, values }) => ({
    row,
    voucher: values.voucher,
    paidOn: values.paidOn,
    payee: values.payee,
    amount: fenFromYuanText(values.amount) ?? 0n,
    bounced: values.status === 'bounced',
  }))
  const notAbove = lines
    .filter(({ amount }) => amount <= 0n)
    .map(({ row }) => ({
      where: `${row}`,
      message: { zh: '金额应大于零；退票在“状态”列注明。', en: 'The amount is above zero; a bounce is said in the column of status.' },
    }))
  const errors = [...read.value.errors.map(({ address, message }) => ({ where: address, message })), ...notAbove]
  return errors.length > 0 ? refuse(faults(errors)) : accept(lines)
}
