import { demoId } from '@jincun/identity'
import { id, json } from '../bad-request.ts'
import type { BadRequest } from '../bad-request.ts'

const organisation = {
  id: id(100),
  name: '（演示）试验单位',
  kind: 'contractor',
  socialCreditCode: '91350100M000100Y43',
  placeCode: '513431',
}
const person = {
  id: id(101),
  username: 'new-person',
  name: '新人',
  organisationId: demoId('zhaojue-office'),
  password: 'a long enough password 1',
  grants: [{ role: 'county-programme-office', placeCode: '513431' }],
}

/** Organisations, people and their roles. */
export const administrationCases: readonly BadRequest[] = [
  {
    name: 'an organisation with a wrong check digit',
    who: 'administrator',
    send: () => json('POST', '/api/organisations', { ...organisation, socialCreditCode: '91350100M000100Y44' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.socialCreditCode：统一社会信用代码校验位不符（GB 32100）',
    where: 'body.socialCreditCode',
  },
  {
    name: 'an organisation at no place',
    who: 'administrator',
    send: () => json('POST', '/api/organisations', { ...organisation, placeCode: '5134' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.placeCode：应为六位行政区划代码',
    where: 'body.placeCode',
  },
  {
    name: 'a person with a short password',
    who: 'administrator',
    send: () => json('POST', '/api/people', { ...person, password: '123456' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.password：密码至少 12 位',
    where: 'body.password',
  },
  {
    name: 'a county role for a province',
    who: 'administrator',
    send: () => json('POST', '/api/people', { ...person, grants: [{ role: 'county-government', placeCode: '510000' }] }),
    status: 400,
    code: 'invalid-input',
    says: 'body.grants.0：角色与地区级别不符',
    where: 'body.grants.0',
  },
  {
    name: 'a role nobody knows',
    who: 'administrator',
    send: () => json('POST', '/api/people', { ...person, grants: [{ role: 'root', placeCode: '000000' }] }),
    status: 400,
    code: 'invalid-input',
    says: 'body.grants.0.role：应为以下之一：central-authority、provincial-commerce、provincial-finance、provincial-poverty、county-government、county-programme-office、county-finance、county-leader、reviewer、third-party-assessor、contractor、station-keeper、system-administrator、audit-administrator',
    where: 'body.grants.0.role',
  },
  {
    name: 'a username that is taken',
    who: 'administrator',
    send: () => json('POST', '/api/people', { ...person, username: 'centre' }),
    status: 409,
    code: 'already-exists',
    says: '同样的记录已经存在，请刷新后再试。',
  },
  {
    name: 'a person of no organisation',
    who: 'administrator',
    send: () => json('POST', '/api/people', { ...person, organisationId: id(99) }),
    status: 404,
    code: 'not-found',
    says: '没有找到这个单位。',
  },
  {
    name: 'a person added by a county',
    who: 'zhaojue-government',
    send: () => json('POST', '/api/people', person),
    status: 403,
    code: 'not-permitted',
    says: '您的角色或辖区不允许此操作。',
  },
  {
    name: 'a role for a person nobody knows',
    who: 'administrator',
    send: () => json('POST', `/api/people/${id(98)}/grants`, { id: id(11), grant: { role: 'reviewer', placeCode: '510000' } }),
    status: 404,
    code: 'reference-not-found',
    says: '所引用的记录不存在，请刷新后重新选择。',
  },
  {
    name: 'the end of a role nobody has',
    who: 'administrator',
    send: () => json('DELETE', `/api/grants/${id(97)}`, {}),
    status: 404,
    code: 'not-found',
    says: '没有找到这项角色。',
  },
]
