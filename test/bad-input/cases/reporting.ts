import type { BadRequest } from '../bad-request.ts'

const firm = 'zhaojue-contractor'
const path = '/api/reporting/513431/transactions'
const key = { 'idempotency-key': 'bad-input-1' }

const send =
  (query: string, headers: Record<string, string>, payload = 'order\n1\n') =>
  () => ({
    method: 'POST' as const,
    url: `${path}${query}`,
    headers: { 'content-type': 'text/csv', ...headers },
    payload,
  })

/** Submissions of transactions that are refused before anything is kept. */
export const reportingCases: readonly BadRequest[] = [
  {
    name: 'reporting: a stranger sends a file',
    send: send('', key),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'reporting: a contractor reports for another county',
    who: firm,
    send: () => ({ ...send('', key)(), url: '/api/reporting/511923/transactions' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'reporting: no idempotency key',
    who: firm,
    send: send('', {}),
    status: 400,
    code: 'idempotency-key-needed',
    says: '请用请求头 Idempotency-Key 给这次报送一个编号（8至100个字符），重发时用同一个。',
    where: 'idempotency-key',
  },
  {
    name: 'reporting: a picture instead of a file of rows',
    who: firm,
    send: send('', { ...key, 'content-type': 'image/png' }),
    status: 400,
    code: 'format-unknown',
    says: '内容类型应为 text/csv、application/x-ndjson、application/json，或用 fileName 说明。',
    where: 'content-type',
  },
  {
    name: 'reporting: a correction without a reason',
    who: firm,
    send: send('?kind=correction', key),
    status: 400,
    code: 'reason-needed',
    says: '更正须写明原因。',
    where: 'query.reason',
  },
  {
    name: 'reporting: for another firm',
    who: firm,
    send: send('?contractor=91511923MA6DEMA26R', key),
    status: 400,
    code: 'contractor-needed',
    says: '只能报送本单位的数据；本单位须登记统一社会信用代码。',
    where: 'query.contractor',
  },
  {
    name: 'reporting: validating a file without the header of the template',
    who: firm,
    send: send('?validate=1', {}),
    status: 400,
    code: 'header-wrong',
    says: '第一行表头缺少：交易时间、方向、商品类别码、数量、金额（元）、卖方所在地、买方所在地、渠道；请按模板（jincun template transactions --csv）写表头。',
  },
  {
    name: 'reporting: validating JSON that is no list of rows',
    who: firm,
    send: send('?validate=1', { 'content-type': 'application/json' }, '{"orders":1}'),
    status: 400,
    code: 'json-not-rows',
    says: '应为 JSON 数组，或 {"rows": […]}。',
  },
]
