import { expect, test } from 'vitest'
import { Problem } from '../api/problem.ts'
import type { KeptRecord, PhoneStore } from './phone-store.ts'
import { sendKept } from './send-kept.ts'

const person = 'person'
const kept = (id: string, keptAt: number, change: Partial<KeptRecord> = {}): KeptRecord => ({
  id,
  personId: person,
  keptAt,
  refused: null,
  ...change,
})

function phone(...records: KeptRecord[]) {
  const there = new Map(records.map(record => [record.id, record]))
  const store: PhoneStore<never, KeptRecord> = {
    keepSheet: async () => undefined,
    sheet: async () => null,
    keep: async record => void there.set(record.id, record),
    drop: async id => void there.delete(id),
    records: async personId => [...there.values()].filter(each => each.personId === personId).sort((a, b) => a.keptAt - b.keptAt),
  }
  return { store, there }
}
const words = (problem: Problem): string => problem.text.zh

test('what was kept is sent in order and leaves the phone; another person’s stays', async () => {
  const { store, there } = phone(kept('b', 2), kept('a', 1), kept('other', 0, { personId: 'somebody else' }))
  const sent: string[] = []
  expect(await sendKept(store, person, async ({ id }) => void sent.push(id), words)).toBeNull()
  expect(sent).toEqual(['a', 'b'])
  expect([...there.keys()]).toEqual(['other'])
})

test.each([
  ['no network', 0],
  ['the server in trouble', 503],
  ['signed out', 401],
  ['too many at once', 429],
])('%s: everything stays and waits', async (_what, status) => {
  const { store, there } = phone(kept('a', 1), kept('b', 2))
  const stopped = await sendKept(store, person, () => Promise.reject(new Problem(status, {})), words)
  expect(stopped?.status).toBe(status)
  expect([...there.values()].map(({ refused }) => refused)).toEqual([null, null])
})

test('what the server refuses stays with its words, is not sent again by itself, and does not stop the others', async () => {
  const { store, there } = phone(kept('a', 1), kept('b', 2))
  const refusal = new Problem(400, { message: { zh: '盘点日期不能晚于今天。', en: 'not of the future' } })
  const asked: string[] = []
  const send = async ({ id }: KeptRecord): Promise<void> => {
    asked.push(id)
    if (id === 'a') throw refusal
  }
  for (const _ of [1, 2]) expect(await sendKept(store, person, send, words)).toBeNull()
  expect(asked).toEqual(['a', 'b'])
  expect([...there.values()].map(({ id, refused }) => [id, refused])).toEqual([['a', '盘点日期不能晚于今天。']])
})
