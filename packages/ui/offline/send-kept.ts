import { asProblem } from '../api/problem.ts'
import type { Problem } from '../api/problem.ts'
import type { KeptRecord, PhoneStore } from './phone-store.ts'

async function sendOne<Record>(send: (record: Record) => Promise<unknown>, record: Record): Promise<Problem | null> {
  try {
    await send(record)
    return null
  } catch (thrown) {
    return asProblem(thrown)
  }
}

/** Whether the answer says nothing about the record itself: no network, a server in trouble, or nobody signed in. It waits and is sent again. */
const waits = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 401 || status === 429

/**
 * Sends what this phone kept, oldest first. Every record has the id it was kept under, so one whose answer was lost is sent again and is still one. It
 * leaves the phone only when the server has it; what the server refuses stays, with its words.
 * @returns what stopped the sending; null when nothing waits any more but what was refused.
 */
export async function sendKept<View, Record extends KeptRecord>(
  store: PhoneStore<View, Record>,
  personId: string,
  send: (record: Record) => Promise<unknown>,
  wordsOf: (problem: Problem) => string,
): Promise<Problem | null> {
  for (const record of await store.records(personId)) {
    if (record.refused !== null) continue
    const problem = await sendOne(send, record)
    if (problem && waits(problem)) return problem
    if (problem) await store.keep({ ...record, refused: wordsOf(problem) })
    else await store.drop(record.id)
  }
  return null
}
