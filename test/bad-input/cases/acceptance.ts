import { bytes, id, json } from '../bad-request.ts'
import type { World } from '../bad-request.ts'
import { text } from '../files.ts'
import { field, noFile, noRecord, notPermitted, strange, rowsOf } from './rows.ts'

const firm = 'zhaojue-contractor'
const office = 'zhaojue-office'
const province = 'sichuan-commerce'
const at = '/api/acceptance/513431'

const request =
  (change: object) =>
  ({ register }: World) =>
    json('POST', `${at}/requests`, { id: id(700), contractId: register.contract.id, statement: '（演示）已完成', ...change })
const deliver =
  (change: object) =>
  ({ register }: World) =>
    json('POST', `${at}/deliveries`, {
      id: id(701),
      contractId: register.contract.id,
      item: 'project-progress',
      month: '2020-04',
      rows: 1,
      fileId: id(799),
      ...change,
    })
const step = (path: string, body: object) => () => json('POST', `${at}/requests/${id(702)}/${path}`, body)
const visit =
  (change: object) =>
  ({ register }: World) =>
    json('POST', `${at}/requests/${id(702)}/county-visits`, {
      id: id(703),
      siteId: register.siteId,
      visitedOn: '2020-05-20',
      items: [{ itemId: 'area', value: 600, note: '', evidenceFileIds: [] }],
      ...change,
    })
const operation =
  (change: object) =>
  ({ register }: World) =>
    json('POST', `${at}/operation-checks`, {
      id: id(704),
      acceptanceId: id(702),
      siteId: register.siteId,
      checkedOn: '2020-05-20',
      state: 'operating',
      lastActivityOn: null,
      note: '',
      photoFileId: null,
      ...change,
    })

const nothing = { placeCode: '', route: '', longitude: null, latitude: null, areaSquareMetres: null, residents: null, poorVillage: null }
const money = { centralFen: '0', investmentFen: '0', premises: 'existing' }
const correction =
  (change: object) =>
  ({ register: { siteId, project } }: World) => {
    const site = { ...nothing, ...money, id: siteId, projectId: project.id, kind: 'other', name: '（演示）站点', address: '' }
    return json('POST', `${at}/site-corrections`, { id: id(708), site, seenVersion: 1, reason: '（演示）地址有误', ...change })
  }

/** Acceptance: the request, data deliveries, visits, the draw, the result and checks of operation. */
export const acceptanceCases = rowsOf([
  ['acceptance of work that goes on', firm, request({}), [409, 'project-not-completed', '项目还没有报建设完成，不能申请验收。']],
  ['acceptance of somebody else’s contract', firm, request({ contractId: id(799) }), noRecord],
  ['acceptance asked by the office', office, request({}), notPermitted],
  ['acceptance that says it is accepted', firm, request({ state: 'accepted' }), strange('state')],
  ['data of month 13', firm, deliver({ month: '2020-13' }), field('body.month', '应为月份，如 2020-05')],
  ['data of no rows', firm, deliver({ rows: 0 }), field('body.rows', '空的数据不算交付')],
  [
    'data of next month',
    firm,
    deliver({ month: '2020-06' }),
    [400, 'data-not-agreed', '数据协议没有约定报这一项，或月份还没有到。', 'item'],
  ],
  [
    'data that were not agreed',
    firm,
    deliver({ item: 'secrets' }),
    [400, 'data-not-agreed', '数据协议没有约定报这一项，或月份还没有到。', 'item'],
  ],
  ['data in a file that was never sent', firm, deliver({}), noFile],
  ['data of somebody else’s contract', firm, deliver({ contractId: id(799) }), noRecord],
  ['data by the office', office, deliver({}), notPermitted],
  [
    'a data file that is a program',
    firm,
    () => bytes(`${at}/files?id=${id(705)}&name=a.xlsx`, text('MZ')),
    [400, 'file-type-not-allowed', '文件“a.xlsx”的类型不允许；请改为 PDF、PNG、JPG、DOCX 或 XLSX。', 'file'],
  ],
  ['a visit of no request', office, visit({}), noRecord],
  ['a visit that looked at nothing', office, visit({ items: [] }), field('body.items', '至少 1 项')],
  [
    'a visit that measured −1',
    office,
    visit({ items: [{ itemId: 'area', value: -1, note: '', evidenceFileIds: [] }] }),
    field('body.items.0.value', '至少为 0'),
  ],
  ['a visit by the contractor', firm, visit({}), notPermitted],
  ['a county check of no request', office, step('county-check', {}), noRecord],
  ['a county check with a result of its own', office, step('county-check', { state: 'accepted' }), strange('state')],
  ['a draw by a seed of one’s own', province, step('sample', { id: id(706), seed: '2020-05-20 收盘' }), strange('seed')],
  ['a draw of no request', province, step('sample', { id: id(706) }), noRecord],
  ['a draw by the county', office, step('sample', { id: id(706) }), notPermitted],
  ['a result of no request', province, step('result', { id: id(707) }), noRecord],
  ['a result by the county', office, step('result', { id: id(707) }), notPermitted],
  ['a correction without a reason', office, correction({ reason: ' ' }), field('body.reason', '请写明理由')],
  [
    'a correction of a site that may still be changed',
    office,
    correction({}),
    [409, 'sites-not-fixed', '项目还没有申请验收，站点可以直接修改，不需要更正。'],
  ],
  ['a correction by the contractor', firm, correction({}), notPermitted],
  ['a check of what was not accepted', office, operation({}), noRecord],
  ['a check of 2020-5-20', office, operation({ checkedOn: '2020-5-20' }), field('body.checkedOn', '应为日期，如 2020-12-31')],
  [
    'a check that saw a ghost',
    office,
    operation({ state: 'haunted' }),
    field('body.state', '应为以下之一：operating、closed、other-business、not-reached'),
  ],
])
