import { get, id, json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

const who = 'centre'
const at = '/api/settlement/2020'
const approve = (change: object) =>
  json('POST', `${at}/approvals`, { id: id(220), provinceCode: '510000', approved: 17, reason: '按方案核定', ...change })
const advance = (change: object) =>
  json('POST', `${at}/advances`, {
    id: id(221),
    provinceCode: '510000',
    amountYuan: '200000000',
    document: '财建〔2019〕1号',
    allottedOn: '2019-11-20',
    ...change,
  })
const review = (change: object) =>
  json('POST', `${at}/plan-reviews`, { id: id(222), provinceCode: '510000', score: '90', comment: '方案完整', ...change })
const final = '/api/final-lists/2020/510000'
const saveFinal = (change: object) =>
  json('PUT', final, { listId: id(223), changeId: id(224), seenVersion: 0, entries: [], letter: null, reasons: {}, ...change })

/** Final quotas, money and final lists. */
export const settlementCases: readonly BadRequest[] = [
  {
    name: 'a plan scored 101',
    who,
    send: () => review({ score: '101' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.score：得分应为 0–100，最多两位小数',
    where: 'body.score',
  },
  {
    name: 'a plan scored by a province',
    who: 'sichuan-commerce',
    send: () => review({}),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'the plan of a province that submitted none',
    who,
    send: () => review({}),
    status: 409,
    code: 'list-not-submitted',
    says: '该省尚未按规定报送方案，不能评审。',
  },
  {
    name: 'an approval of −1 counties',
    who,
    send: () => approve({ approved: -1 }),
    status: 400,
    code: 'invalid-input',
    says: 'body.approved：至少为 0',
    where: 'body.approved',
  },
  {
    name: 'an approval for a county',
    who,
    send: () => approve({ provinceCode: '513431' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.provinceCode：应为省级代码，如 510000',
    where: 'body.provinceCode',
  },
  {
    name: 'an approval for no province',
    who,
    send: () => approve({ provinceCode: '990000' }),
    status: 409,
    code: 'list-not-submitted',
    says: '该省没有按规定报送排序名单，不能核定数量；如应重新开放，请先作出裁定。',
  },
  {
    name: 'an approval before the province submitted',
    who,
    send: () => approve({}),
    status: 409,
    code: 'list-not-submitted',
    says: '该省没有按规定报送排序名单，不能核定数量；如应重新开放，请先作出裁定。',
  },
  {
    name: 'an advance in words',
    who,
    send: () => advance({ amountYuan: '两亿' }),
    status: 400,
    code: 'amount-unreadable',
    says: '金额写的是“两亿”，应为元，最多两位小数，如 15000000。',
    where: 'amountYuan',
  },
  {
    name: 'a correction below zero',
    who,
    send: () => advance({ amountYuan: '-9000000000' }),
    status: 400,
    code: 'advance-below-zero',
    says: '更正后的预拨数小于零，请核对金额。',
    where: 'amountYuan',
  },
  {
    name: 'an advance of nothing',
    who,
    send: () => advance({ amountYuan: '0' }),
    status: 400,
    code: 'amount-unreadable',
    says: '金额写的是“0”，应为元，最多两位小数，如 15000000。',
    where: 'amountYuan',
  },
  {
    name: 'an advance finer than a fen',
    who,
    send: () => advance({ amountYuan: '0.001' }),
    status: 400,
    code: 'amount-unreadable',
    says: '金额写的是“0.001”，应为元，最多两位小数，如 15000000。',
    where: 'amountYuan',
  },
  {
    name: 'an advance that no database holds',
    who,
    send: () => advance({ amountYuan: '9'.repeat(30) }),
    status: 400,
    code: 'number-out-of-range',
    says: '有数字超出可保存的范围，请核对单位和位数。',
  },
  {
    name: 'an advance on 30 February',
    who,
    send: () => advance({ allottedOn: '2020-02-30' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.allottedOn：日期写作 2019-11-20',
    where: 'body.allottedOn',
  },
  {
    name: 'an advance by no document',
    who,
    send: () => advance({ document: '' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.document：请填写下达文件文号',
    where: 'body.document',
  },
  {
    name: 'a settlement before the numbers are approved',
    who,
    send: () => json('POST', `${at}/settlements`, { id: id(225), acceptsAssumedStandard: true }),
    status: 409,
    code: 'lists-open',
    says: '还有30个省可以报送名单（如北京市），期限过后才能结算。',
  },
  {
    name: 'the settlement of a year without policy',
    who,
    send: () => get('/api/settlement/2031'),
    status: 422,
    code: 'policy-missing',
    says: '政策数据缺少所需的值，请补充 policy/parameters/ranked-list-deadline.yaml。',
  },
  {
    name: 'a final list by another province',
    who: 'guizhou-commerce',
    send: () => saveFinal({}),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a final list with a letter of 31 June',
    who: 'sichuan-commerce',
    send: () => saveFinal({ letter: { number: '川府函〔2020〕1号', date: '2020-06-31', signedBy: '省长' } }),
    status: 400,
    code: 'invalid-input',
    says: 'body.letter.date：应为日历上的日期，如 2020-05-29',
    where: 'body.letter.date',
  },
  {
    name: 'the submission of a final list that is not there',
    who: 'sichuan-commerce',
    send: () => json('POST', `${final}/submission`, { id: id(226), seenVersion: 1 }),
    status: 404,
    code: 'no-final-list',
    says: '本省还没有建立最终名单。',
  },
  {
    name: 'the publication of a final list that is not there',
    who,
    send: () => json('POST', `${final}/publication`, { id: id(227) }),
    status: 404,
    code: 'no-final-list',
    says: '本省还没有建立最终名单。',
  },
]
