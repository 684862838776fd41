import { asProblem } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import type { KeptTake, PhoneStore } from './phone-store.ts'

type Post = (path: string, body: unknown) => Promise<unknown>

async function sendOne(post: Post, { county, take, photo }: KeptTake): Promise<Problem | null> {
  try {
    if (photo) await post(`/api/projects/${county}/stock-photos?id=${photo.id}&name=${encodeURIComponent(photo.name)}`, photo.bytes)
    const { countyCode: _county, ...body } = take
    await post(`/api/projects/${county}/stock-takes`, body)
    return null
  } catch (thrown) {
    return asProblem(thrown)
  }
}

/** Whether the answer says nothing about the record itself: no network, a server in trouble, or nobody signed in. It waits and is sent again. */
const waits = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 401 || status === 429

/**
 * Sends what this phone kept, oldest first. Every record and photo has the id it was kept under, so one whose answer was lost is sent again and is
 * still one. It leaves the phone only when the server has it; what the server refuses stays, with its words.
 * @returns what stopped the sending; null when nothing waits any more but what was refused.
 */
export async function sendTakes(
  store: PhoneStore,
  personId: string,
  post: Post,
  wordsOf: (problem: Problem) => string,
): Promise<Problem | null> {
  for (const kept of await store.takes(personId)) {
    if (kept.refused !== null) continue
    const problem = await sendOne(post, kept)
    if (problem && waits(problem)) return problem
    if (problem) await store.keepTake({ ...kept, refused: wordsOf(problem) })
    else await store.dropTake(kept.id)
  }
  return null
}
