import { randomBytes } from 'node:crypto'
import { covers, jurisdictionPrefix, route } from '@jincun/http'
import type { Caller, Route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { z } from 'zod'
import { NewGrant, NewOrganisation, NewPerson } from '../index.ts'
import { hashPassword } from './sign-in-library.ts'
import * as store from './store.ts'

const Search = z.object({ search: z.string().max(60).default('') })
const ById = z.object({ id: z.uuid() })

const noSuch = (what: { zh: string; en: string }): Refusal => ({
  kind: 'not-found',
  code: 'not-found',
  message: { zh: `没有找到${what.zh}。`, en: `There is no such ${what.en}.` },
})
const beyond: Refusal = {
  kind: 'forbidden',
  code: 'grant-beyond-jurisdiction',
  message: { zh: '只能在自己的辖区内授予角色。', en: 'Roles can be granted within your own jurisdiction only.' },
}

/** Nobody hands out a role for a place beyond the jurisdiction in which they manage people. */
const maySettle = (caller: Caller, placeCode: string): boolean =>
  caller.grants.some(grant => grant.role === 'system-administrator' && covers(jurisdictionPrefix(grant.placeCode), placeCode))

const organisationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/organisations',
    action: 'people.read',
    summary: 'Organisations within the jurisdiction',
    query: Search,
    handle: async ({ tx, query }) => accept(await store.findOrganisations(tx, query.search)),
  }),
  route({
    method: 'POST',
    path: '/api/organisations',
    action: 'people.manage',
    summary: 'Add an organisation',
    body: NewOrganisation,
    place: ({ body }) => body.placeCode,
    handle: async ({ tx, body, caller, now, audit }) => {
      await store.insertOrganisation(tx, body, { realm: caller.realm, now })
      await audit({
        countyCode: body.placeCode,
        action: 'people.manage',
        recordKind: 'organisation',
        recordId: body.id,
        before: null,
        after: body,
      })
      return accept({ id: body.id })
    },
  }),
]

const personRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/people',
    action: 'people.read',
    summary: 'People and their roles within the jurisdiction',
    query: Search,
    handle: async ({ tx, query }) => accept(await store.findPeople(tx, query.search)),
  }),
  route({
    method: 'POST',
    path: '/api/people',
    action: 'people.manage',
    summary: 'Add a person with first roles',
    body: NewPerson,
    handle: async ({ tx, body, caller, now, newId, audit }) => {
      const organisation = await store.getOrganisation(tx, body.organisationId)
      if (!organisation) return refuse(noSuch({ zh: '这个单位', en: 'organisation' }))
      if (!body.grants.every(grant => maySettle(caller, grant.placeCode))) return refuse(beyond)
      await store.insertPerson(tx, body, organisation.placeCode, await hashPassword(body.password), { realm: caller.realm, now }, newId)
      const { password: _unsaid, ...after } = body
      await audit({
        countyCode: organisation.placeCode,
        action: 'people.manage',
        recordKind: 'person',
        recordId: body.id,
        before: null,
        after,
      })
      return accept({ id: body.id })
    },
  }),
  route({
    method: 'PUT',
    path: '/api/people/:id/active',
    action: 'people.manage',
    summary: 'Let a person in or keep them out',
    params: ById,
    body: z.strictObject({ active: z.boolean(), reason: z.string().trim().min(2).max(200) }),
    handle: async ({ tx, params, body, audit }) => {
      if ((await store.setActive(tx, params.id, body.active)) === 0) return refuse(noSuch({ zh: '这个人', en: 'person' }))
      await audit({
        countyCode: '000000',
        action: 'people.manage',
        recordKind: 'person',
        recordId: params.id,
        before: { active: !body.active },
        after: { active: body.active },
        reason: body.reason,
      })
      return accept({ id: params.id })
    },
  }),
]

const grantRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/people/:id/grants',
    action: 'people.manage',
    summary: 'Grant a role for a place',
    params: ById,
    body: z.strictObject({ id: z.uuid(), grant: NewGrant }),
    place: ({ body }) => body.grant.placeCode,
    handle: async ({ tx, params, body, caller, now, audit }) => {
      await store.insertGrant(tx, body.id, params.id, body.grant, { realm: caller.realm, now })
      await audit({
        countyCode: body.grant.placeCode,
        action: 'people.manage',
        recordKind: 'grant',
        recordId: body.id,
        before: null,
        after: { personId: params.id, ...body.grant },
      })
      return accept({ id: body.id })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/grants/:id',
    action: 'people.manage',
    summary: 'End a role; the row stays',
    params: ById,
    handle: async ({ tx, params, now, audit }) => {
      if ((await store.endGrant(tx, params.id, now)) === 0) return refuse(noSuch({ zh: '这项角色', en: 'role' }))
      await audit({
        countyCode: '000000',
        action: 'people.manage',
        recordKind: 'grant',
        recordId: params.id,
        before: { ended: false },
        after: { ended: true },
      })
      return accept({ id: params.id })
    },
  }),
]

const apiKeyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/api-keys',
    action: 'people.read',
    summary: 'Keys of machines, without the keys',
    handle: async ({ tx }) => accept(await store.findApiKeys(tx)),
  }),
  route({
    method: 'POST',
    path: '/api/api-keys',
    action: 'people.manage',
    summary: 'Make a key for a machine; it is shown this once',
    place: ({ body }) => body.grant.placeCode,
    body: z.strictObject({ id: z.uuid(), name: z.string().trim().min(2).max(60), organisationId: z.uuid(), grant: NewGrant }),
    handle: async ({ tx, body, caller, now, audit }) => {
      if (!(await store.getOrganisation(tx, body.organisationId))) return refuse(noSuch({ zh: '这个单位', en: 'organisation' }))
      const key = `jincun_${randomBytes(32).toString('base64url')}`
      await store.insertApiKey(tx, { ...body, hash: sha256Hex(key), createdBy: caller.personId ?? '' }, { realm: caller.realm, now })
      await audit({
        countyCode: body.grant.placeCode,
        action: 'people.manage',
        recordKind: 'api-key',
        recordId: body.id,
        before: null,
        after: body,
      })
      return accept({ id: body.id, key })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/api-keys/:id',
    action: 'people.manage',
    summary: 'Revoke a key',
    params: ById,
    handle: async ({ tx, params, now, audit }) => {
      if ((await store.revokeApiKey(tx, params.id, now)) === 0) return refuse(noSuch({ zh: '这把密钥', en: 'key' }))
      await audit({
        countyCode: '000000',
        action: 'people.manage',
        recordKind: 'api-key',
        recordId: params.id,
        before: { revoked: false },
        after: { revoked: true },
      })
      return accept({ id: params.id })
    },
  }),
]

export const administrationRoutes: Route[] = [...organisationRoutes, ...personRoutes, ...grantRoutes, ...apiKeyRoutes]
