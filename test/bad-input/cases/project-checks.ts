import { bytes, get, id, json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

const at = '/api/projects/513431'
const spending = { lineId: 'a', name: '站点电脑', category: '', under: '', centralFen: '0' }
const notPermitted = { status: 403, code: 'not-permitted', says: '您的角色或辖区不允许此操作。' } as const

/** What pages ask before a county has written anything, and photos of those who visit. */
export const projectCheckCases: readonly BadRequest[] = [
  {
    name: 'kinds of spending asked for by the contractor',
    who: 'zhaojue-contractor',
    send: () => json('POST', `${at}/spending-checks`, { year: 2020, spendings: [spending] }),
    ...notPermitted,
  },
  {
    name: 'kinds of spending of an amount below zero',
    who: 'zhaojue-office',
    send: () => json('POST', `${at}/spending-checks`, { year: 2020, spendings: [{ ...spending, centralFen: '-1' }] }),
    status: 400,
    code: 'invalid-input',
    says: 'body.spendings.0.centralFen：金额应为不小于 0 的整数分',
    where: 'body.spendings.0.centralFen',
  },
  {
    name: 'findings of a plan that has no line yet',
    who: 'zhaojue-office',
    send: () => json('POST', `${at}/plan-draft-findings`, { year: 2020, lines: [], reasons: {} }),
    status: 400,
    code: 'invalid-input',
    says: 'body.lines：至少 1 项',
    where: 'body.lines',
  },
  {
    name: 'the form of a contract opened by the province',
    who: 'sichuan-commerce',
    send: () => get(`${at}/contract-form?year=2020`),
    ...notPermitted,
  },
  {
    name: 'a photo of a sample visit sent by the county itself',
    who: 'zhaojue-office',
    send: () => bytes(`/api/acceptance/513431/visit-files?id=${id(390)}&name=photo.png`, new Uint8Array([1])),
    ...notPermitted,
  },
]
