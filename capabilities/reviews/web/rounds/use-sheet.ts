import { useCallback, useEffect, useRef, useState } from 'react'
import { asProblem, request, useNow } from '@jincun/ui'
import { checkScoreSheet, formatHalfPoints, parseHalfPoints } from '../../index.ts'
import type { ItemScore } from '../../index.ts'
import type { Finding } from '@jincun/policy'
import type { ScoringView } from './views.ts'

/** One item as it is typed; text that is no score is kept and said to be wrong. */
export type TypedItem = { points: string; reason: string }
export type Typed = { items: Readonly<Record<string, TypedItem>>; comment: string }
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'stale'

const pause = 1_200
const retryPause = 10_000

const typedFrom = (items: readonly ItemScore[], comment: string): Typed => ({
  items: Object.fromEntries(
    items.map(({ itemId, halfPoints, reason }) => [itemId, { points: halfPoints === null ? '' : formatHalfPoints(halfPoints), reason }]),
  ),
  comment,
})

/** The sheet to go on with: the draft, else what was handed in last, else an empty one. */
function startOf(view: ScoringView): Typed {
  const last = view.sheets.at(-1)
  if (view.draft && (!last || view.draft.savedAt > last.submittedAt)) return typedFrom(view.draft.items, view.draft.comment)
  return last ? typedFrom(last.items, last.comment) : { items: {}, comment: '' }
}

/** What is typed as a sheet; text that is no score becomes "not scored". */
export const itemsOf = (view: Pick<ScoringView, 'items'>, typed: Typed): ItemScore[] =>
  view.items.map(({ id }) => ({
    itemId: id,
    halfPoints: parseHalfPoints(typed.items[id]?.points ?? ''),
    reason: typed.items[id]?.reason ?? '',
  }))

export type Sheet = {
  typed: Typed
  items: ItemScore[]
  /** What still keeps the sheet from being handed in. */
  findings: Finding[]
  save: SaveState
  savedAt: string | null
  change: (itemId: string, part: Partial<TypedItem>) => void
  setComment: (comment: string) => void
}

type Saving = { save: SaveState; savedAt: string | null }

/**
 * Saves a text a moment after it last changed, one request at a time; a text that came meanwhile follows. Stops when another window was
 * faster, and tries again after a failed connection.
 */
function useAutosave(
  payload: string,
  closed: boolean,
  draft: ScoringView['draft'],
  put: (payload: string, version: number) => Promise<number>,
): Saving {
  const [save, setSave] = useState<SaveState>('saved')
  const [savedAt, setSavedAt] = useState(draft?.savedAt ?? null)
  const [attempt, setAttempt] = useState(0)
  const clock = useRef<Date>(undefined)
  clock.current = useNow() // The server's clock, as everywhere else on the page.
  const state = useRef({ version: draft?.version ?? 0, kept: payload, current: payload, busy: false, stale: false })
  useEffect(() => {
    const own = state.current
    own.current = payload
    if (payload === own.kept || own.stale || closed) return
    setSave('unsaved')
    const later = (milliseconds: number) => setTimeout(() => setAttempt(attempt + 1), milliseconds)
    const flush = async () => {
      if (own.busy) return void later(pause)
      own.busy = true
      const sent = own.current
      setSave('saving')
      try {
        own.version = await put(sent, own.version)
        own.kept = sent
        setSavedAt(clock.current?.toISOString() ?? null)
        setSave(sent === own.current ? 'saved' : 'unsaved')
      } catch (error) {
        own.stale = asProblem(error).code === 'stale-version'
        setSave(own.stale ? 'stale' : 'unsaved')
        if (!own.stale) later(retryPause)
      } finally {
        own.busy = false
      }
    }
    const timer = setTimeout(() => void flush(), pause)
    return () => clearTimeout(timer)
  }, [payload, attempt, closed, put])
  return { save, savedAt }
}

/** Asks before a page with unsaved work is left. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    globalThis.addEventListener('beforeunload', warn)
    return () => globalThis.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

/** A sheet in work: what is typed, what is still missing, and whether it is saved. */
export function useSheet(view: ScoringView, path: string): Sheet {
  const [typed, setTyped] = useState<Typed>(() => startOf(view))
  const items = itemsOf(view, typed)
  const put = useCallback(
    async (payload: string, version: number): Promise<number> =>
      (await request<{ version: number }>('PUT', `${path}/draft`, { version, ...JSON.parse(payload) })).version,
    [path],
  )
  const { save, savedAt } = useAutosave(JSON.stringify({ items, comment: typed.comment }), view.closed !== null, view.draft, put)
  useLeaveWarning(save === 'unsaved' || save === 'saving')
  const change = (itemId: string, part: Partial<TypedItem>) =>
    setTyped(before => ({ ...before, items: { ...before.items, [itemId]: { points: '', reason: '', ...before.items[itemId], ...part } } }))
  return {
    typed,
    items,
    findings: checkScoreSheet(
      items,
      { id: view.round.id, items: view.items },
      { reasonRule: view.reasonRule, clause: `notice-${view.round.year}/5.2` },
    ),
    save,
    savedAt,
    change,
    setComment: comment => setTyped(before => ({ ...before, comment })),
  }
}
