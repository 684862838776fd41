import { demoId } from '@jincun/identity'
import { bytes, id, json } from '../bad-request.ts'
import type { World } from '../bad-request.ts'
import { text } from '../files.ts'
import { field, noFile, noRecord, notPermitted, strange, rowsOf } from './rows.ts'

const who = 'zhaojue-office'
const at = '/api/projects/513431'
type Change = object
const put = (path: string, body: object) => json('PUT', `${at}/${path}`, { ...body, seenVersion: 0 })

const contract =
  (change: Change) =>
  ({ register }: World) => {
    const { id: _i, countyCode: _c, version: _v, state: _s, signedOn: _d, party: _p, ...content } = register.contract
    return put(`contracts/${id(602)}`, { ...content, number: '（演示）坏', ...change })
  }
const line = (change: Change) => (world: World) => contract({ lines: [{ ...world.register.contract.lines[0], ...change }] })(world)
const contractor =
  (change: Change) =>
  ({ register }: World) =>
    put(`contractors/${id(603)}`, { ...register.contractor, ...change })
const procurement =
  (change: Change) =>
  ({ register }: World) => {
    const { id: _id, state: _state, ...content } = register.procurement
    return put(`procurements/${id(604)}`, { ...content, award: null, bids: [], ...change })
  }
const procure =
  (step: string, change: Change = {}) =>
  ({ register }: World) => {
    const { id: key, state: _state, ...content } = register.procurement
    return json('POST', `${at}/procurements/${key}/steps`, { step, content: { ...content, seenVersion: 1, ...change } })
  }
const plan =
  (change: Change) =>
  ({ register }: World) =>
    json('POST', `${at}/plans`, { id: id(605), year: 2020, lines: register.planLines, reason: '（演示）调整', reasons: {}, ...change })
const planLine = (change: Change) => (world: World) => plan({ lines: [{ ...world.register.planLines[0], ...change }] })(world)
const sign = (key: string, body: object) => () => json('POST', `${at}/contracts/${key}/signature`, body)
const change =
  (body: object) =>
  ({ register }: World) =>
    json('POST', `${at}/contracts/${register.contract.id}/changes`, {
      id: id(606),
      kind: 'schedule',
      reason: '雨季',
      after: register.contract,
      ...body,
    })
const ruling =
  (body: object) =>
  ({ register }: World) =>
    json('POST', `${at}/rulings`, {
      id: id(607),
      door: 'contract-line',
      recordId: register.contract.id,
      lineId: 'shelves',
      name: register.contract.lines.find(({ id: lineId }) => lineId === 'shelves')?.name,
      decision: 'permitted',
      reason: '核',
      ...body,
    })
const asset =
  (body: object) =>
  ({ register }: World) =>
    put(`assets/${id(608)}`, {
      contractId: register.contract.id,
      contractLineId: 'shelves',
      number: '513431-ZC-9001',
      name: '货架',
      model: '',
      serial: '',
      valueFen: '100',
      acquiredOn: '2020-04-20',
      siteId: null,
      place: '',
      keeper: '',
      photoFileId: null,
      state: 'in-use',
      ...body,
    })
const stock = (body: object) => () =>
  json('POST', `${at}/stock-takes`, {
    id: id(609),
    assetId: id(610),
    takenOn: '2020-05-20',
    found: true,
    state: 'in-use',
    longitude: null,
    latitude: null,
    note: '',
    photoFileId: null,
    ...body,
  })
const channel =
  (body: object, province = '510000') =>
  () =>
    json('POST', `/api/projects/${province}/tip-off-channel`, {
      id: id(612),
      year: 2020,
      name: '（演示）',
      phone: '028-12345678',
      url: '',
      ...body,
    })

/** Contracts, firms, procurement, rulings, assets and plans. */
export const contractCases = rowsOf([
  ['a contract without lines', who, contract({ lines: [] }), field('body.lines', '至少 1 项')],
  ['a contract line of half a piece', who, line({ quantity: 0.5 }), field('body.lines.0.quantity', '应为整数')],
  ['a contract line below zero', who, line({ amountFen: '-1' }), field('body.lines.0.amountFen', '金额应为不小于 0 的整数分')],
  ['a contract with an advance of 101 %', who, contract({ advanceBasisPoints: 10_100 }), field('body.advanceBasisPoints', '最多为 10000')],
  ['a contract with nobody’s file', who, contract({ contractorId: id(699) }), noRecord],
  ['a contract that says it is signed', who, contract({ state: 'signed' }), strange('state')],
  ['a signature of no contract', who, sign(id(699), { seenVersion: 1 }), noRecord],
  ['a signature without a version', who, sign(id(699), {}), field('body.seenVersion', '没有填写')],
  ['a change of nothing', who, change({}), [400, 'nothing-changed', '与原合同没有不同。']],
  ['a change without a reason', who, change({ reason: '' }), field('body.reason', '请写明理由')],
  [
    'a change of a kind that is none',
    who,
    change({ kind: 'favour' }),
    field('body.kind', '应为以下之一：amount、schedule、scope、milestones、party-details、guarantee、termination'),
  ],
  [
    'a change decided by its proposer’s office',
    who,
    () => json('POST', `${at}/contract-changes/${id(699)}/decision`, { approve: true, reason: '好' }),
    notPermitted,
  ],
  [
    'a change that nobody proposed',
    'zhaojue-government',
    () => json('POST', `${at}/contract-changes/${id(699)}/decision`, { approve: true, reason: '好' }),
    noRecord,
  ],
  [
    'a firm whose code fails its check',
    who,
    contractor({ creditCode: '91513431MA6DEMA18X' }),
    field('body.creditCode', '统一社会信用代码校验不符（GB 32100）'),
  ],
  ['a firm without a representative', who, contractor({ legalRepresentative: '' }), field('body.legalRepresentative', '请填写')],
  [
    'a procurement in a way of its own',
    who,
    procurement({ method: 'lottery' }),
    field('body.method', '应为以下之一：open-tender、negotiation、consultation、inquiry、single-source'),
  ],
  ['a procurement for words', who, procurement({ estimateFen: '很多' }), field('body.estimateFen', '金额应为不小于 0 的整数分')],
  ['a procurement of no project', who, procurement({ projectId: id(699) }), noRecord],
  ['a procurement awarded twice', who, procure('award'), [409, 'record-version', '记录已更新到第4版，请按最新内容再改。']],
  ['a procurement step that is none', who, procure('bless'), field('body.step', '应为以下之一：publish、open、award、cancel')],
  ['a ruling by the county', who, ruling({}), notPermitted],
  ['a ruling without a reason', 'sichuan-commerce', ruling({ reason: '' }), field('body.reason', '请写明理由')],
  [
    'a ruling on a line in no doubt',
    'sichuan-commerce',
    ruling({}),
    [409, 'line-not-doubtful', '只有存疑且已确认支出类别的支出需要裁定；属于负面清单的不能裁定放行。'],
  ],
  ['a ruling on no contract', 'sichuan-commerce', ruling({ recordId: id(699) }), noRecord],
  ['a ruling of maybe', 'sichuan-commerce', ruling({ decision: 'maybe' }), field('body.decision', '应为以下之一：permitted、prohibited')],
  ['an asset numbered by whim', who, asset({ number: '1号' }), field('body.number', '资产编号形如 513431-ZC-0001')],
  ['an asset of no contract', who, asset({ contractId: id(699) }), noRecord],
  ['an asset with a photo that was never sent', who, asset({ photoFileId: id(699) }), noFile],
  [
    'a stock-take of tomorrow',
    who,
    stock({ takenOn: '2020-05-21', assetId: demoId('zhaojue asset 1') }),
    [400, 'stock-take-in-the-future', '盘点日期不能晚于今天。', 'takenOn'],
  ],
  ['a stock-take of no asset', who, stock({}), noRecord],
  ['a stock-take by the contractor', 'zhaojue-contractor', stock({}), notPermitted],
  [
    'a photo of a sign that was never sent',
    who,
    ({ register }) => json('POST', `${at}/sign-photos`, { id: id(613), siteId: register.siteId, fileId: id(699), takenOn: '2020-05-20' }),
    noFile,
  ],
  [
    'a photo that is a program',
    who,
    () => bytes(`${at}/files?id=${id(614)}&name=a.png`, text('MZ')),
    [400, 'file-type-not-allowed', '文件“a.png”的类型不允许；请改为 PDF、PNG、JPG、DOCX 或 XLSX。', 'file'],
  ],
  [
    'a stock photo of no bytes',
    who,
    () => bytes(`${at}/stock-photos?id=${id(614)}&name=a.png`, new Uint8Array()),
    [400, 'file-empty', '文件“a.png”是空的；请选择有内容的文件。', 'file'],
  ],
  ['a plan without lines', who, plan({ lines: [] }), field('body.lines', '至少 1 项')],
  ['a plan that changes nothing', who, plan({}), [400, 'plan-not-changed', '与现行方案没有不同，不必报批；请先修改预算行。', 'lines']],
  ['a plan without a reason', who, plan({ reason: '' }), field('body.reason', '请写明理由')],
  [
    'a plan line in yuan with a point',
    who,
    planLine({ money: { centralFen: '1.5', localFen: '0', enterpriseFen: '0' } }),
    field('body.lines.0.money.centralFen', '金额应为不小于 0 的整数分'),
  ],
  ['a plan proposed by the contractor', 'zhaojue-contractor', plan({}), notPermitted],
  [
    'a plan that nobody proposed',
    'sichuan-commerce',
    () => json('POST', `${at}/plans/${id(699)}/decision`, { decision: 'approve', document: '1号', on: '2020-05-20' }),
    noRecord,
  ],
  [
    'a plan approved by no document',
    'sichuan-commerce',
    () => json('POST', `${at}/plans/${id(699)}/decision`, { decision: 'approve', document: '', on: '2020-05-20' }),
    field('body.document', '请填写批复文号'),
  ],
  [
    'a plan approved by the county',
    who,
    () => json('POST', `${at}/plans/${id(699)}/decision`, { decision: 'approve', document: '1号', on: '2020-05-20' }),
    notPermitted,
  ],
  ['a tip-off channel of letters', 'sichuan-commerce', channel({ phone: 'call me' }), field('body.phone', '电话只含数字和短横')],
  ['a tip-off channel of a county', 'sichuan-commerce', channel({}, '513431'), field('params.province', '应为省级代码')],
  ['a tip-off channel of another province', 'sichuan-commerce', channel({}, '520000'), notPermitted],
])
