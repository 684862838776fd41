import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawExperts, nextReserve, poolHash } from './draw-experts.ts'
import type { DrawCandidate, DrawPlan } from './draw-experts.ts'
import { joinSeed, sealOf } from './draw-seed.ts'

const candidate = (id: string, organisationName = `org-${id}`, fields = ['training']): DrawCandidate => ({ id, organisationName, fields })
const plan = (seats: number, more: Partial<DrawPlan> = {}): DrawPlan => ({ seats, fieldSeats: [], organisationMaximum: null, ...more })

const seatsOf = (result: ReturnType<typeof drawExperts>): string[] => {
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value.filter(drawn => drawn.seat).map(drawn => drawn.expertId)
}

/** What an outsider does by hand, with the system's own SHA-256: digest each id, sort, take the first. */
const byHand = (ids: readonly string[], seed: string, seats: number): string[] =>
  ids
    .map(id => [createHash('sha256').update(`${seed}/${id}`, 'utf8').digest('hex'), id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, seats)
    .map(([, id]) => id)

const pools = fc.uniqueArray(fc.uuid(), { minLength: 3, maxLength: 30 })

test('an outsider who hashes seed/id and sorts gets the same panel', () => {
  fc.assert(
    fc.property(pools, fc.string({ minLength: 1 }), (ids, seed) => {
      expect(
        seatsOf(
          drawExperts(
            ids.map(id => candidate(id)),
            plan(3),
            seed,
          ),
        ),
      ).toEqual(byHand(ids, seed, 3))
    }),
  )
})

test('the order of the pool changes neither draw nor pool hash', () => {
  fc.assert(
    fc.property(
      pools.chain(ids => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }))),
      ([ids, shuffled]) => {
        const [a, b] = [ids, shuffled].map(list => list.map(id => candidate(id, `org-${id.slice(0, 1)}`)))
        const rules = plan(2, { organisationMaximum: 2 })
        expect(drawExperts(a ?? [], rules, '2020-05-08')).toEqual(drawExperts(b ?? [], rules, '2020-05-08'))
        expect(poolHash(a ?? [])).toBe(poolHash(b ?? []))
      },
    ),
  )
})

test('a changed field, organisation or member changes the pool hash', () => {
  const pool = [candidate('a'), candidate('b')]
  const changed = [
    [candidate('a')],
    [candidate('a'), candidate('b', 'other')],
    [candidate('a'), candidate('b', 'org-b', ['joint-delivery'])],
  ]
  expect(new Set([pool, ...changed].map(poolHash)).size).toBe(4)
})

test('over many seeds every expert is drawn about equally often', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `expert-${index}`)
  const drawn = new Map(ids.map(id => [id, 0]))
  for (let seed = 0; seed < 4000; seed++)
    for (const id of seatsOf(
      drawExperts(
        ids.map(id => candidate(id)),
        plan(3),
        `seed ${seed}`,
      ),
    ))
      drawn.set(id, (drawn.get(id) ?? 0) + 1)
  // Expected 1200 each, standard deviation √(4000·0.3·0.7) ≈ 29; five of them either way.
  for (const count of drawn.values()) expect(Math.abs(count - 1200)).toBeLessThan(145)
})

test('field seats are filled first and named', () => {
  const pool = [...'abcdef']
    .map(id => candidate(id))
    .concat(candidate('x', 'o-x', ['joint-delivery']), candidate('y', 'o-y', ['joint-delivery']))
  const result = drawExperts(pool, plan(3, { fieldSeats: [{ field: 'joint-delivery', seats: 2 }] }), 'seed')
  const seats = result.ok ? result.value.filter(drawn => drawn.seat) : []
  expect(
    seats
      .filter(drawn => drawn.forField === 'joint-delivery')
      .map(drawn => drawn.expertId)
      .sort(),
  ).toEqual(['x', 'y'])
  expect(seats).toHaveLength(3)
})

test('no organisation has more seats than the limit, however its name is written', () => {
  const pool = [
    candidate('a', '四川 大学'),
    candidate('b', '四川大学'),
    candidate('c', '四川大学'),
    candidate('d', '成都（商）学院'),
    candidate('e', '成都(商)学院'),
  ]
  const seats = seatsOf(drawExperts(pool, plan(2, { organisationMaximum: 1 }), 'seed'))
  expect(seats.filter(id => 'abc'.includes(id))).toHaveLength(1)
  expect(drawExperts(pool, plan(3, { organisationMaximum: 1 }), 'seed')).toMatchObject({
    ok: false,
    reason: { details: { wanted: 3, found: 2 } },
  })
})

test.each([
  ['more seats than experts', plan(3), 'pool-too-small'],
  ['a field nobody has', plan(1, { fieldSeats: [{ field: 'none', seats: 1 }] }), 'pool-too-small'],
  ['field seats above the panel', plan(1, { fieldSeats: [{ field: 'training', seats: 2 }] }), 'pool-too-small'],
])('%s is refused', (_name, rules, code) => {
  expect(drawExperts([candidate('a'), candidate('b')], rules, 'seed')).toMatchObject({ ok: false, reason: { code } })
})

test('the next reserve is the first in drawn order who was not asked and fits the seat', () => {
  const pool = [candidate('a', 'one'), candidate('b', 'one'), candidate('c', 'two', ['joint-delivery']), candidate('d', 'two')]
  const drawn = ['a', 'b', 'c', 'd'].map((expertId, index) => ({
    expertId,
    place: index + 1,
    digest: '',
    seat: index === 0,
    forField: null,
  }))
  const next = (invited: string[], panel: string[], field: string | null, organisationMaximum: number | null) =>
    nextReserve(drawn, pool, new Set(invited), new Set(panel), { field, organisationMaximum })?.expertId ?? null
  expect(next(['a'], [], null, null)).toBe('b')
  expect(next(['a'], ['a'], null, 1)).toBe('c')
  expect(next(['a'], [], 'joint-delivery', null)).toBe('c')
  expect(next(['a', 'b', 'c', 'd'], [], null, null)).toBeNull()
})

test('a sealed part must be the text that was sealed; the seed joins the parts in order', () => {
  const secret = '纪检组 2020-05-07 秋水共长天一色 落霞'
  const sources = [
    { kind: 'sealed', party: '省纪检监察组', seal: sealOf(secret) },
    { kind: 'public-number', party: '双色球第2020031期', where: '中国福彩网' },
  ] as const
  expect(joinSeed(sources, [secret, ' 03 11 17 21 26 30+07 '])).toEqual({ ok: true, value: `${secret}+03 11 17 21 26 30+07` })
  expect(joinSeed(sources, [`${secret}。`, '03'])).toMatchObject({ ok: false, reason: { where: 'parts[0]' } })
  expect(joinSeed(sources, [secret, ' '])).toMatchObject({ ok: false, reason: { where: 'parts[1]' } })
  expect(joinSeed(sources, [secret, '03', 'one more'])).toMatchObject({ ok: false, reason: { where: 'parts[2]' } })
  const short = [{ kind: 'sealed', party: '甲', seal: sealOf('123456') }] as const
  expect(joinSeed(short, ['123456'])).toMatchObject({ ok: false, reason: { message: { zh: expect.stringContaining('不足16个字符') } } })
})
