import { useEffect, useState } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { useApi } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import type { AssetView } from '../asset-view.ts'
import { phoneStore, sheetKey } from './phone-store.ts'
import type { KeptSheet } from './phone-store.ts'
import { preparePhone } from './prepare-phone.ts'

export type Sheet = {
  view: AssetView
  /** Today by the server's clock, told on by the phone's since the cards were fetched. */
  today: string
  /** Whether the cards are the phone's, because the server is not reached. */
  fromPhone: boolean
}
type SheetState = {
  sheet: Sheet | null
  /** Why there are no cards at all; null while they come, or when there are. */
  problem: Problem | null
  /** Whether the page will open on this phone without a network; null while that is being made so. */
  ready: boolean | null
}

const sheetOf = ({ view, keptAt }: Pick<KeptSheet, 'view' | 'keptAt'>, fromPhone: boolean): Sheet => ({
  view,
  today: shanghaiDate(new Date(Date.parse(view.asOf) + Date.now() - keptAt)),
  fromPhone,
})

/** The cards of a county: from the server, and kept on the phone each time; from the phone where there is no network. */
export function useSheet(county: string, personId: string): SheetState {
  const query = useApi<AssetView>(`/api/projects/${county}/assets`)
  const [kept, setKept] = useState<KeptSheet | null>(null)
  const [ready, setReady] = useState<boolean | null>(null)
  const { data, dataUpdatedAt: keptAt, error, isPlaceholderData } = query
  const fetched = data && !isPlaceholderData ? data : null
  useEffect(() => {
    let gone = false
    void phoneStore.sheet(county, personId).then(
      found => (gone ? undefined : setKept(found)),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [county, personId])
  useEffect(() => {
    if (!fetched) return
    const sheet = { key: sheetKey(county, personId), county, personId, view: fetched, keptAt }
    void Promise.all([phoneStore.keepSheet(sheet), preparePhone()]).then(
      ([, page]) => setReady(page),
      () => setReady(false),
    )
  }, [fetched, keptAt, county, personId])
  if (fetched) return { sheet: sheetOf({ view: fetched, keptAt }, error !== null), problem: null, ready }
  if (kept) return { sheet: sheetOf(kept, true), problem: null, ready: true }
  return { sheet: null, problem: error, ready: null }
}
