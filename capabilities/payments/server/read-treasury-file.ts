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

type Where = { where: string; message: Bilingual }
type Faulty = Refusal & { errors: readonly Where[] }

/** A file that cannot be taken: the first fault in words, all of them in `errors` for the form. */
function faulty(errors: readonly Where[]): { ok: false; reason: Faulty } {
  const [first] = errors
  const [zh, en] = errors.length > 1 ? [`（另有${errors.length - 1}处）`, ` (and ${errors.length - 1} more)`] : ['', '']
  const message = { zh: `${first?.where}：${first?.message.zh}${zh}`, en: `${first?.where}: ${first?.message.en}${en}` }
  return refuse<Faulty>({ kind: 'invalid', code: 'treasury-file-faults', message, errors })
}

const placeOf = (row: number, column: string): string => `第${row}行“${column}”列`

/** The lines of the treasury's payment file (Excel or CSV, UTF-8 or GB18030); with any fault nothing of it is taken and every fault is told. */
export function readTreasuryFile(bytes: Uint8Array, fileName: string): Result<TreasuryLine[], Refusal | Faulty> {
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
      where: placeOf(row, '金额（元）'),
      message: { zh: '金额应大于零；退票在“状态”列注明', en: 'the amount is above zero; a bounce is said in the column of status' },
    }))
  const errors = [...read.value.errors.map(({ row, column, message }) => ({ where: placeOf(row, column), message })), ...notAbove]
  return errors.length > 0 ? faulty(errors) : accept(lines)
}
