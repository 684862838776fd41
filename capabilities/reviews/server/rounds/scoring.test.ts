import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../../test/support/program.ts'
import { demoReviewId } from '../../demo-review.ts'

let program: TestProgram
let reviewer: Client
let under = ''
const roundId = demoReviewId('sichuan round')
type Sheet = {
  items: { id: string; maxPoints: number }[]
  draft: { version: number; items: unknown[] } | null
  sheets: { revision: number }[]
  closed: unknown
}
const read = async (): Promise<Sheet> => (await reviewer.get<Sheet>(under)).body
const full = async (part = 0.8) =>
  (await read()).items.map(item => ({ itemId: item.id, halfPoints: Math.round(item.maxPoints * 2 * part), reason: '按申报材料评定' }))
const id = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`

beforeAll(async () => {
  program = await startTestProgram()
  reviewer = await program.as('sichuan-reviewer-2')
  const { body } = await reviewer.get<{ assignments: { applicationId: string }[] }>('/api/my-reviews')
  under = `/api/my-reviews/${roundId}/${body.assignments[0]?.applicationId}`
})
afterAll(() => program.close())

test('work in hand is kept; a second window that saw an older version is told, with what is there now', async () => {
  const items = (await full()).slice(0, 2)
  expect(await reviewer.send('PUT', `${under}/draft`, { version: 0, items, comment: '' })).toMatchObject({
    status: 200,
    body: { version: 1 },
  })
  expect(await reviewer.send('PUT', `${under}/draft`, { version: 1, items, comment: '两项' })).toMatchObject({
    status: 200,
    body: { version: 2 },
  })
  const stale = await reviewer.send('PUT', `${under}/draft`, { version: 1, items: [], comment: '' })
  expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version', details: { version: 2, comment: '两项' } } })
  expect((await read()).draft).toMatchObject({ version: 2, items })
})

test('an incomplete sheet is refused with everything that is missing, and nothing is kept', async () => {
  const [item, ...rest] = await full()
  const sent = await reviewer.send<{ findings: { code: string; where: string }[] }>('POST', `${under}/sheets`, {
    id: id(1),
    items: [
      { ...item, halfPoints: 999 },
      { ...rest[0], reason: '好' },
    ],
    comment: '',
  })
  expect(sent.status).toBe(422)
  expect(sent.body.findings.map(finding => finding.code).sort()).toEqual([
    'reason-missing',
    'score-missing',
    'score-missing',
    'score-missing',
    'score-missing',
    'score-missing',
    'score-out-of-range',
  ])
  expect((await read()).sheets).toEqual([])
})

test.each([
  ['a quarter point', { halfPoints: 17.5 }],
  ['a negative score', { halfPoints: -1 }],
  ['a text for a score', { halfPoints: '12' }],
  ['an unknown member', { halfPoints: 12, weight: 2 }],
])('%s is not a score', async (_name, wrong) => {
  const [item] = await full()
  expect((await reviewer.send('POST', `${under}/sheets`, { id: id(2), items: [{ ...item, ...wrong }], comment: '' })).status).toBe(400)
})

test('handing in twice is once; other content under the same id is refused; a change is a new revision with its reason', async () => {
  const items = await full()
  const sheet = { id: id(3), items, comment: '' }
  expect(await reviewer.send('POST', `${under}/sheets`, sheet)).toMatchObject({ status: 200, body: { revision: 1 } })
  expect(await reviewer.send('POST', `${under}/sheets`, sheet)).toMatchObject({ status: 200, body: { revision: 1 } })
  expect(await reviewer.send('POST', `${under}/sheets`, { ...sheet, comment: '改' })).toMatchObject({
    status: 409,
    body: { code: 'id-used-for-another-order' },
  })
  expect((await reviewer.send('POST', `${under}/sheets`, { ...sheet, revisionReason: '另一个理由' })).status).toBe(409)
  const lower = await full(0.5)
  expect(await reviewer.send('POST', `${under}/sheets`, { id: id(4), items: lower, comment: '' })).toMatchObject({
    status: 409,
    body: { code: 'revision-reason-wanted' },
  })
  const changed = await reviewer.send('POST', `${under}/sheets`, { id: id(4), items: lower, comment: '', revisionReason: '漏看附件' })
  expect(changed).toMatchObject({ status: 200, body: { revision: 2 } })
  expect((await read()).sheets.map(each => each.revision)).toEqual([1, 2])
})

test('scoring ends with its last day in Shanghai, to the second', async () => {
  const items = await full()
  const send = (number: number) => reviewer.send('POST', `${under}/sheets`, { id: id(number), items, comment: '', revisionReason: '复看' })
  program.setNow('2020-05-24T23:59:59+08:00')
  expect((await send(5)).status).toBe(200)
  program.setNow('2020-05-25T00:00:00+08:00')
  expect(await send(6)).toMatchObject({ status: 409, body: { code: 'scoring-late' } })
  expect((await read()).closed).not.toBeNull()
})

test('the office extends the last day, and scoring goes on', async () => {
  const office = await program.as('sichuan-commerce')
  const { body } = await office.get<{ round: { version: number } }>(`/api/review-rounds/${roundId}`)
  expect(
    (
      await office.send('POST', `/api/review-rounds/${roundId}/assignments/gaps`, {
        version: body.round.version,
        scoringUntil: '2020-05-26',
      })
    ).status,
  ).toBe(200)
  expect(
    (await reviewer.send('POST', `${under}/sheets`, { id: id(7), items: await full(), comment: '', revisionReason: '复看' })).status,
  ).toBe(200)
})

test('an expert taken off the panel loses what he has not handed in; the next in order is invited', async () => {
  const office = await program.as('sichuan-commerce')
  type View = {
    round: { version: number }
    invitations: { id: string; state: string; name: string }[]
    openSeats: number
    next: { seats: unknown[]; problem: unknown }
  }
  const view = async () => (await office.get<View>(`/api/review-rounds/${roundId}`)).body
  const second = (await view()).invitations.find(each => each.name === '四川省专家二')
  const replaced = await office.send('POST', `/api/review-rounds/${roundId}/invitations/${second?.id}/replacement`, { reason: '住院' })
  expect(replaced.status).toBe(200)
  expect((await reviewer.get<{ assignments: unknown[] }>('/api/my-reviews')).body.assignments).toHaveLength(1)
  expect((await view()).openSeats).toBe(1)
  const { next, round, invitations } = await view()
  expect(next).toMatchObject({ seats: [{ place: invitations.length + 1, forField: null }], problem: null })
  const filled = await office.send('POST', `/api/review-rounds/${roundId}/reserves`, { version: round.version })
  expect(filled).toMatchObject({ status: 200, body: { invited: 1 } })
  expect((await view()).invitations.at(-1)).toMatchObject({ place: invitations.length + 1, state: 'invited' })
  const gaps = await office.send('POST', `/api/review-rounds/${roundId}/assignments/gaps`, { version: (await view()).round.version })
  expect(gaps).toMatchObject({ status: 409, body: { code: 'answers-pending' } })
})

test('after the close a reviewer scores again only where he was asked to, and both revisions stay', async () => {
  const guizhou = demoReviewId('guizhou round')
  const office = await program.as('guizhou-commerce')
  type Outcome = {
    sheets: {
      applicationId: string
      expertId: string
      reviewer: string
      revision: number
      items: { itemId: string; halfPoints: number; reason: string }[]
    }[]
    reviewers: { expertId: string; name: string }[]
  }
  const outcome = async () => (await office.get<Outcome>(`/api/review-rounds/${guizhou}/outcome`)).body
  const { sheets, reviewers } = await outcome()
  const lenient = reviewers.find(each => each.name === '贵州省专家一')
  const sheet = sheets.find(each => each.expertId === lenient?.expertId)
  const client = await program.as('guizhou-reviewer-1')
  const items = sheet?.items.map(item => ({ ...item, halfPoints: Math.max(0, item.halfPoints - 4) }))
  const send = (number: number, applicationId = sheet?.applicationId) =>
    client.send('POST', `/api/my-reviews/${guizhou}/${applicationId}/sheets`, {
      id: id(number),
      items,
      comment: '',
      revisionReason: '按要求复核',
    })
  expect(await send(20)).toMatchObject({ status: 409, body: { code: 'scoring-closed' } })
  const ask = { applicationId: sheet?.applicationId, expertId: sheet?.expertId, reason: '明显偏宽' }
  expect((await office.send('POST', `/api/review-rounds/${guizhou}/rechecks`, ask)).status).toBe(200)
  expect(await send(21)).toMatchObject({ status: 200, body: { revision: 2 } })
  expect((await send(22)).status).toBe(409)
  const after = (await outcome()).sheets.filter(each => each.expertId === sheet?.expertId && each.applicationId === sheet?.applicationId)
  expect(after.map(each => each.revision)).toEqual([1, 2])
})

test('signals need their reasons before the province may stand by the outcome', async () => {
  const guizhou = demoReviewId('guizhou round')
  const office = await program.as('guizhou-commerce')
  const { version } = (await office.get<{ round: { version: number } }>(`/api/review-rounds/${guizhou}`)).body.round
  const sent = await office.send<{ findings: { code: string; force: string }[] }>('POST', `/api/review-rounds/${guizhou}/confirmation`, {
    version,
    reasons: {},
  })
  expect(sent.status).toBe(422)
  expect(sent.body.findings.every(finding => finding.force === 'should')).toBe(true)
  const reasons = Object.fromEntries(sent.body.findings.map(finding => [finding.code, '已复核']))
  expect((await office.send('POST', `/api/review-rounds/${guizhou}/confirmation`, { version, reasons })).status).toBe(200)
  expect((await office.send('POST', `/api/review-rounds/${guizhou}/confirmation`, { version, reasons })).status).toBe(409)
})
