import { useSyncExternalStore } from 'react'
import { asProblem } from './problem.ts'
import type { Problem } from './problem.ts'
import { sendFile } from './send-file.ts'

/** A file on its way or arrived; `percent` of its bytes are sent. `answer` waits for the page that wants it; `problem` stays until the next file. */
export type Upload = { file: File; percent: number; state: 'under-way' | 'answered' | 'refused'; answer: unknown; problem: Problem | null }

/** Kept outside the pages, so that whoever sends a large file may leave its page, come back, and find how far it is. */
const uploads = new Map<string, Upload>()
const listeners = new Set<() => void>()

const isUnderWay = (): boolean => [...uploads.values()].some(({ state }) => state === 'under-way')

/** The browser asks before it closes a window from which a file is still being sent. */
const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault()

function set(place: string, upload: Upload | null): void {
  if (upload === null) uploads.delete(place)
  else uploads.set(place, upload)
  if (isUnderWay()) window.addEventListener('beforeunload', askFirst)
  else window.removeEventListener('beforeunload', askFirst)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What differs from one sending to the next. The version seen changes while the answer is on its way: the page is read anew before it is handed out. */
const ofOneSending = ['id', 'key', 'version', 'seenVersion', 'reason']

/** Where an upload belongs: its route without what belongs to one sending. */
export function placeOf(path: string): string {
  const [route = '', query = ''] = path.split('?')
  const values = new URLSearchParams(query)
  for (const name of ofOneSending) values.delete(name)
  return `${route}?${values}`
}

/** The upload of a place, whoever began it; null where there is none. */
export const useUpload = (place: string): Upload | null => useSyncExternalStore(subscribe, () => uploads.get(place) ?? null)

/** Sends a file in the name of its place; `arrived` runs before the answer is handed out. */
export async function upload(path: string, file: File, arrived: () => Promise<void>): Promise<void> {
  const place = placeOf(path)
  const sending: Upload = { file, percent: 0, state: 'under-way', answer: null, problem: null }
  set(place, sending)
  try {
    const answer = await sendFile<unknown>(path, file, percent => set(place, { ...sending, percent }))
    await arrived()
    set(place, { ...sending, percent: 100, state: 'answered', answer })
  } catch (thrown) {
    set(place, { ...sending, state: 'refused', problem: asProblem(thrown) })
  }
}

/** The answer was shown. */
export const forgetUpload = (place: string): void => set(place, null)
