import { loadPolicy } from '@jincun/policy/load'
import { standardFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { NodeKind, Site } from '@jincun/projects'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { drawSample, drawSeed } from './index.ts'
import { siteOf } from './testing/sites.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const kinds: readonly NodeKind[] = ['county-service-centre', 'distribution-centre', 'township-station', 'village-station', 'delivery-route']
const sitesOf = (counts: readonly number[]): Site[] =>
  counts.flatMap((count, kind) =>
    Array.from({ length: count }, (_, index) => siteOf(kind * 1_000 + index, { kind: kinds[kind] ?? 'other' })),
  )
const share = (level: 'city' | 'province', kind: NodeKind): number =>
  standardFor(pack, '510000', 2020)?.sampling.find(each => each.level === level && each.node === kind)?.minimumPercent ?? 100

test.each<['city' | 'province', NodeKind, number, number]>([
  // Sichuan takes the shares of Henan for now: townships 35 % and 10 %, villages 5 % and 1 %.
  ['city', 'township-station', 20, 7],
  ['city', 'township-station', 21, 8],
  ['province', 'township-station', 10, 1],
  ['province', 'township-station', 11, 2],
  ['city', 'village-station', 20, 1],
  ['city', 'village-station', 21, 2],
  ['province', 'village-station', 100, 1],
  ['province', 'village-station', 101, 2],
  ['city', 'county-service-centre', 1, 1],
  // A kind without a share of its own is drawn whole.
  ['province', 'delivery-route', 7, 7],
])('%s draws of %s: %i sites give %i', (level, kind, sites, drawn) => {
  const all = Array.from({ length: sites }, (_, index) => siteOf(index, { kind }))
  expect(drawSample(all, level, 'seed-2020', 2020, pack)).toHaveLength(drawn)
})

test('the same seed draws the same sites in whatever order they are given; each kind gives its share and not one site more', () => {
  const counts = fc.tuple(...kinds.map(() => fc.nat(40)))
  fc.assert(
    fc.property(
      counts,
      fc.string({ minLength: 8, maxLength: 30 }),
      fc.constantFrom('city' as const, 'province' as const),
      (some, seed, level) => {
        const all = sitesOf(some)
        const drawn = drawSample(all, level, seed, 2020, pack)
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawSample(all.toReversed(), level, seed, 2020, pack).toSorted()).toEqual(drawn.toSorted())
        for (const kind of kinds) {
          const own = all.filter(site => site.kind === kind)
          const taken = own.filter(({ id }) => drawn.includes(id)).length
          expect(taken * 100 >= own.length * share(level, kind)).toBe(true)
          expect((taken - 1) * 100 < own.length * share(level, kind) || own.length === 0).toBe(true)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('no site is spared by its place in the list: over many seeds each is drawn about as often as another', () => {
  const all = Array.from({ length: 20 }, (_, index) => siteOf(index, { kind: 'township-station' }))
  const times = new Map(all.map(({ id }) => [id, 0]))
  for (let seed = 0; seed < 400; seed += 1)
    for (const id of drawSample(all, 'city', `seed ${seed}`, 2020, pack)) times.set(id, (times.get(id) ?? 0) + 1)
  // 7 of 20 over 400 draws: 140 expected, standard deviation below 10.
  for (const count of times.values()) expect(Math.abs(count - 140)).toBeLessThan(50)
})

test('the seed follows from request, draw, sites and nonce, in whatever order the sites are given; any other of them gives another seed', () => {
  const sites = sitesOf([2, 1, 3, 0, 1])
  const [request, nonce] = ['01900000-0000-7000-c000-00000000a000', '01900000-0000-7000-c000-00000000b000']
  const seed = drawSeed(request, 1, sites, nonce)
  expect(seed).toMatch(/^[0-9a-f]{64}$/)
  expect(drawSeed(request, 1, sites.toReversed(), nonce)).toBe(seed)
  const others = [drawSeed(nonce, 1, sites, nonce), drawSeed(request, 2, sites, nonce), drawSeed(request, 1, sites.slice(1), nonce)]
  expect(new Set([seed, ...others, drawSeed(request, 1, sites, request)]).size).toBe(5)
})
