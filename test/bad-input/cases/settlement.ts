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
  { name: 'a plan scored 101', who, send: () => review({ score: '101' }), status: 400, code: '', says: '' },
  { name: 'a plan scored by a province', who: 'sichuan-commerce', send: () => review({}), status: 403, code: '', says: '' },
  { name: 'the plan of a province that submitted none', who, send: () => review({}), status: 409, code: '', says: '' },
  { name: 'an approval of −1 counties', who, send: () => approve({ approved: -1 }), status: 400, code: '', says: '' },
  { name: 'an approval for a county', who, send: () => approve({ provinceCode: '513431' }), status: 400, code: '', says: '' },
  { name: 'an approval for no province', who, send: () => approve({ provinceCode: '990000' }), status: 404, code: '', says: '' },
  { name: 'an approval before the province submitted', who, send: () => approve({}), status: 409, code: '', says: '' },
  { name: 'an advance in words', who, send: () => advance({ amountYuan: '两亿' }), status: 400, code: '', says: '' },
  { name: 'a correction below zero', who, send: () => advance({ amountYuan: '-9000000000' }), status: 400, code: '', says: '' },
  { name: 'an advance of nothing', who, send: () => advance({ amountYuan: '0' }), status: 400, code: '', says: '' },
  { name: 'an advance finer than a fen', who, send: () => advance({ amountYuan: '0.001' }), status: 400, code: '', says: '' },
  { name: 'an advance that no database holds', who, send: () => advance({ amountYuan: '9'.repeat(30) }), status: 400, code: '', says: '' },
  { name: 'an advance on 30 February', who, send: () => advance({ allottedOn: '2020-02-30' }), status: 400, code: '', says: '' },
  { name: 'an advance by no document', who, send: () => advance({ document: '' }), status: 400, code: '', says: '' },
  {
    name: 'a settlement before the numbers are approved',
    who,
    send: () => json('POST', `${at}/settlements`, { id: id(225), acceptsAssumedStandard: true }),
    status: 409,
    code: '',
    says: '',
  },
  { name: 'the settlement of a year without policy', who, send: () => get('/api/settlement/2031'), status: 422, code: '', says: '' },
  { name: 'a final list by another province', who: 'guizhou-commerce', send: () => saveFinal({}), status: 403, code: '', says: '' },
  {
    name: 'a final list with a letter of 31 June',
    who: 'sichuan-commerce',
    send: () => saveFinal({ letter: { number: '川府函〔2020〕1号', date: '2020-06-31', signedBy: '省长' } }),
    status: 400,
    code: '',
    says: '',
  },
  {
    name: 'the submission of a final list that is not there',
    who: 'sichuan-commerce',
    send: () => json('POST', `${final}/submission`, { id: id(226), seenVersion: 1 }),
    status: 404,
    code: '',
    says: '',
  },
  {
    name: 'the publication of a final list that is not there',
    who,
    send: () => json('POST', `${final}/publication`, { id: id(227) }),
    status: 404,
    code: '',
    says: '',
  },
]
