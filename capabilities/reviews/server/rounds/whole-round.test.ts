import { createHash } from 'node:crypto'
import { demoId } from '@jincun/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../../test/support/program.ts'
import { sealOf } from '../../index.ts'
import { demoReviewId } from '../../demo-review.ts'

/** One round from its beginning to its publication, over HTTP, by the people who would do it. Steps follow each other. */
let program: TestProgram
let office: Client
const reviewers: { client: Client; personId: string }[] = []
const roundId = '0190a000-0000-7000-8000-000000000001'
const path = `/api/review-rounds/${roundId}`
const secret = '四川省纪检监察组封存：两个黄鹂鸣翠柳'

type Invitation = { id: string; expertId: string; state: string; name: string; hasAccount: boolean; place: number }
type Assignment = { applicationId: string; countyCode: string; expertId: string; submittedAt: string | null; endedAt: string | null }
type View = {
  round: { version: number; state: string }
  actions: string[]
  openSeats: number | null
  invitations: Invitation[]
  assignments: Assignment[]
  applications: { applicationId: string; countyCode: string }[]
  conflicts: { code: string; rows: { kind: string; key: string }[] }[]
}
const view = async (): Promise<View> => (await office.get<View>(path)).body
const step = async (method: 'POST' | 'PUT', under: string, body: object) => {
  const { round } = await view()
  return office.send<Record<string, never>>(method, `${path}${under}`, { version: round.version, ...body })
}

beforeAll(async () => {
  program = await startTestProgram()
  office = await program.as('sichuan-commerce')
  for (const number of [1, 2, 3, 4, 5])
    reviewers.push({ client: await program.as(`sichuan-reviewer-${number}`), personId: demoId(`sichuan-reviewer-${number}`) })
})
afterAll(() => program.close())

test('a round that is cancelled frees its applications; the new one begins with the settings of the year', async () => {
  const old = `/api/review-rounds/${demoReviewId('sichuan round')}`
  const { round } = (await office.get<View>(old)).body
  expect((await office.send('POST', `${old}/cancellation`, { version: round.version, reason: '试验：重新组织' })).status).toBe(200)
  const order = { id: roundId, provinceCode: '510000', year: 2020, title: '四川省2020年评审' }
  const begun = await office.send('POST', '/api/review-rounds', order)
  expect(begun.body).toMatchObject({ state: 'preparing', version: 1, settings: { reviewersPerApplication: 5, basis: 'mean' } })
  expect((await office.send('POST', '/api/review-rounds', order)).status).toBe(200)
  expect((await office.send('POST', '/api/review-rounds', { ...order, title: '另一个' })).status).toBe(409)
})

test('conflicts are told before anybody is invited, each with its clause', async () => {
  const { body } = await office.get<{ candidates: { id: string }[]; excluded: unknown[]; conflicts: { code: string; clause: string }[] }>(
    `${path}/candidates`,
  )
  expect(body.candidates).toHaveLength(8)
  expect(body.conflicts.map(finding => finding.code).sort()).toEqual([
    'conflict-declared-relation',
    'conflict-home-county',
    'conflict-organisation',
    'conflict-past-contract',
  ])
  expect(new Set(body.conflicts.map(finding => finding.clause))).toEqual(new Set(['notice-2020/5.2']))
  const { settings } = (await view()).round as unknown as { settings: Record<string, unknown> }
  const { clause: _fixed, ...open } = settings
  const changed = await step('PUT', '/settings', {
    title: '四川省2020年评审',
    settings: { ...open, avoidance: 'whole-panel', reviewersPerApplication: 3 },
  })
  expect(changed.status).toBe(200)
  expect((await office.get<{ candidates: unknown[] }>(`${path}/candidates`)).body.candidates).toHaveLength(4)
  const back = await step('PUT', '/settings', {
    title: '四川省2020年评审',
    settings: { ...open, reviewersPerApplication: 3, overlapMinimum: 2 },
  })
  expect(back.status).toBe(200)
})

test("a contract of the expert's organisation on the county's register is a conflict too, one under a draft is not", async () => {
  const pastContracts = async () => {
    const { body } = await office.get<{ conflicts: { code: string; measured: string; rows: { label: string }[] }[] }>(`${path}/candidates`)
    return body.conflicts.filter(({ code }) => code === 'conflict-past-contract').map(({ measured, rows }) => [measured, rows[1]?.label])
  }
  const declared = ['2018 （演示）布拖县电商规划编制', '布拖县']
  await program.owner.query('set session_replication_role = replica') // The register's other tables do not matter here.
  await program.owner.query(`insert into contract select '513429', id, realm, project_id, procurement_id, contractor_id, version, state, amount_fen,
    contract_number_key, jsonb_set(jsonb_set(content, '{countyCode}', '"513429"'), '{party,name}', '"（演示）四川某大学 商学院"'), recorded_at, recorded_by
    from contract where state = 'signed' limit 1`)
  await program.owner.query('set session_replication_role = origin')
  expect(await pastContracts()).toEqual([[expect.stringMatching(/^20\d\d （演示）/), '布拖县'], declared])
  await program.owner.query("update contract set state = 'draft' where county_code = '513429'")
  expect(await pastContracts()).toEqual([declared])
})

const sources = [
  { kind: 'sealed', party: '省纪检监察组', seal: sealOf(secret) },
  { kind: 'public-number', party: '双色球第2020031期', where: '中国福彩网' },
]

test('the announcement is public before the seed is known and fixes pool and settings', async () => {
  const alone = await step('POST', '/commitment', {
    plan: { seats: 5, fieldSeats: [], organisationMaximum: null },
    sources: sources.slice(0, 1),
  })
  expect(alone).toMatchObject({ status: 409, body: { code: 'seed-one-handed' } })
  const announced = await step('POST', '/commitment', { plan: { seats: 5, fieldSeats: [], organisationMaximum: null }, sources })
  expect(announced.body).toMatchObject({ state: 'committed' })
  const log = await program.owner.query("select content from publication where kind = 'review-draw-commitment' order by leaf desc limit 1")
  expect(JSON.parse(log.rows[0].content)).toMatchObject({
    roundId,
    candidates: 8,
    counties: expect.arrayContaining([{ code: '513429', name: '布拖县' }]),
  })
  expect(await step('POST', '/commitment', { plan: { seats: 5, fieldSeats: [], organisationMaximum: null }, sources })).toMatchObject({
    status: 409,
    body: { code: 'review-round-state' },
  })
})

test('the draw is what an outsider computes from the published seed with his own SHA-256', async () => {
  for (const parts of [
    ['换了一段封存的文本，长度也够十六个字', '03'],
    ['太短', '03'],
    [secret, ' '],
  ])
    expect(await step('POST', '/draw', { parts })).toMatchObject({ status: 400, body: { code: 'draw-seed-part' } })
  expect((await view()).round.state).toBe('committed')
  expect((await step('POST', '/draw', { parts: [secret, '03 11 17 21 26 30+07'] })).status).toBe(200)
  const { body } = await office.get<{
    seed: string
    faults: string[]
    pool: { id: string }[]
    drawn: { expertId: string; seat: boolean }[]
  }>(`${path}/draw`)
  expect(body.faults).toEqual([])
  const byHand = body.pool
    .map(({ id }) => [createHash('sha256').update(`${body.seed}/${id}`).digest('hex'), id])
    .sort()
    .slice(0, 5)
    .map(([, id]) => id)
  expect(body.drawn.filter(each => each.seat).map(each => each.expertId)).toEqual(byHand)
})

const personOf = async (): Promise<Map<string, string | null>> => {
  const { body } = await office.get<{ experts: { expert: { id: string; personId: string | null } }[] }>('/api/experts?province=510000')
  return new Map(body.experts.map(({ expert }) => [expert.id, expert.personId]))
}

test('experts answer for themselves; a seat that falls free goes to the next in drawn order, whom nobody chooses', async () => {
  const people = await personOf()
  for (let turn = 0; turn < 8; turn++) {
    const open = (await view()).invitations.filter(invitation => invitation.state === 'invited')
    if (open.length === 0) break
    for (const invitation of open) {
      const own = reviewers.find(each => each.personId === people.get(invitation.expertId))
      const answered = own
        ? await own.client.send('POST', `/api/my-reviews/invitations/${invitation.id}/answer`, { answer: 'accept' })
        : await office.send('POST', `${path}/invitations/${invitation.id}/answer`, { answer: 'decline', reason: '电话答复：出差' })
      expect(answered.status).toBe(200)
    }
    expect((await step('POST', '/reserves', {})).status).toBe(200)
  }
  const { invitations, openSeats } = await view()
  const accepted = invitations.filter(invitation => invitation.state === 'accepted')
  expect(accepted).toHaveLength(5)
  expect(accepted.every(invitation => invitation.hasAccount)).toBe(true)
  expect(openSeats).toBe(0)
  expect(invitations.map(invitation => invitation.place)).toEqual(invitations.map((_, index) => index + 1))
  const again = await reviewers[0]?.client.send('POST', `/api/my-reviews/invitations/${accepted[0]?.id}/answer`, {
    answer: 'decline',
    reason: '又不行了',
  })
  expect(again).toMatchObject({ status: 404, body: { code: 'no-such-invitation' } })
})

test('assignment gives every application three reviewers, evenly, and none in conflict', async () => {
  const opened = await step('POST', '/assignments', { scoringUntil: '2020-05-25' })
  expect(opened.body).toMatchObject({ added: 18, connected: true })
  const { assignments, conflicts, applications } = await view()
  for (const { applicationId } of applications) expect(assignments.filter(each => each.applicationId === applicationId)).toHaveLength(3)
  const loads = [...new Set(assignments.map(each => each.expertId))].map(id => assignments.filter(each => each.expertId === id).length)
  expect(loads.sort()).toEqual([3, 3, 4, 4, 4])
  const forbidden = conflicts.map(finding => finding.rows.map(row => row.key).join('/'))
  expect(assignments.filter(each => forbidden.includes(`${each.expertId}/${each.applicationId}`))).toEqual([])
})

type Sheet = { items: { id: string; maxPoints: number }[]; draft: { version: number } | null }

test('a reviewer steps back from a tie found late; the gap goes to another, and what stands is kept', async () => {
  const { assignments } = await view()
  const people = await personOf()
  const own = reviewers[2]
  const mine = assignments.find(each => people.get(each.expertId) === own?.personId)
  const under = `/api/my-reviews/${roundId}/${mine?.applicationId}`
  expect((await own?.client.send('POST', `${under}/step-back`, { reason: '发现曾为该县授课' }))?.status).toBe(200)
  expect((await own?.client.get(under))?.status).toBe(404)
  expect(await step('POST', '/assignments/gaps', {})).toMatchObject({ status: 200, body: { added: 1 } })
  const after = (await view()).assignments
  const kept = (list: Assignment[]) => list.filter(each => each.applicationId !== mine?.applicationId).map(each => each.expertId)
  expect(kept(after)).toEqual(kept(assignments))
  expect(after.filter(each => each.applicationId === mine?.applicationId && each.endedAt === null)).toHaveLength(3)
})

const points = (reviewer: number, countyCode: string, maximum: number): number => {
  const level = 60 + (Number(countyCode.slice(-2)) % 7) * 4 + reviewer
  return Math.round((maximum * 2 * level) / 100)
}

test('every reviewer scores; the round cannot be closed before the last sheet is in, and says whose is missing', async () => {
  for (const [reviewer, { client }] of reviewers.entries()) {
    const { body } = await client.get<{ assignments: Assignment[] }>('/api/my-reviews')
    const current = body.assignments.filter(each => (each as Assignment & { roundId: string }).roundId === roundId)
    for (const [place, { applicationId, countyCode }] of current.entries()) {
      if (reviewer === 4 && place === 0)
        expect(await step('POST', '/close', {})).toMatchObject({ status: 422, body: { code: 'sheets-missing' } })
      const under = `/api/my-reviews/${roundId}/${applicationId}`
      const { items } = (await client.get<Sheet>(under)).body
      const scored = items.map(item => ({
        itemId: item.id,
        halfPoints: points(reviewer, countyCode, item.maxPoints),
        reason: '按申报材料评定',
      }))
      const id = demoReviewId(`test ${reviewer} ${applicationId}`)
      const sent = await client.send('POST', `${under}/sheets`, { id, items: scored, comment: '' })
      expect(sent).toMatchObject({ status: 200, body: { revision: 1 } })
    }
  }
  expect(await office.get(`${path}/outcome`)).toMatchObject({ status: 409, body: { code: 'not-closed' } })
  expect((await step('POST', '/close', {})).body).toMatchObject({ state: 'closed' })
})

type Outcome = {
  document: {
    rows: { rank: number; countyCode: string; total: { exact: string } }[]
    leniency: { status: string }
    findings: { code: string }[]
  }
  hash: string | null
  sheets: { reviewer: string; items: unknown[] }[]
}

test('the outcome shows every score with its reasons; the province stands by it and publishes what was frozen', async () => {
  const { body } = await office.get<Outcome>(`${path}/outcome`)
  expect(body.document.rows.map(row => row.rank)).toEqual([1, 2, 3, 4, 5, 6])
  expect(body.document.leniency.status).toBe('fitted')
  expect(body.sheets).toHaveLength(18)
  expect(body.hash).toBeNull()
  const reasons = Object.fromEntries(body.document.findings.map(finding => [finding.code, '复核后维持']))
  const confirmed = await step('POST', '/confirmation', { reasons })
  expect(confirmed).toMatchObject({ status: 200, body: { round: { state: 'confirmed' } } })
  const frozen = (await office.get<Outcome>(`${path}/outcome`)).body
  expect(frozen.document.rows).toEqual(body.document.rows)
  expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/)
  const id = '0190a000-0000-7000-8000-00000000000f'
  expect((await step('POST', '/publication', { id })).status).toBe(200)
  const log = await program.owner.query('select content, hash from publication where id = $1', [id])
  expect(log.rows[0].hash).toBe(frozen.hash)
  expect(log.rows[0].content).not.toContain('四川省专家')
})
