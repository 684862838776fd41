import { id, json } from '../bad-request.ts'
import { field, notPermitted, strange, rowsOf } from './rows.ts'

const paper = {
  id: id(400),
  amountYuan: '1000',
  budgetYear: 2020,
  batchYear: 2020,
  document: '（演示）1号',
  businessDate: '2020-05-20',
  reason: '',
}
const toProvince =
  (change: object, code = '510000') =>
  () =>
    json('POST', `/api/ledger/provinces/${code}/allotments`, { ...paper, direction: 'allot', ...change })
const toCounty =
  (change: object, code = '513431') =>
  () =>
    json('POST', `/api/ledger/counties/${code}/allotments`, { ...paper, direction: 'allot', ...change })
const contribute = (change: object) => () =>
  json('POST', '/api/ledger/counties/513431/contributions', { ...paper, source: 'local', ...change })
const reclaim = (change: object) => () => {
  const { amountYuan: _whole, ...whole } = paper
  return json('POST', '/api/ledger/counties/513431/reclaims', { ...whole, reason: '逾期未用', ...change })
}
const reclaimOwn =
  (change: object, code = '510000') =>
  () => {
    const { amountYuan: _whole, ...whole } = paper
    return json('POST', `/api/ledger/provinces/${code}/reclaims`, { ...whole, reason: '逾期未用', ...change })
  }
const reassign = (change: object) => () =>
  json('POST', '/api/ledger/provinces/510000/reassignments', {
    ...paper,
    toBudgetYear: 2020,
    toBatchYear: 2020,
    reason: '农村流通',
    ...change,
  })
const correct =
  (change: object, movement = id(499)) =>
  () =>
    json('POST', `/api/ledger/movements/${movement}/corrections`, {
      id: id(401),
      businessDate: '2020-05-20',
      document: '',
      reason: '记错',
      ...change,
    })

/** Money between governments: allotted, contributed, taken back, reassigned, corrected. */
export const ledgerCases = rowsOf([
  [
    'an allotment in words',
    'sichuan-finance',
    toCounty({ amountYuan: '一千' }),
    [400, 'amount-unreadable', '金额写的是“一千”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'an allotment of nothing',
    'sichuan-finance',
    toCounty({ amountYuan: '0' }),
    [400, 'amount-unreadable', '金额写的是“0”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'an allotment below zero',
    'sichuan-finance',
    toCounty({ amountYuan: '-1' }),
    [400, 'amount-unreadable', '金额写的是“-1”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'an allotment finer than a fen',
    'sichuan-finance',
    toCounty({ amountYuan: '1.001' }),
    [400, 'amount-unreadable', '金额写的是“1.001”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'an allotment that no database holds',
    'sichuan-finance',
    toCounty({ amountYuan: '9'.repeat(29) }),
    [400, 'number-out-of-range', '有数字超出可保存的范围，请核对单位和位数。'],
  ],
  [
    'an allotment of more than the province has',
    'sichuan-finance',
    toCounty({ amountYuan: '99999999999' }),
    [409, 'money-short', '“2020年 待安排资金”余额不足，还差99,857,999,999.00元，没有记账。请减少金额，或先安排资金。', 'amountYuan'],
  ],
  [
    'an allotment of tomorrow',
    'sichuan-finance',
    toCounty({ businessDate: '2020-05-21' }),
    [400, 'date-in-future', '业务日期不能晚于今天。', 'businessDate'],
  ],
  [
    'an allotment before the year in which it could be advanced',
    'sichuan-finance',
    toCounty({ businessDate: '2018-12-31' }),
    [400, 'date-too-early', '业务日期不能早于2019-01-01，请核对文件日期和预算年度。', 'businessDate'],
  ],
  [
    'an allotment on 31 April',
    'sichuan-finance',
    toCounty({ businessDate: '2020-04-31' }),
    field('body.businessDate', '日期写作 2020-05-20'),
  ],
  ['an allotment by no document', 'sichuan-finance', toCounty({ document: ' ' }), field('body.document', '请填写文号')],
  ['an allotment of the budget of 1999', 'sichuan-finance', toCounty({ budgetYear: 1999 }), field('body.budgetYear', '至少为 2014')],
  ['an allotment that says more than is asked', 'sichuan-finance', toCounty({ realm: 'live' }), strange('realm')],
  ['an allotment to a county of another province', 'sichuan-finance', toCounty({}, '520111'), notPermitted],
  [
    'an allotment to no county',
    'sichuan-finance',
    toCounty({}, '519999'),
    [404, 'no-such-place', '没有代码为519999的地区。', 'countyCode'],
  ],
  ['an allotment to a word', 'sichuan-finance', toCounty({}, 'zhaojue'), field('params.countyCode', '格式不对')],
  ['an allotment by the county itself', 'zhaojue-finance', toCounty({}), notPermitted],
  ['an allotment of the centre by a province', 'sichuan-finance', toProvince({}), notPermitted],
  [
    'an allotment of the centre to no province',
    'centre',
    toProvince({}, '990000'),
    [404, 'no-such-place', '没有代码为990000的地区。', 'countyCode'],
  ],
  [
    'an allotment in a direction that is none',
    'centre',
    toProvince({ direction: 'keep' }),
    field('body.direction', '应为以下之一：allot、give-back'),
  ],
  [
    'a match of nothing',
    'zhaojue-finance',
    contribute({ amountYuan: '' }),
    [400, 'amount-unreadable', '金额写的是“”，应为大于零的元数，最多两位小数，如 15000000。', 'amountYuan'],
  ],
  [
    'a match from the centre',
    'zhaojue-finance',
    contribute({ source: 'central' }),
    field('body.source', '应为以下之一：local、enterprise'),
  ],
  ['a match of another county', 'pingchang-finance', contribute({}), notPermitted],
  [
    'a match of tomorrow',
    'zhaojue-finance',
    contribute({ businessDate: '2020-05-21' }),
    [400, 'date-in-future', '业务日期不能晚于今天。', 'businessDate'],
  ],
  [
    'a match before its budget year',
    'zhaojue-finance',
    contribute({ businessDate: '2019-12-31' }),
    [400, 'date-too-early', '业务日期不能早于2020-01-01，请核对文件日期和预算年度。', 'businessDate'],
  ],
  [
    'money of 2018 taken back before it could be',
    'sichuan-finance',
    reclaim({ budgetYear: 2018, batchYear: 2018, businessDate: '2019-12-31' }),
    [400, 'date-too-early', '业务日期不能早于2020-01-01，请核对文件日期和预算年度。', 'businessDate'],
  ],
  [
    'a pool reassigned before the year that does so',
    'sichuan-finance',
    reassign({ businessDate: '2019-12-31' }),
    [400, 'date-too-early', '业务日期不能早于2020-01-01，请核对文件日期和预算年度。', 'businessDate'],
  ],
  ['money of this year taken back', 'sichuan-finance', reclaim({}), [409, 'not-yet-carried-over', '2020年的资金到2022-01-01才可收回。']],
  [
    'money taken back without a reason',
    'sichuan-finance',
    reclaim({ reason: '' }),
    [409, 'not-yet-carried-over', '2020年的资金到2022-01-01才可收回。'],
  ],
  ['money taken back by the county', 'zhaojue-finance', reclaim({ budgetYear: 2018, batchYear: 2018 }), notPermitted],
  ['a pool reassigned for nothing', 'sichuan-finance', reassign({ reason: '' }), field('body.reason', '请写明用途')],
  [
    'a pool that is empty',
    'sichuan-finance',
    reassign({}),
    [409, 'money-short', '“2020年 收回资金”余额不足，还差1,000.00元，没有记账。请减少金额，或先安排资金。', 'amountYuan'],
  ],
  ['a correction of nothing', 'zhaojue-finance', correct({}), [404, 'no-such-movement', '没有这笔资金流转，或不在您的辖区。']],
  ['a correction of the ledger without a reason', 'zhaojue-finance', correct({ reason: '' }), field('body.reason', '请写明更正原因')],
  ['a correction by a reader', 'zhaojue-leader', correct({}), notPermitted],
  ['a correction of a word', 'zhaojue-finance', correct({}, 'all'), field('params.id', '编号格式不对，应为 UUID')],
  [
    'a province’s own money of this year taken back',
    'sichuan-finance',
    reclaimOwn({ budgetYear: 2020, batchYear: 2020 }),
    [409, 'not-yet-carried-over', '2020年的资金到2022-01-01才可收回。'],
  ],
  ['a province’s own money without a document', 'sichuan-finance', reclaimOwn({ document: '' }), field('body.document', '请填写文号')],
  ['the own money of another province', 'sichuan-finance', reclaimOwn({}, '520000'), notPermitted],
])
