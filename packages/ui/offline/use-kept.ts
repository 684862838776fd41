import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useBilingual } from '../messages.ts'
import type { KeptRecord, PhoneStore } from './phone-store.ts'
import { sendKept } from './send-kept.ts'

export type Kept<Record> = {
  records: readonly Record[]
  sending: boolean
  /** What stopped the last sending; null when everything went. */
  stopped: Problem | null
  /** Keeps a record on the phone and sends what waits. It is safe from the moment this has kept it. */
  record: (record: Record) => Promise<void>
  /** Sends what waits, now. */
  sync: () => Promise<void>
  drop: (id: string) => Promise<void>
}

/** One kind of work that goes on without a network: where it is kept, the lock its sending holds, and how one record is sent. */
export type OfflineWork<View, Record extends KeptRecord> = {
  store: PhoneStore<View, Record>
  lock: string
  send: (record: Record) => Promise<unknown>
}

/** What this person recorded on this phone and the server does not have yet; sent by itself when the page opens and when the network is back. */
export function useKept<View, Record extends KeptRecord>(work: OfflineWork<View, Record>, personId: string): Kept<Record> {
  const { store, lock, send } = work
  const inLanguage = useBilingual()
  const queries = useQueryClient()
  const [records, setRecords] = useState<readonly Record[]>([])
  const [stopped, setStopped] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const words = useRef(inLanguage)
  words.current = inLanguage
  const read = useCallback(async () => setRecords(await store.records(personId)), [store, personId])
  const sync = useCallback(async (): Promise<void> => {
    setSending(true)
    const waited = (await store.records(personId)).length
    try {
      // One page at a time sends; a second one would only send the same again.
      const sendAll = () => sendKept(store, personId, send, ({ text }) => words.current(text))
      setStopped(await navigator.locks.request(lock, sendAll))
    } finally {
      setSending(false)
      await read()
      // What the server took is among what the page shows of it.
      if ((await store.records(personId)).length < waited) await queries.invalidateQueries()
    }
  }, [store, lock, send, personId, read, queries])
  useEffect(() => {
    const back = (): void => void sync()
    back()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [sync])
  const record = async (kept: Record): Promise<void> => {
    await store.keep(kept)
    await sync()
  }
  const drop = async (id: string): Promise<void> => {
    await store.drop(id)
    await read()
  }
  return { records, sending, stopped, record, sync, drop }
}
