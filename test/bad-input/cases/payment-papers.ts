import { bytes, get, id, json } from '../bad-request.ts'
import type { World } from '../bad-request.ts'
import { compoundFile, text } from '../files.ts'
import { field, notPermitted, rowsOf } from './rows.ts'

const office = 'zhaojue-office'
const finance = 'zhaojue-finance'
type Sent = Parameters<typeof json>[2]

/** The demonstration's own request under another id, with one thing wrong. */
const treasury =
  (content: string | Uint8Array, query = 'countyCode=513431&fileName=a.csv') =>
  () =>
    bytes(`/api/payments/treasury-imports?${query}`, typeof content === 'string' ? text(content) : content)
const head = '支付凭证号,支付日期,收款人,金额（元）,状态\n'
const budget = (change: object) => () =>
  json('POST', '/api/payments/budget/513431/2020', {
    id: id(501),
    lineId: 'training-service',
    source: 'central',
    budgetYear: 2020,
    amountYuan: '100',
    document: '（演示）2号',
    ...change,
  })
const terms =
  (change: object) =>
  ({ payment }: World) =>
    json('POST', '/api/payments/terms/513431', {
      id: id(502),
      contractId: payment.contractId,
      terms: { mode: 'loan-interest-subsidy', subsidisedBasisPoints: 5000, capFen: '100' },
      document: '（演示）3号',
      ...change,
    })
const payeeCheck = (change: object) => () =>
  json('POST', '/api/payments/payee-checks/513431', {
    id: id(505),
    creditCode: '91513431MA6DEMA18G',
    status: 'operating',
    source: '（演示）公示系统',
    checkedOn: '2020-05-20',
    activeOn: null,
    ...change,
  })
const kept = (path: string, body: Sent) => () => json('POST', `/api/payments/treasury-imports/513431/${id(503)}/${path}`, body)

/** Files of the treasury, budget, terms of support, checks of payees. */
export const paymentPaperCases = rowsOf([
  [
    'a treasury file without a voucher',
    finance,
    treasury(`${head},2020-05-19,甲,1.00,支付成功\n`),
    [400, 'treasury-file-faults', '第2行“支付凭证号”列：必填项为空；请填写。', '第2行“支付凭证号”列'],
  ],
  [
    'a treasury file of 31 June',
    finance,
    treasury(`${head}GK-1,2020-06-31,甲,1.00,支付成功\n`),
    [400, 'treasury-file-faults', '第2行“支付日期”列：应为日期，现为“2020-06-31”；请填如 2020-05-29。', '第2行“支付日期”列'],
  ],
  [
    'a treasury file in three decimals',
    finance,
    treasury(`${head}GK-1,2020-05-19,甲,1.001,支付成功\n`),
    [400, 'treasury-file-faults', '第2行“金额（元）”列：“1.001”的小数超过 2 位；请四舍五入后填写。', '第2行“金额（元）”列'],
  ],
  [
    'a treasury file of nothing paid',
    finance,
    treasury(`${head}GK-1,2020-05-19,甲,0,支付成功\n`),
    [400, 'treasury-file-faults', '第2行“金额（元）”列：金额应大于零；退票在“状态”列注明', '第2行“金额（元）”列'],
  ],
  [
    'a treasury file with a status of its own',
    finance,
    treasury(`${head}GK-1,2020-05-19,甲,1,也许\n`),
    [400, 'treasury-file-faults', '第2行“状态”列：“也许”不在可选项内；请填：支付成功、退票。', '第2行“状态”列'],
  ],
  [
    'a treasury file without its columns',
    finance,
    treasury('甲,乙\n1,2\n'),
    [400, 'table-header-missing', '找不到表头；前 20 行中应有一行写明：支付凭证号、支付日期、收款人、金额（元）。'],
  ],
  [
    'a treasury file in an old format',
    finance,
    treasury(compoundFile, 'countyCode=513431&fileName=a.xls'),
    [400, 'file-type-unsupported', '不能读取旧格式 .xls；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”再上传。'],
  ],
  ['a treasury file without a name', finance, treasury(head, 'countyCode=513431'), field('query.fileName', '没有填写')],
  ['a treasury file of another county', finance, treasury(head, 'countyCode=511923&fileName=a.csv'), notPermitted],
  ['a treasury file by the office', office, treasury(head), notPermitted],
  ['a posting of no file', finance, kept('posting', {}), [404, 'no-such-import', '没有这次导入。']],
  ['an explanation of no file', finance, kept('explanations', { number: 1, reason: '已核' }), [404, 'no-such-import', '没有这次导入。']],
  ['an explanation without words', finance, kept('explanations', { number: 1, reason: '' }), field('body.reason', '请写明原因和处理结果')],
  ['an explanation of row 0', finance, kept('explanations', { number: 0, reason: '已核' }), field('body.number', '至少为 1')],
  [
    'a budget of no line',
    finance,
    budget({ lineId: 'palace' }),
    [404, 'no-such-plan-line', '批准的方案里没有这一明细；资金只能安排到批准的方案。', 'lineId'],
  ],
  [
    'a budget of a fen too fine',
    finance,
    budget({ amountYuan: '0.001' }),
    [400, 'amount-unreadable', '金额写的是“0.001”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'a budget above the plan',
    finance,
    budget({ amountYuan: '800000.01' }),
    [409, 'over-plan-line', '“（演示）农村电商培训 电商培训服务”批准800,000.00元，安排后为800,000.01元。请先报批调整方案。', 'amountYuan'],
  ],
  [
    'a budget of a year without a plan',
    finance,
    () => json('POST', '/api/payments/budget/513431/2031', budget({})().payload as string),
    [404, 'no-such-plan-line', '批准的方案里没有这一明细；资金只能安排到批准的方案。', 'lineId'],
  ],
  ['a budget by the office', office, budget({}), notPermitted],
  [
    'terms of 0 %',
    office,
    terms({ terms: { mode: 'loan-interest-subsidy', subsidisedBasisPoints: 0, capFen: '100' } }),
    field('body.terms.subsidisedBasisPoints', '至少为 1'),
  ],
  [
    'terms of a mode that the plan has not',
    office,
    terms({}),
    [400, 'terms-of-another-mode', '合同各行在批准方案中都不是这种支持方式。', 'terms.mode'],
  ],
  ['terms by no document', office, terms({ document: '' }), field('body.document', '请填写依据文件')],
  ['terms of no contract', office, terms({ contractId: id(504) }), [404, 'no-such-contract', '没有这份合同。', 'contractId']],
  ['terms by finance', finance, terms({}), notPermitted],
  ['a check of tomorrow', office, payeeCheck({ checkedOn: '2020-05-21' }), [400, 'date-in-future', '核查日期不能晚于今天。', 'checkedOn']],
  [
    'a check that saw tomorrow',
    office,
    payeeCheck({ activeOn: '2020-05-21' }),
    [400, 'activity-after-check', '最近活动日期不能晚于核查日期。', 'activeOn'],
  ],
  ['a check of no firm', office, payeeCheck({ creditCode: '1' }), field('body.creditCode', '统一社会信用代码校验位不符（GB 32100）')],
  ['a check from nowhere', office, payeeCheck({ source: '' }), field('body.source', '请写明查询来源')],
  ['a check by finance', finance, payeeCheck({}), notPermitted],
  ['a payment page of a word', office, () => get('/api/payments/all'), field('params.id', '编号格式不对，应为 UUID')],
])
