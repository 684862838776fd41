import { useEffect, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useApi } from '../api/use-api.ts'
import type { KeptRecord, KeptSheet, PhoneStore } from './phone-store.ts'
import { preparePhone } from './prepare-phone.ts'

export type Sheet<View> = {
  view: View
  /** Now by the server's clock, told on by the phone's since the view was fetched. */
  now: Date
  /** Whether the view is the phone's, because the server is not reached. */
  fromPhone: boolean
}

export type SheetState<View> = {
  sheet: Sheet<View> | null
  /** Why there is no view at all; null while it comes, or when it is there. */
  problem: Problem | null
  /** Whether the page will open on this phone without a network; null while that is being made so. */
  ready: boolean | null
}

const sheetOf = <View extends { asOf: string }>(
  { view, keptAt }: Pick<KeptSheet<View>, 'view' | 'keptAt'>,
  fromPhone: boolean,
): Sheet<View> => ({
  view,
  now: new Date(Date.parse(view.asOf) + Date.now() - keptAt),
  fromPhone,
})

export type SheetOrder<View extends { asOf: string }, Record extends KeptRecord> = {
  /** Where the view is read from. */
  path: string
  /** What it is kept under, of which person. */
  key: string
  personId: string
  store: PhoneStore<View, Record>
  /** The pages that open without a network, and what they need that is not loaded yet. */
  scope: `/${string}/`
  beforehand?: () => Promise<unknown>
}

/** What a page shows: from the server, and kept on the phone each time; from the phone where there is no network. */
export function useSheet<View extends { asOf: string }, Record extends KeptRecord>(order: SheetOrder<View, Record>): SheetState<View> {
  const { path, key, personId, store, scope, beforehand } = order
  const query = useApi<View>(path)
  const [kept, setKept] = useState<KeptSheet<View> | null>(null)
  const [ready, setReady] = useState<boolean | null>(null)
  const { data, dataUpdatedAt: keptAt, error, isPlaceholderData } = query
  const fetched = data && !isPlaceholderData ? data : null
  useEffect(() => {
    let gone = false
    void store.sheet(key).then(
      found => (gone ? undefined : setKept(found)),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [store, key])
  useEffect(() => {
    if (!fetched) return
    const sheet = { key, personId, view: fetched, keptAt }
    void Promise.all([store.keepSheet(sheet), preparePhone(scope, beforehand)]).then(
      ([, page]) => setReady(page),
      () => setReady(false),
    )
  }, [fetched, keptAt, key, personId, store, scope, beforehand])
  if (fetched) return { sheet: sheetOf({ view: fetched, keptAt }, error !== null), problem: null, ready }
  if (kept) return { sheet: sheetOf(kept, true), problem: null, ready: true }
  return { sheet: null, problem: error, ready: null }
}
