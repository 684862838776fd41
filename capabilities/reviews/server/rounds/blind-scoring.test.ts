import { demoId } from '@jincun/identity'
import { openDatabase, sql } from '@jincun/db'
import type { Database } from '@jincun/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../../test/support/program.ts'
import { demoReviewId } from '../../demo-review.ts'

/** 公平、公正: who must not see a score, an application or a draft does not, asked through the service and asked of the database. */
let program: TestProgram
let database: Database
let first: Client
let office: Client
const roundId = demoReviewId('sichuan round')
const me = demoId('sichuan-reviewer-1')

beforeAll(async () => {
  program = await startTestProgram()
  database = openDatabase(program.url)
  first = await program.as('sichuan-reviewer-1')
  office = await program.as('sichuan-commerce')
})
afterAll(async () => {
  await database.close()
  await program.close()
})

type Own = { assignments: { applicationId: string; countyCode: string; submittedAt: string | null }[] }
const own = async (client: Client) => (await client.get<Own>('/api/my-reviews')).body.assignments
const allApplications = async (): Promise<string[]> => {
  const rows = await program.owner.query('select application_id from review_application where round_id = $1', [roundId])
  return rows.rows.map(row => row.application_id)
}

test('a reviewer is shown his own assignments and no other', async () => {
  const rows = await program.owner.query(
    'select application_id from review_assignment where round_id = $1 and person_id = $2 and ended_at is null',
    [roundId, me],
  )
  const mine = (await own(first)).map(each => each.applicationId)
  expect(mine.sort()).toEqual(rows.rows.map(row => row.application_id).sort())
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.length).toBeLessThan(6)
})

test('an application that is not assigned, or from which a conflict keeps him away, does not exist for him', async () => {
  const mine = new Set((await own(first)).map(each => each.applicationId))
  const others = (await allApplications()).filter(id => !mine.has(id))
  expect(others.length).toBeGreaterThan(0)
  for (const id of others)
    for (const [method, under, body] of [
      ['GET', '', undefined],
      ['PUT', '/draft', { version: 0, items: [], comment: '' }],
      ['POST', '/sheets', { id: '0190a000-0000-7000-8000-0000000000aa', items: [], comment: '' }],
      ['POST', '/step-back', { reason: '试试看' }],
    ] as const) {
      const url = `/api/my-reviews/${roundId}/${id}${under}`
      const answer = method === 'GET' ? await first.get(url) : await first.send(method, url, body)
      expect([method, answer.status]).toEqual([method, 404])
    }
})

test('the expert whose home county applies was not given that county', async () => {
  const second = await program.as('sichuan-reviewer-2') // Home county 510824.
  expect((await own(second)).some(each => each.countyCode === '510824')).toBe(false)
  const rows = await program.owner.query("select application_id from review_application where round_id = $1 and county_code = '510824'", [
    roundId,
  ])
  expect((await second.get(`/api/my-reviews/${roundId}/${rows.rows[0].application_id}`)).status).toBe(404)
})

test('nothing a reviewer receives holds another reviewer, a score of another, or a preference', async () => {
  const [assignment] = (await own(first)).filter(each => each.submittedAt !== null)
  const answer = await first.get<{ sheets: { expertId: string }[] }>(`/api/my-reviews/${roundId}/${assignment?.applicationId}`)
  const rows = await program.owner.query('select count(distinct person_id)::int as n from score_sheet where application_id = $1', [
    assignment?.applicationId,
  ])
  expect(rows.rows[0].n).toBeGreaterThan(1)
  expect(new Set(answer.body.sheets.map(sheet => sheet.expertId)).size).toBe(1)
  const text = JSON.stringify(answer.body)
  // 优先 alone also stands in what a rule says of support modes (3.0); the points of a preference are what must not be seen.
  expect(text).not.toMatch(/preference|优先加分/)
  expect(text).not.toContain('四川省专家')
})

test('the database itself shows a reviewer only his own rows, whatever is asked', async () => {
  const scope = { personId: me, realm: 'demo', jurisdictions: [] }
  await database.transaction(scope, 'read', async tx => {
    for (const table of ['score_sheet', 'score_draft', 'review_assignment', 'review_invitation'] as const) {
      const seen = await tx.rows<{ person_id: string }>({ strings: [`select person_id from ${table}`], values: [] })
      expect(new Set(seen.map(row => row.person_id))).toEqual(new Set([me]))
    }
    const rows = await tx.rows<{ reviewer_people: string[] }>(sql`select reviewer_people from review_application`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(row => row.reviewer_people.includes(me))).toBe(true)
    for (const table of ['review_draw', 'review_outcome'] as const)
      expect(await tx.rows({ strings: [`select 1 from ${table}`], values: [] })).toEqual([])
  })
})

test('the database stops a sheet written in the name of another, and a sheet that is changed or deleted', async () => {
  const scope = { personId: me, realm: 'demo', jurisdictions: [] }
  const write = (statement: string) => database.transaction(scope, 'write', tx => tx.run({ strings: [statement], values: [] }))
  const copy = `insert into score_sheet (county_code, id, round_id, application_id, expert_id, realm, person_id, revision, items, comment, total, submitted_at)
    select county_code, gen_random_uuid(), round_id, application_id, expert_id, realm, '${demoId('sichuan-reviewer-2')}', 9, items, comment, total, submitted_at
    from score_sheet limit 1`
  await expect(write(copy)).rejects.toMatchObject({ code: '42501' })
  for (const statement of ['update score_sheet set total = 200', 'update score_sheet set released = true', 'delete from score_sheet'])
    await expect(write(statement)).rejects.toMatchObject({ code: '42501' })
  await expect(write(`select release_score_sheets('510000', '${roundId}')`)).rejects.toMatchObject({ code: '42501' })
})

test('the office sees progress but no score before the close, in the service, in the database and in the audit log', async () => {
  const { body } = await office.get<{ assignments: { submittedAt: string | null }[] }>(`/api/review-rounds/${roundId}`)
  expect(body.assignments.some(each => each.submittedAt !== null)).toBe(true)
  expect(JSON.stringify(body)).not.toMatch(/halfPoints/)
  expect((await office.get(`/api/review-rounds/${roundId}/outcome`)).status).toBe(409)
  const scope = { personId: demoId('sichuan-commerce'), realm: 'demo', jurisdictions: ['51'] }
  await database.transaction(scope, 'read', async tx => {
    expect(await tx.rows(sql`select total from score_sheet`)).toEqual([])
    expect(await tx.rows(sql`select items from score_draft`)).toEqual([])
  })
  await expect(
    database.transaction(scope, 'write', tx => tx.run(sql`select release_score_sheets('510000', ${roundId})`)),
  ).rejects.toMatchObject({ code: '42501' })
  const log = await program.owner.query("select payload from audit_event where action = 'reviews.score' and record_kind = 'score-sheet'")
  expect(log.rowCount).toBeGreaterThan(0)
  expect(log.rows.some(row => /halfPoints|"total"/.test(row.payload))).toBe(false)
})

test('after the close the office sees the sheets of its own province and of no other', async () => {
  const guizhou = demoReviewId('guizhou round')
  const there = await program.as('guizhou-commerce')
  const answer = await there.get<{ sheets: unknown[]; document: { findings: { code: string }[] } }>(`/api/review-rounds/${guizhou}/outcome`)
  expect(answer.body.sheets).toHaveLength(20)
  expect(answer.body.document.findings.map(finding => finding.code)).toContain('reviewer-lenient')
  for (const under of ['', '/outcome', '/draw', '/candidates'])
    expect((await office.get(`/api/review-rounds/${guizhou}${under}`)).status).toBe(404)
})

test('nobody without the role gets in: county, other reviewer, public', async () => {
  const county = await program.as('zhaojue-government')
  const stranger = await program.as('gansu-reviewer-1')
  const id = (await own(first))[0]?.applicationId
  expect((await county.get(`/api/review-rounds/${roundId}`)).status).toBe(403)
  expect((await county.get<Own>('/api/my-reviews')).body.assignments).toEqual([])
  expect((await stranger.get(`/api/my-reviews/${roundId}/${id}`)).status).toBe(404)
  expect((await program.anyone.get('/api/my-reviews')).status).toBe(401)
  expect((await first.get(`/api/review-rounds/${roundId}`)).status).toBe(403)
  expect((await first.get('/api/experts?province=510000')).status).toBe(403)
})

test('a reviewer opens the evidence of his own application and of no other', async () => {
  const [assignment] = await own(first)
  const under = `/api/my-reviews/${roundId}/${assignment?.applicationId}`
  const { application } = (await first.get<{ application: { attachments: { id: string }[] } }>(under)).body
  const file = await first.get(`${under}/attachments/${application.attachments[0]?.id}`)
  expect(file.status).toBe(200)
  expect(file.bytes.subarray(0, 4).toString()).toBe('%PDF')
  const mine = new Set((await own(first)).map(each => each.applicationId))
  const other = (await allApplications()).find(each => !mine.has(each))
  expect((await first.get(`/api/my-reviews/${roundId}/${other}/attachments/${application.attachments[0]?.id}`)).status).toBe(404)
})
