import { expect, test } from 'vitest'
import { Problem } from '@jincun/ui'
import type { KeptTake, PhoneStore } from './phone-store.ts'
import { sendTakes } from './send-takes.ts'

const person = 'person'
const kept = (id: string, keptAt: number, change: Partial<KeptTake> = {}): KeptTake => ({
  id,
  county: '513431',
  personId: person,
  number: `513431-ZC-${id}`,
  name: '站点电脑',
  take: {
    id,
    countyCode: '513431',
    assetId: 'asset',
    takenOn: '2020-06-02',
    found: true,
    state: 'in-use',
    longitude: null,
    latitude: null,
    note: '',
    photoFileId: null,
  },
  photo: null,
  keptAt,
  refused: null,
  ...change,
})

function phone(...takes: KeptTake[]) {
  const there = new Map(takes.map(take => [take.id, take]))
  const store: PhoneStore = {
    keepSheet: async () => undefined,
    sheet: async () => null,
    keepTake: async take => void there.set(take.id, take),
    dropTake: async id => void there.delete(id),
    takes: async personId => [...there.values()].filter(take => take.personId === personId).sort((a, b) => a.keptAt - b.keptAt),
  }
  return { store, there }
}
const words = (problem: Problem): string => problem.text.zh

test('what was kept is sent in order, a photo before its record, and leaves the phone; another person’s stays', async () => {
  const photo = { id: 'photo', name: '照片.jpg', bytes: new Blob(['x']) }
  const { store, there } = phone(kept('b', 2), kept('a', 1, { photo }), kept('other', 0, { personId: 'somebody else' }))
  const sent: string[] = []
  expect(await sendTakes(store, person, async path => void sent.push(path), words)).toBeNull()
  expect(sent).toEqual([
    `/api/projects/513431/stock-photos?id=photo&name=${encodeURIComponent('照片.jpg')}`,
    '/api/projects/513431/stock-takes',
    '/api/projects/513431/stock-takes',
  ])
  expect([...there.keys()]).toEqual(['other'])
})

test.each([
  ['no network', 0],
  ['the server in trouble', 503],
  ['signed out', 401],
  ['too many at once', 429],
])('%s: everything stays and waits', async (_what, status) => {
  const { store, there } = phone(kept('a', 1), kept('b', 2))
  const stopped = await sendTakes(store, person, () => Promise.reject(new Problem(status, {})), words)
  expect(stopped?.status).toBe(status)
  expect([...there.values()].map(({ refused }) => refused)).toEqual([null, null])
})

test('what the server refuses stays with its words, is not sent again by itself, and does not stop the others', async () => {
  const { store, there } = phone(kept('a', 1), kept('b', 2))
  const refusal = new Problem(400, { message: { zh: '盘点日期不能晚于今天。', en: 'not of the future' } })
  const asked: string[] = []
  const post = async (_path: string, body: unknown): Promise<void> => {
    const { id } = body as { id: string }
    asked.push(id)
    if (id === 'a') throw refusal
  }
  for (const _ of [1, 2]) expect(await sendTakes(store, person, post, words)).toBeNull()
  expect(asked).toEqual(['a', 'b'])
  expect([...there.values()].map(({ id, refused }) => [id, refused])).toEqual([['a', '盘点日期不能晚于今天。']])
})
