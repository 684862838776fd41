import { get, id, json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'
import { draft } from './draft.ts'

/** Who may do it, and where: roles and forged jurisdictions. */
export const jurisdictionCases: readonly BadRequest[] = [
  {
    name: 'another county’s application',
    who: 'pingchang-government',
    send: () => get(draft()),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'another county’s application under the own code',
    who: 'pingchang-government',
    send: () => get(draft().replace('/513431/', '/511923/')),
    status: 404,
    code: 'application-not-found',
    says: '没有这份申报，或不在您的辖区内。',
  },
  {
    name: 'an application for another county',
    who: 'pingchang-government',
    send: () => json('POST', '/api/applications', { id: id(6), countyCode: '513431', year: 2020, type: 'first' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a submission by the programme office',
    who: 'zhaojue-office',
    send: w => json('POST', draft('submission'), { id: id(7), version: w.draftVersion }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a ruling by another province',
    who: 'guizhou-commerce',
    send: () => json('POST', draft('rulings'), { id: id(8), lineId: 'a', lineName: 'a', decision: 'permitted', reason: '越权操作' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a publication by a province',
    who: 'sichuan-commerce',
    send: () => json('POST', '/api/allocations/2020/publication', { id: id(9), runId: id(10), issue: 1, reason: '越权' }),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'the audit log for a county',
    who: 'zhaojue-government',
    send: () => get('/api/audit'),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
]
