import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

type Found = { places: { code: string; fullName: string; reason: string; formerly: string[]; validTo: string | null }[] }
const find = async (query: string) => (await program.anyone.get<Found>(`/api/places?${query}`)).body.places

test('anyone finds places, with what holds them', async () => {
  expect((await find('text=cq'))[0]).toMatchObject({ code: '500000', fullName: '重庆市' })
  const [hit] = await find(`text=${encodeURIComponent('四川 会理')}`)
  expect(hit).toMatchObject({ code: '513425', fullName: '四川省 凉山彝族自治州 会理县' })
})

test('an old name leads to the county in force on the day of the server', async () => {
  const query = `text=${encodeURIComponent('水城县')}&levels=county&inForce=today`
  expect((await find(query))[0]).toMatchObject({ code: '520221' })
  program.setNow('2020-08-01T00:00:00+08:00')
  expect((await find(query))[0]).toMatchObject({ code: '520204', reason: 'former-name', formerly: ['水城县 520221'] })
})

test('a county knows its townships, whichever of its codes is asked', async () => {
  type Townships = { townships: { code: string; villages: number }[] }
  const before = await program.anyone.get<Townships>('/api/places/520221/townships')
  const after = await program.anyone.get<Townships>('/api/places/520204/townships')
  expect(after.body.townships).toEqual(before.body.townships)
  expect(before.body.townships).toHaveLength(35)
  expect(before.body.townships.reduce((sum, township) => sum + township.villages, 0)).toBe(229)
})

test('a county says what became of its code', async () => {
  const answer = await program.anyone.get('/api/places/320611')
  expect(answer.body).toMatchObject({ name: '港闸区', changeFrom: { to: '320613', changedOn: '2020-07-17', kind: 'merged' } })
})

describe('bad input gets one clear error', () => {
  test.each([
    ['/api/places', 400],
    ['/api/places?text=', 400],
    ['/api/places?text=a&limit=0', 400],
    ['/api/places?text=a&limit=1000', 400],
    ['/api/places?text=a&levels=village', 400],
    ['/api/places?text=a&within=51', 400],
    ['/api/places?text=a&colour=red', 400],
    [`/api/places?text=${'a'.repeat(61)}`, 400],
    ['/api/places/999999', 404],
    ['/api/places/51', 400],
    ['/api/places/510000/townships', 404],
    ['/api/places/999999/townships', 404],
  ])('%s → %i', async (path, status) => {
    const answer = await program.anyone.get<{ message?: unknown; code?: string }>(path)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})
