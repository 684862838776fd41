import { get, id, json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

const designate = (change: object) =>
  json('POST', '/api/designations', {
    id: id(60),
    countyCode: '513431',
    year: 2020,
    from: '2020-06-25',
    way: 'incentive',
    document: '国办发〔2020〕9号',
    ...change,
  })
const who = 'centre'

/** Places and direct designation. */
export const designationCases: readonly BadRequest[] = [
  {
    name: 'the page of no county',
    who,
    send: () => get('/api/counties/999999'),
    status: 404,
    code: 'unknown-county-code',
    says: '县级代码 999999 不在 2020 年 6 月和 12 月两版代码表中，请核对后重填或按名称查找。',
    where: 'code',
  },
  {
    name: 'the page of no province',
    who,
    send: () => get('/api/provinces/990000/standing'),
    status: 404,
    code: 'unknown-province',
    says: '没有代码为 990000 的省级单位；省级代码形如 510000。',
    where: 'code',
  },
  {
    name: 'the place of no code',
    send: () => get('/api/places/999999'),
    status: 404,
    code: 'unknown-county-code',
    says: '县级代码 999999 不在 2020 年 6 月和 12 月两版代码表中，请核对后重填或按名称查找。',
    where: 'code',
  },
  {
    name: 'a designation of no county',
    who,
    send: () => designate({ countyCode: '519999' }),
    status: 404,
    code: 'unknown-county-code',
    says: '县级代码 519999 不在 2020 年 6 月和 12 月两版代码表中，请核对后重填或按名称查找。',
    where: 'county_code',
  },
  {
    name: 'a designation of a province',
    who,
    send: () => designate({ countyCode: '510000' }),
    status: 404,
    code: 'unknown-county-code',
    says: '县级代码 510000 不在 2020 年 6 月和 12 月两版代码表中，请核对后重填或按名称查找。',
    where: 'county_code',
  },
  {
    name: 'a designation on 31 June',
    who,
    send: () => designate({ from: '2020-06-31' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.from：日期写作 2020-06-25',
    where: 'body.from',
  },
  {
    name: 'a designation by no document',
    who,
    send: () => designate({ document: ' ' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.document：请填写文件名称或文号',
    where: 'body.document',
  },
  {
    name: 'a designation past the round',
    who,
    send: () => designate({ way: 'application' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.way：应为以下之一：incentive、region-wide',
    where: 'body.way',
  },
  {
    name: 'a designation by a province',
    who: 'sichuan-commerce',
    send: () => designate({}),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
]
