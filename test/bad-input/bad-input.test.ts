import { afterAll, beforeAll, expect, test } from 'vitest'
import type { View } from '../../capabilities/applications/testing/requests.ts'
import { demoInstant } from '../support/constants.ts'
import { startTestProgram } from '../support/program.ts'
import type { TestProgram } from '../support/program.ts'
import type { BadRequest, World } from './bad-request.ts'
import { administrationCases } from './cases/administration.ts'
import { allocationCases } from './cases/allocation.ts'
import { applicationCases } from './cases/applications.ts'
import { attachmentCases } from './cases/attachments.ts'
import { deadlineCases } from './cases/deadlines.ts'
import { designationCases } from './cases/designation.ts'
import { draft } from './cases/draft.ts'
import { jurisdictionCases } from './cases/jurisdictions.ts'
import { signInCases } from './cases/sign-in.ts'
import { transportCases } from './cases/transport.ts'
import { workbookCases } from './cases/workbooks.ts'
import { stateOf, without } from './state.ts'

const cases: readonly BadRequest[] = [
  ...transportCases,
  ...signInCases,
  ...jurisdictionCases,
  ...administrationCases,
  ...applicationCases,
  ...deadlineCases,
  ...attachmentCases,
  ...workbookCases,
  ...allocationCases,
  ...designationCases,
]

let world: World
let program: TestProgram

beforeAll(async () => {
  program = await startTestProgram()
  const { application } = (await (await program.as('zhaojue-office')).get<View>(draft())).body
  const { inputs } = (await (await program.as('centre')).get<{ inputs: { version: number } }>('/api/allocations/2020')).body
  const [project] = application.content.plan.projects
  if (!project) throw new Error('the draft of the demonstration has a project')
  world = { program, draftVersion: application.version, sheetVersion: inputs.version, draftProject: project }
  // Sessions are opened beforehand, so that a case changes nothing but by its own request.
  for (const { who } of cases) if (who) await program.as(who)
})
afterAll(() => program.close())

type Problem = {
  status: number
  code: string
  detail: string
  message: { zh: string; en: string }
  where?: string
  errors?: { where: string }[]
}

test.each(cases.map(each => [each.name, each] as const))('%s gets its one answer and changes nothing', async (_name, bad) => {
  program.setNow(demoInstant.toISOString())
  await bad.prepare?.(world)
  program.setNow(bad.at ?? demoInstant.toISOString())
  const before = await stateOf(program.owner)
  const client = bad.who ? await program.as(bad.who) : program.anyone
  const answer = await client.ask<Problem>(bad.send(world))
  const { code, message, detail, where, errors } = answer.body
  expect({ status: answer.status, code, says: message?.zh, where: where ?? errors?.[0]?.where }).toEqual({
    status: bad.status,
    code: bad.code,
    says: bad.says,
    where: bad.where,
  })
  expect([answer.headers['content-type'], answer.body.status, detail]).toEqual([
    'application/problem+json; charset=utf-8',
    bad.status,
    bad.says,
  ])
  expect(message.en).toMatch(/\S/)
  expect(without(await stateOf(program.owner), bad.mayChange)).toEqual(without(before, bad.mayChange))
})

test('the corpus is large, and no two cases share a name', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100)
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
})
