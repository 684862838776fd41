import { useCallback, useEffect, useRef, useState } from 'react'
import { request, useBilingual } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { phoneStore } from './phone-store.ts'
import type { KeptTake } from './phone-store.ts'
import { sendTakes } from './send-takes.ts'

export type KeptTakes = {
  takes: readonly KeptTake[]
  sending: boolean
  /** What stopped the last sending; null when everything went. */
  stopped: Problem | null
  /** Keeps a record on the phone and sends what waits. It is safe from the moment this has kept it. */
  record: (take: KeptTake) => Promise<void>
  /** Sends what waits, now. */
  sync: () => Promise<void>
  drop: (id: string) => Promise<void>
}

const post = (path: string, body: unknown): Promise<unknown> => request('POST', path, body)

/** What this person recorded on this phone and the server does not have yet; sent by itself when the page opens and when the network is back. */
export function useKeptTakes(personId: string): KeptTakes {
  const inLanguage = useBilingual()
  const [takes, setTakes] = useState<readonly KeptTake[]>([])
  const [stopped, setStopped] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const words = useRef(inLanguage)
  words.current = inLanguage
  const read = useCallback(async () => setTakes(await phoneStore.takes(personId)), [personId])
  const sync = useCallback(async (): Promise<void> => {
    setSending(true)
    try {
      // One page at a time sends; a second one would only send the same again.
      const send = () => sendTakes(phoneStore, personId, post, ({ text }) => words.current(text))
      setStopped(await navigator.locks.request('jincun-stock-take', send))
    } finally {
      setSending(false)
      await read()
    }
  }, [personId, read])
  useEffect(() => {
    const back = (): void => void sync()
    back()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [sync])
  const record = async (take: KeptTake): Promise<void> => {
    await phoneStore.keepTake(take)
    await sync()
  }
  const drop = async (id: string): Promise<void> => {
    await phoneStore.dropTake(id)
    await read()
  }
  return { takes, sending, stopped, record, sync, drop }
}
