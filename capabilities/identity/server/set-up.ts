import { route } from '@jincun/http'
import type { Route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { z } from 'zod'
import { NewPerson } from '../index.ts'
import { hashPassword } from './sign-in-library.ts'
import * as store from './store.ts'

const FirstAdministrator = z.strictObject({
  setUpCode: z.string().min(1).max(60),
  organisation: z.strictObject({ id: z.uuid(), name: z.string().trim().min(2).max(100) }),
  person: NewPerson.omit({ grants: true, organisationId: true }),
})

const alreadySetUp: Refusal = {
  kind: 'wrong-state',
  code: 'already-set-up',
  message: { zh: '系统已完成初始设置。', en: 'The system is already set up.' },
}
const wrongCode: Refusal = {
  kind: 'forbidden',
  code: 'wrong-set-up-code',
  where: 'body.setUpCode',
  message: {
    zh: '设置码不正确，请查看启动系统的终端窗口。',
    en: 'The set-up code is not right. Look at the terminal that started the system.',
  },
}

/**
 * The first administrator of an empty installation. The code is printed where the program was started, so that
 * whoever reaches the page first is not thereby its master.
 */
export const setUpRoutes = (setUpCode: string): Route[] => [
  route({
    method: 'GET',
    path: '/api/set-up',
    action: 'public',
    summary: 'Whether the first administrator is still to be made',
    handle: async ({ tx }) => accept({ needed: (await store.getInstallation(tx)) === undefined }),
  }),
  route({
    method: 'POST',
    path: '/api/set-up',
    action: 'public',
    summary: 'Make the first organisation and administrator',
    body: FirstAdministrator,
    handle: async ({ tx, body, now, newId, audit }) => {
      if (await store.getInstallation(tx)) return refuse(alreadySetUp)
      if (body.setUpCode !== setUpCode) return refuse(wrongCode)
      const stamp = { realm: 'live', now }
      await store.widenToNation(tx, stamp.realm)
      await store.insertInstallation(tx, stamp)
      await store.insertOrganisation(
        tx,
        { ...body.organisation, socialCreditCode: null, kind: 'central-authority', placeCode: '000000' },
        stamp,
      )
      const person = {
        ...body.person,
        organisationId: body.organisation.id,
        grants: [{ role: 'system-administrator' as const, placeCode: '000000' }],
      }
      await store.insertPerson(tx, person, '000000', await hashPassword(body.person.password), stamp, newId)
      await audit({
        countyCode: '000000',
        action: 'people.manage',
        recordKind: 'installation',
        recordId: 'first-administrator',
        before: null,
        after: { username: body.person.username, organisation: body.organisation.name },
      })
      return accept({ ready: true })
    },
  }),
]
