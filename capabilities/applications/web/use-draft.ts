import { useCallback, useEffect, useRef, useState } from 'react'
import { newId, useSend } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { applyEdits } from '../index.ts'
import type { ApplicationContent, Edits } from '../index.ts'
import type { View } from './view.ts'

export type Edit = (key: string, value: Edits[string]) => void

export type Draft = {
  content: ApplicationContent
  edit: Edit
  state: 'saved' | 'unsaved' | 'saving'
  problem: Problem | null
  flush: () => Promise<boolean>
  /** Drops the own changes that clash and shows the colleague's. */
  takeTheirs: () => void
  /** Saves the own changes over the colleague's. */
  keepMine: () => void
}

const patience = 1200 // Milliseconds without typing before a save is sent.

/** What is on screen: the server's content with the own changes that are not yet there on top. Saves by itself, section by section. */
export function useDraft({ application }: View): Draft {
  const [pending, setPending] = useState<Edits>({})
  const { send, sending, problem, clear } = useSend<{ version: number }>()
  const version = useRef(application.version)
  version.current = problem ? version.current : application.version
  const path = `/api/applications/${application.countyCode}/${application.id}/saves`

  const save = useCallback(
    async (edits: Edits, seen: number): Promise<boolean> => {
      if (Object.keys(edits).length === 0) return true
      const answer = await send(path, { id: newId(), version: seen, edits })
      if (!answer) return false
      // Keys typed again while the save was under way stay pending.
      setPending(now => Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== edits[key])))
      return true
    },
    [send, path],
  )

  useEffect(() => {
    if (Object.keys(pending).length === 0 || sending || problem) return
    const timer = setTimeout(() => void save(pending, version.current), patience)
    return () => clearTimeout(timer)
  }, [pending, sending, problem, save])

  const edit: Edit = useCallback(
    (key, value) => {
      clear()
      setPending(now => ({ ...now, [key]: value }))
    },
    [clear],
  )
  return {
    content: applyEdits(application.content, pending),
    edit,
    state: sending ? 'saving' : Object.keys(pending).length > 0 ? 'unsaved' : 'saved',
    problem,
    flush: () => save(pending, version.current),
    takeTheirs: () => {
      setPending({})
      clear()
    },
    keepMine: () => {
      const { version: latest } = (problem?.details ?? {}) as { version?: number }
      void save(pending, latest ?? application.version)
    },
  }
}
