import { z } from 'zod'
import { MoneySource } from '@jincun/ledger'
import { isSocialCreditCode } from '@jincun/identity'
import { DayText, FenText, ItemId } from '@jincun/projects'
import { SupportBasis } from './support-basis.ts'

const Line = (length: number) => z.string().trim().max(length)
const Named = (length: number) => Line(length).min(1, '请填写 / fill this in')

/** What the payee hands in with the request: the invoice of the goods or services. */
export const Invoice = z.strictObject({
  /** 发票代码 and 发票号码; invoices without a code (全电发票) leave it empty. */
  code: z.string().regex(/^\d{0,12}$/, '发票代码为至多12位数字 / an invoice code has at most 12 digits'),
  number: z.string().regex(/^\d{8}(\d{12})?$/, '发票号码为8位或20位数字 / an invoice number has 8 or 20 digits'),
  issuedOn: DayText,
  amountFen: FenText,
  sellerCreditCode: z
    .string()
    .refine(isSocialCreditCode, '统一社会信用代码校验位不符（GB 32100） / the credit code fails its check (GB 32100)'),
  itemName: Named(200),
})
export type Invoice = z.infer<typeof Invoice>

/** Where the money goes. Name and credit code must be those of the contract's party. */
export const Payee = z.strictObject({
  name: Named(100),
  creditCode: z.string().refine(isSocialCreditCode, '统一社会信用代码校验位不符（GB 32100） / the credit code fails its check (GB 32100)'),
  bank: Named(100),
  account: z.string().regex(/^\d{8,30}$/, '银行账号为8至30位数字 / a bank account has 8 to 30 digits'),
})
export type Payee = z.infer<typeof Payee>

/** A paper behind the request, found again by its hash. `kind` is an id of the year's list payment-evidence. */
export const Evidence = z.strictObject({
  kind: ItemId,
  fileId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为64位十六进制校验值 / a hash of 64 hexadecimal digits'),
})
export type Evidence = z.infer<typeof Evidence>

/** 拨付申请: one contract line, one source of money, one invoice. */
export const PaymentRequest = z.strictObject({
  id: z.uuid(),
  countyCode: z.string().regex(/^\d{6}$/),
  contractId: z.uuid(),
  contractLineId: ItemId,
  source: MoneySource,
  kind: z.enum(['advance', 'milestone']),
  /** The deliverable that is paid for; null for an advance. */
  milestoneId: ItemId.nullable(),
  amountFen: FenText,
  invoice: Invoice,
  payee: Payee,
  /** What was delivered, worth how much at the contract's prices, and how it can be seen; null only for an advance. */
  delivery: z.strictObject({ deliveredOn: DayText, description: Named(2_000), valueFen: FenText }).nullable(),
  /** Facts the support mode asks for; null for a purchase at the contract's price. */
  basis: SupportBasis.nullable(),
  evidence: z.array(Evidence).max(20),
})
export type PaymentRequest = z.infer<typeof PaymentRequest>
