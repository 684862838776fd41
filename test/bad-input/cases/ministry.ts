import { json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

const office = 'pingchang-office'
const base = '/api/ministry/511923'
const form = '/api/reporting/513431/forms/monthly-logistics/2020-04'
const id = '0197c000-0000-7000-8000-000000000001'
const row = {
  township_coverage: '100',
  village_coverage: '50',
  county_to_township_carriers: '4',
  township_to_village_carriers: '2',
  parcels_received: '9',
  parcels_sent: '8',
}
const handIn = (body: object, path = form) => json('POST', path, { id, rows: [row], seenVersion: 0, ...body })

/** Forms and reports to the ministry that are refused before anything is kept or sent. */
export const ministryCases: readonly BadRequest[] = [
  {
    name: 'forms: a cell that is no number',
    who: 'zhaojue-office',
    send: () => handIn({ rows: [{ ...row, parcels_sent: '约8件' }] }),
    status: 400,
    code: 'form-has-faults',
    says: '第1行 当月发件数量（件）：“约8件”不是数字；请只写数字和小数点（共1处，没有保存）。',
    where: '第1行 当月发件数量（件）',
  },
  {
    name: 'forms: a month for a yearly form',
    who: 'zhaojue-office',
    send: () => handIn({}, '/api/reporting/513431/forms/annual-county-economy/2020-04'),
    status: 404,
    code: 'no-such-form',
    says: '没有这种报表，或期间写法不对：月报写 2020-05，年报写 2020。',
  },
  {
    name: 'forms: a contractor hands in for the county',
    who: 'zhaojue-contractor',
    send: () => handIn({}),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'ministry: a stranger sends',
    send: () => json('POST', `${base}/sending`, {}),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'ministry: the office of another county makes a report',
    who: 'zhaojue-office',
    send: () => json('POST', `${base}/days/2020-04-20/message`, { id, seenVersion: 0 }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'ministry: sending without an address',
    who: office,
    send: () => json('POST', `${base}/sending`, {}),
    status: 409,
    code: 'no-endpoint',
    says: '还没有设置部系统的接口地址；请系统管理员在“上报设置”里填写。',
  },
  {
    name: 'ministry: a report of a day that is not over',
    who: office,
    send: () => json('POST', `${base}/days/2020-05-20/message`, { id, seenVersion: 0 }),
    status: 409,
    code: 'day-not-over',
    says: '这一天还没有结束。',
  },
  {
    name: 'ministry: an enterprise code of other marks',
    who: office,
    send: () => json('PUT', `${base}/settings`, { system: 'mofcom-2019', enterpriseCode: '51-19', startsOn: '2020-05-01', seenVersion: 1 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.enterpriseCode：企业编码应为4至32位字母或数字',
    where: 'body.enterpriseCode',
  },
  {
    name: 'ministry: a system that is not there',
    who: office,
    send: () =>
      json('PUT', `${base}/settings`, { system: 'mofcom-1999', enterpriseCode: '5119230030', startsOn: '2020-05-01', seenVersion: 1 }),
    status: 400,
    code: 'no-such-system',
    says: '没有这一版部系统。',
    where: 'system',
  },
  {
    name: 'ministry: a station without the ministry’s code and without a reason',
    who: office,
    send: () => json('PUT', `${base}/stations/5119230001`, { code: '', name: '', kind: 'village', seenVersion: 1 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.code：请填写部里的站点编码和名称，或写明不上报的原因',
    where: 'body.code',
  },
  {
    name: 'ministry: an address with a password in it',
    who: 'administrator',
    send: () => json('PUT', `${base}/endpoint`, { address: 'http://a:b@127.0.0.1/', seenVersion: 0 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.address：地址中不能有用户名和密码',
    where: 'body.address',
  },
]
