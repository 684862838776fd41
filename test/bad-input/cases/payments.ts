import { bytes, id, json } from '../bad-request.ts'
import type { World } from '../bad-request.ts'
import { text } from '../files.ts'
import { field, notPermitted, strange, rowsOf } from './rows.ts'

const who = 'zhaojue-contractor'
const office = 'zhaojue-office'
const finance = 'zhaojue-finance'
type Sent = Parameters<typeof json>[2]

/** The demonstration's own request under another id, with one thing wrong. */
const ask =
  (change: object) =>
  ({ payment }: World) =>
    json('POST', '/api/payments', { ...payment, id: id(500), ...change })
const invoice =
  (change: object) =>
  ({ payment }: World) =>
    json('POST', '/api/payments', { ...payment, id: id(500), invoice: { ...(payment.invoice as object), ...change } })
const step =
  (path: string, body: Sent = {}) =>
  ({ payment }: World) =>
    json('POST', `/api/payments/${payment.id}/${path}`, body)
const file =
  (query: string, content = text('MZ')) =>
  () =>
    bytes(`/api/payments/files/513431?${query}`, content)
/** Requests for payment and every step with them. */
export const paymentCases = rowsOf([
  ['a payment of nothing said', who, () => json('POST', '/api/payments', {}), field('body.id', '没有填写')],
  ['a payment in yuan with a point', who, ask({ amountFen: '100.50' }), field('body.amountFen', '金额应为不小于 0 的整数分')],
  ['a payment below zero', who, ask({ amountFen: '-1' }), field('body.amountFen', '金额应为不小于 0 的整数分')],
  ['a payment as a number', who, ask({ amountFen: 100 }), field('body.amountFen', '应为文字')],
  ['a payment from a fourth source', who, ask({ source: 'lottery' }), field('body.source', '应为以下之一：central、local、enterprise')],
  [
    'a payment on somebody else’s contract',
    who,
    ask({ contractId: id(504) }),
    [404, 'no-such-contract', '没有这份合同，或合同不是贵单位的。', 'contractId'],
  ],
  ['a payment in another county', who, ask({ countyCode: '511923' }), notPermitted],
  ['a payment by the office', office, ask({}), notPermitted],
  ['a payment that says it is paid', who, ask({ state: 'paid' }), strange('state')],
  [
    'a payment to a code that fails its check',
    who,
    ask({ payee: { name: '甲', creditCode: '91510000MA00000000', bank: '行', account: '62284800' } }),
    field('body.payee.creditCode', '统一社会信用代码校验位不符（GB 32100）'),
  ],
  [
    'a payment to an account of letters',
    who,
    ({ payment }) => ask({ payee: { ...(payment.payee as object), account: 'ABCDEFGH' } })({ payment } as World),
    field('body.payee.account', '银行账号为8至30位数字'),
  ],
  ['an invoice number of 9 digits', who, invoice({ number: '202005201' }), field('body.invoice.number', '发票号码为8位或20位数字')],
  ['an invoice of 30 February', who, invoice({ issuedOn: '2020-02-30' }), field('body.invoice.issuedOn', '应为日期，如 2020-12-31')],
  ['an invoice of nothing bought', who, invoice({ itemName: '' }), field('body.invoice.itemName', '请填写')],
  [
    'a delivery worth words',
    who,
    ask({ delivery: { deliveredOn: '2020-04-30', description: '货', valueFen: '很多' } }),
    field('body.delivery.valueFen', '金额应为不小于 0 的整数分'),
  ],
  [
    'a delivery of 2020-4-30',
    who,
    ask({ delivery: { deliveredOn: '2020-4-30', description: '货', valueFen: '1' } }),
    field('body.delivery.deliveredOn', '应为日期，如 2020-12-31'),
  ],
  [
    'a paper with half a hash',
    who,
    ask({ evidence: [{ kind: 'invoice', fileId: id(505), sha256: 'abc' }] }),
    field('body.evidence.0.sha256', '应为64位十六进制校验值'),
  ],
  [
    'a paper that was never sent',
    who,
    ask({ evidence: [{ kind: 'invoice', fileId: id(505), sha256: 'a'.repeat(64) }] }),
    [400, 'evidence-not-on-file', '附件没有上传，或与上传的文件不一致；请重新选择文件。', 'evidence[0]'],
  ],
  [
    'facts of a support mode that is none',
    who,
    ask({ basis: { mode: 'gift' } }),
    field('body.basis.mode', '应为贷款贴息（loan-interest-subsidy）或以奖代补（reward-in-lieu）'),
  ],
  [
    'a loan at 101 %',
    who,
    ask({
      basis: {
        mode: 'loan-interest-subsidy',
        loanNumber: '1',
        lender: { name: '行', creditCode: '91350100M000100Y43' },
        principalFen: '1',
        rateBasisPoints: 10_100,
        from: '2019-01-01',
        until: '2019-12-31',
      },
    }),
    field('body.basis.rateBasisPoints', '不能大于100%'),
  ],
  [
    'an id that another request has',
    who,
    ({ payment }) => json('POST', '/api/payments', { ...payment, amountFen: '999' }),
    [409, 'id-used-for-another-request', '这个编号已用于另一笔申请。'],
  ],
  [
    'a paper that is a program',
    who,
    file(`id=${id(506)}&name=a.pdf`),
    [400, 'file-type-not-allowed', '文件“a.pdf”的类型不允许；请改为 PDF、PNG、JPG、DOCX 或 XLSX。', 'file'],
  ],
  [
    'a paper of no bytes',
    who,
    file(`id=${id(506)}&name=a.pdf`, new Uint8Array()),
    [400, 'file-empty', '文件“a.pdf”是空的；请选择有内容的文件。', 'file'],
  ],
  ['a paper without a name', who, file(`id=${id(506)}&name=`), field('query.name', '请带上文件名')],
  ['a paper by the office', office, file(`id=${id(506)}&name=a.pdf`), notPermitted],
  [
    'an approval out of turn',
    finance,
    step('finance-approval', { budgetYear: 2020, batchYear: 2020 }),
    [409, 'payment-wrong-state', '申请不在这一步，请刷新后查看。'],
  ],
  ['an approval by the contractor', who, step('office-approval'), notPermitted],
  [
    'an approval of no request',
    office,
    () => json('POST', `/api/payments/${id(507)}/office-approval`, {}),
    [404, 'no-such-request', '没有这笔拨付申请。'],
  ],
  ['an approval with a wish', office, step('office-approval', { amountFen: '1' }), strange('amountFen')],
  ['a return without a reason', office, step('office-return'), [400, 'reason-missing', '请写明原因。', 'reason']],
  [
    'a return from another desk',
    finance,
    step('finance-return', { reason: '不行' }),
    [403, 'not-on-your-desk', '申请现在由另一方办理，只有正在办理的一方可以退回。'],
  ],
  [
    'a voucher before its turn',
    finance,
    step('voucher', { voucher: 'GK-1', paidOn: '2020-05-20' }),
    [409, 'payment-wrong-state', '申请不在这一步，请刷新后查看。'],
  ],
  [
    'a voucher of 61 characters',
    finance,
    step('voucher', { voucher: '9'.repeat(61), paidOn: '2020-05-20' }),
    field('body.voucher', '最多 60 个字'),
  ],
  [
    'a bounce of what was not paid',
    finance,
    step('bounce', { reason: '退' }),
    [409, 'payment-wrong-state', '申请不在这一步，请刷新后查看。'],
  ],
  [
    'a receipt of what was not paid',
    who,
    step('receipt', { receivedOn: '2020-05-19', bankReference: '1' }),
    [409, 'payment-wrong-state', '支付之后才能确认到账。'],
  ],
  [
    'a receipt without its number',
    who,
    step('receipt', { receivedOn: '2020-05-19', bankReference: '' }),
    field('body.bankReference', '请填写银行回单号'),
  ],
  ['a receipt by the office', office, step('receipt', { receivedOn: '2020-05-19', bankReference: '1' }), notPermitted],
])
