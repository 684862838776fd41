import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '@jincun/proof'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'

type Entry = { countyCode: string; type: string; rank: number | null; planHash: string | null; name: string }
type View = {
  version: number
  state: string
  entries: Entry[]
  findings: { code: string; status: string }[]
  submittable: boolean
  verbs: string[]
  packageHash: string | null
  letter: object | null
}
type Problem = { code: string; findings?: { code: string; status: string }[]; details?: { version: number } }

let program: TestProgram
let centre: Client
let gansu: Client

const at = '/api/final-lists/2020/620000'
const view = async (client: Client) => (await client.get<View>(at)).body
const letter = { number: '（演示）甘政函〔2020〕1号', date: '2020-06-20', signedBy: '（演示）甘肃省人民政府' }
const content = ({ entries }: Pick<View, 'entries'>, seenVersion: number, more: object = {}) => ({
  listId: newTestId(),
  changeId: newTestId(),
  seenVersion,
  entries: entries.map(({ countyCode, type }) => ({ countyCode, type })),
  letter,
  reasons: {},
  ...more,
})
const idUsed = { status: 409, body: { code: 'id-used-for-another-order' } }
const unmet = (list: View) => list.findings.filter(finding => finding.status !== 'met').map(finding => finding.code)

beforeAll(async () => {
  program = await startTestProgram({ now: '2020-06-10T09:00:00+08:00' })
  ;[centre, gansu] = await Promise.all([program.as('centre'), program.as('gansu-commerce')])
  await centre.send('POST', '/api/settlement/2020/plan-reviews', { id: newTestId(), provinceCode: '620000', score: '90', comment: '' })
  await centre.send('POST', '/api/settlement/2020/approvals', {
    id: newTestId(),
    provinceCode: '620000',
    approved: 3,
    reason: '方案得分90',
  })
})
afterAll(() => program.close())

describe('a province names its counties (notice-2020/5.5)', () => {
  test('the first three of the ranked list are proposed, each with the hash of its plan', async () => {
    const list = await view(gansu)
    expect(list).toMatchObject({ version: 0, state: 'draft', submittable: false, letter: null })
    expect(list.entries.map(entry => entry.rank)).toEqual([1, 2, 3])
    expect(list.entries.every(entry => /^[0-9a-f]{64}$/.test(entry.planHash ?? ''))).toBe(true)
    expect(unmet(list)).toEqual([])
  })

  test('one more than approved, or a stranger, cannot be submitted', async () => {
    const proposed = await view(gansu)
    const four = [...proposed.entries, { countyCode: '621022', type: 'repeat' }, { countyCode: '620102', type: 'first' }]
    expect((await gansu.send('PUT', at, content({ entries: four as Entry[] }, 0))).body).toMatchObject({ version: 1 })
    expect(unmet(await view(gansu))).toEqual(['within-approved-number', 'from-ranked-list', 'plans-attached'])
    const answer = await gansu.send<Problem>('POST', `${at}/submission`, { id: newTestId(), seenVersion: 1 })
    expect(answer).toMatchObject({ status: 422, body: { code: 'final-list-not-submittable' } })
    expect((await view(gansu)).state).toBe('draft')
  })

  test('a county passed over wants a reason', async () => {
    const skipped = [
      { countyCode: '622926', type: 'first' },
      { countyCode: '621126', type: 'first' },
    ] as Entry[]
    await gansu.send('PUT', at, content({ entries: skipped }, 1))
    expect(unmet(await view(gansu))).toEqual(['follows-ranked-order'])
    expect(await view(gansu)).toMatchObject({ submittable: false })
    await gansu.send('PUT', at, content({ entries: skipped }, 2, { reasons: { 'follows-ranked-order': '（演示）镇原县来函放弃' } }))
    expect(await view(gansu)).toMatchObject({ submittable: true, version: 3 })
  })

  test('a stale version is refused, the same save twice is one version, names and hashes are never taken from the caller', async () => {
    expect(await gansu.send<Problem>('PUT', at, content({ entries: [] }, 1))).toMatchObject({
      status: 409,
      body: { code: 'final-list-version', details: { version: 3 } },
    })
    const list = await view(gansu)
    const body = content(
      {
        entries: [
          { countyCode: '622926', type: 'first' },
          { countyCode: '621027', type: 'first' },
          { countyCode: '621126', type: 'first' },
        ] as Entry[],
      },
      list.version,
    )
    for (const _ of [1, 2]) expect((await gansu.send('PUT', at, body)).body).toMatchObject({ version: 4 })
    expect((await gansu.send('PUT', at, { ...body, entries: [{ countyCode: '622926', type: 'first', planHash: 'x' }] })).status).toBe(400)
  })

  test.each<[string, () => Promise<{ status: number }>]>([
    ['another province reads', async () => (await program.as('guizhou-commerce')).get(at)],
    ['the centre writes', async () => centre.send('PUT', at, content(await view(gansu), 4))],
    [
      'finance submits',
      async () => (await program.as('gansu-finance')).send('POST', `${at}/submission`, { id: newTestId(), seenVersion: 4 }),
    ],
    ['the province publishes', () => gansu.send('POST', `${at}/publication`, { id: newTestId() })],
  ])('%s: forbidden', async (_name, ask) => {
    expect((await ask()).status).toBe(403)
  })
})

describe('submitting, returning, publishing', () => {
  test('a letter of a day that has not come, or of before the ranked list, is not taken', async () => {
    const submit = () => gansu.send<Problem>('POST', `${at}/submission`, { id: newTestId(), seenVersion: 4 })
    program.setNow('2020-06-19T23:59:59+08:00')
    expect(await submit()).toMatchObject({ status: 400, body: { code: 'letter-date-in-future' } })
    await program.owner.query(
      `update final_list_version set content = jsonb_set(content, '{letter,date}', '"2020-05-18"') where version = 4`,
    )
    expect(await submit()).toMatchObject({ status: 400, body: { code: 'letter-date-too-early' } })
    await program.owner.query(
      `update final_list_version set content = jsonb_set(content, '{letter,date}', '"2020-06-20"') where version = 4`,
    )
    expect((await view(gansu)).state).toBe('draft')
  })

  test('the last second of 25 June passes, the next does not; a ruling opens it again', async () => {
    program.setNow('2020-06-26T00:00:00+08:00')
    const late = await gansu.send<Problem>('POST', `${at}/submission`, { id: newTestId(), seenVersion: 4 })
    expect(late.status).toBe(422)
    expect(late.body.findings?.find(finding => finding.code === 'submitted-in-time')?.status).toBe('unmet')
    const ruling = { id: newTestId(), ruling: '（演示）裁定3号', reason: '汛期', until: '2020-06-28T18:00:00+08:00' }
    expect((await gansu.send('POST', `${at}/ruling`, ruling)).status).toBe(403)
    for (const _ of [1, 2]) expect((await centre.send('POST', `${at}/ruling`, ruling)).status).toBe(200)
    for (const other of [{ reason: '旱期' }, { ruling: '（演示）裁定4号' }, { until: '2020-06-29T18:00:00+08:00' }])
      expect(await centre.send('POST', `${at}/ruling`, { ...ruling, ...other })).toMatchObject(idUsed)
    expect(await view(gansu)).toMatchObject({ submittable: true })
    program.setNow('2020-06-25T23:59:59+08:00')
    expect(await view(gansu)).toMatchObject({ submittable: true })
  })

  test('sent twice it is one submission; its text has the hash of the receipt; the letter can be downloaded', async () => {
    const order = { id: newTestId(), seenVersion: 4 }
    const [first, again] = await Promise.all([
      gansu.send<{ packageHash: string }>('POST', `${at}/submission`, order),
      gansu.send<{ packageHash: string }>('POST', `${at}/submission`, order),
    ])
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.packageHash).toBe(first.body.packageHash)
    expect(await gansu.send('POST', `${at}/submission`, { ...order, seenVersion: 3 })).toMatchObject(idUsed)
    expect(sha256Hex((await gansu.get(`${at}/letter?format=json`)).bytes)).toBe(first.body.packageHash)
    for (const format of ['docx', 'xlsx'])
      expect((await gansu.get(`${at}/letter?format=${format}`)).bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('returned with a reason, submitted anew', async () => {
    expect((await centre.send('POST', `${at}/return`, { id: newTestId(), reason: ' ' })).status).toBe(400)
    const order = { id: newTestId(), reason: '函未盖章' }
    for (const _ of [1, 2]) expect((await centre.send('POST', `${at}/return`, order)).status).toBe(200)
    expect(await centre.send('POST', `${at}/return`, { ...order, reason: '缺方案' })).toMatchObject(idUsed)
    expect(await view(gansu)).toMatchObject({ state: 'draft', verbs: ['save', 'submit'] })
    expect((await gansu.send('POST', `${at}/submission`, { id: newTestId(), seenVersion: 4 })).status).toBe(200)
  })

  test('a list that holds more counties than are approved by now is not published, and nobody is designated', async () => {
    const approve = (approved: number) =>
      centre.send('POST', '/api/settlement/2020/approvals', { id: newTestId(), provinceCode: '620000', approved, reason: '复核' })
    expect((await approve(2)).status).toBe(200)
    const answer = await centre.send<Problem>('POST', `${at}/publication`, { id: newTestId() })
    expect(answer).toMatchObject({ status: 422, body: { code: 'final-list-not-publishable' } })
    expect(answer.body.findings?.filter(finding => finding.status !== 'met').map(finding => finding.code)).toEqual([
      'within-approved-number',
    ])
    expect((await view(gansu)).state).toBe('submitted')
    expect((await program.owner.query("select 1 from designation where year = 2020 and county_code like '62%'")).rowCount).toBe(0)
    expect((await approve(3)).status).toBe(200)
  })

  test('published once: the counties are demonstration counties from the date of the letter', async () => {
    const order = { id: newTestId() }
    for (const _ of [1, 2]) expect((await centre.send('POST', `${at}/publication`, order)).status).toBe(200)
    program.setNow('2020-07-10T09:00:00+08:00')
    const published = await view(gansu)
    expect(published).toMatchObject({ state: 'published', verbs: [] })
    const plans = await program.owner.query(
      "select county_code, state, content->>'basis' as basis from plan_version where county_code like '62%' order by 1",
    )
    expect(plans.rows).toEqual(
      published.entries
        .map(({ countyCode }) => ({ county_code: countyCode, state: 'approved', basis: 'final-list' }))
        .toSorted((a, b) => (a.county_code < b.county_code ? -1 : 1)),
    )
    expect(unmet(published)).toEqual([])
    const rows = (
      await program.owner.query<{ county_code: string; first_day: Date; way: string; document: string; clause: string }>(
        "select county_code, way, document, clause from designation where year = 2020 and county_code like '62%' order by county_code",
      )
    ).rows
    expect(rows).toEqual(
      ['621027', '621126', '622926'].map(county_code => ({
        county_code,
        way: 'application',
        document: letter.number,
        clause: 'notice-2020/5.5',
      })),
    )
    expect((await program.owner.query("select 1 from publication where kind = 'final-list' and county_code = '620000'")).rowCount).toBe(1)
  })

  test('once published, the number it rests on stands', async () => {
    const lower = { id: newTestId(), provinceCode: '620000', approved: 2, reason: '复核' }
    expect(await centre.send<Problem>('POST', '/api/settlement/2020/approvals', lower)).toMatchObject({
      status: 409,
      body: { code: 'final-list-published' },
    })
  })
})

test('an incentive county enters beside the ranked list (notice-2020/4.7)', async () => {
  const path = '/api/final-lists/2020/230000'
  program.setNow('2020-06-12T09:00:00+08:00')
  const proposed = (await centre.get<View & { incentive: Entry[] }>(path)).body
  expect(proposed.incentive).toMatchObject([{ countyCode: '230184', type: 'directDesignation', planHash: null }])
})

test('the centre sees all provinces, drafts only as drafts', async () => {
  const { rows } = (
    await centre.get<{ rows: { provinceCode: string; state: string | null; counties: number | null }[] }>('/api/final-lists/2020')
  ).body
  expect(rows).toHaveLength(31)
  expect(rows.find(row => row.provinceCode === '620000')).toMatchObject({ state: 'published', counties: 3 })
  expect(rows.find(row => row.provinceCode === '510000')).toMatchObject({ state: null, counties: null })
})
