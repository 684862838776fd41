import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoInstant } from '../support/constants.ts'
import type { TestProgram } from '../support/program.ts'
import type { BadRequest, World } from './bad-request.ts'
import { acceptanceCases } from './cases/acceptance.ts'
import { administrationCases } from './cases/administration.ts'
import { allocationCases } from './cases/allocation.ts'
import { applicationCases } from './cases/applications.ts'
import { attachmentCases } from './cases/attachments.ts'
import { contractCases } from './cases/contracts.ts'
import { deadlineCases } from './cases/deadlines.ts'
import { designationCases } from './cases/designation.ts'
import { jurisdictionCases } from './cases/jurisdictions.ts'
import { ledgerCases } from './cases/ledger.ts'
import { ministryCases } from './cases/ministry.ts'
import { paymentCases } from './cases/payments.ts'
import { paymentPaperCases } from './cases/payment-papers.ts'
import { projectCheckCases } from './cases/project-checks.ts'
import { projectCases } from './cases/projects.ts'
import { publicPageCases } from './cases/public-pages.ts'
import { rankedListCases } from './cases/ranked-lists.ts'
import { reportDutyCases } from './cases/report-duties.ts'
import { reportingCases } from './cases/reporting.ts'
import { signalsCases } from './cases/signals.ts'
import { reviewCases } from './cases/reviews.ts'
import { settlementCases } from './cases/settlement.ts'
import { signInCases } from './cases/sign-in.ts'
import { transportCases } from './cases/transport.ts'
import { workbookCases } from './cases/workbooks.ts'
import { stateOf, without } from './state.ts'
import type { DatabaseState } from './state.ts'
import { openWorld } from './world.ts'

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
  ...reviewCases,
  ...rankedListCases,
  ...settlementCases,
  ...ledgerCases,
  ...projectCases,
  ...projectCheckCases,
  ...contractCases,
  ...paymentCases,
  ...paymentPaperCases,
  ...acceptanceCases,
  ...reportingCases,
  ...reportDutyCases,
  ...ministryCases,
  ...signalsCases,
  ...publicPageCases,
]

let world: World
let program: TestProgram
/** How the case before left the database; nothing touches it in between. */
let left: DatabaseState | undefined

beforeAll(async () => {
  world = await openWorld(new Set(cases.flatMap(({ who }) => who ?? [])))
  program = world.program
})
afterAll(() => program.close())

type Problem = {
  status: number
  code: string
  detail: string
  message: { zh: string; en: string }
  where?: string
  clause?: string
  errors?: { where: string }[]
}

/** Answers to what no notice speaks of: bytes, tables and addresses that cannot be read, fields of another form, who one is, what nobody made. */
const withoutClause = new Set(
  'already-exists application-changed-meanwhile attachment-empty attachment-kind-not-taken attachment-name-misleads attachment-too-large csv-encoding-unknown file-damaged file-empty file-extension-mismatch file-inflates-too-much file-type-not-allowed file-type-unsupported foreign-origin invalid-input locked-out log-not-that-long no-such-notice not-found nothing-published number-out-of-range policy-missing publication-not-found reference-not-found sign-in-needed table-column-missing table-column-repeated table-header-missing table-too-many-rows too-large unknown-county-code unreadable-address unreadable-body version-not-found wrong-content-type wrong-credentials'.split(
    ' ',
  ),
)

test.each(cases.map(each => [each.name, each] as const))('%s gets its one answer and changes nothing', async (_name, bad) => {
  program.setNow(demoInstant.toISOString())
  if (bad.prepare) {
    await bad.prepare(world)
    left = undefined
  }
  program.setNow(bad.at ?? demoInstant.toISOString())
  const before = left ?? (await stateOf(program.owner))
  const client = bad.who ? await program.as(bad.who) : program.anyone
  const answer = await client.ask<Problem>(bad.send(world))
  const { code, message, detail, where, errors, clause } = answer.body
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
  if (!withoutClause.has(code)) expect(`${code}: ${clause ?? errors?.length}`).toMatch(/: notice-20\d\d\//)
  left = await stateOf(program.owner)
  expect(without(left, bad.mayChange)).toEqual(without(before, bad.mayChange))
})

test('the corpus is large, and no two cases share a name', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200)
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
})
