import { useEffect, useRef, useState } from 'react'
import { newId, request, useSend } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { contentOf, listPath } from './view.ts'
import type { Checked, Content, ListView } from './view.ts'

export type ListDraft = {
  content: Content
  change: (part: Partial<Content>) => void
  dirty: boolean
  saving: boolean
  problem: Problem | null
  /** What the rules say of the content on screen; null while it is being checked. */
  checked: Checked | null
  save: () => Promise<boolean>
  /** Drops the own changes and shows what stands on the server. */
  takeTheirs: () => void
  /** Saves the own content over a version that came in between. */
  keepMine: () => void
}

const patience = 500 // Milliseconds without a change before the content on screen is checked.

/** The rules' answer to content that is not saved; the saved view answers for itself. */
function useCheck(view: ListView, content: Content, dirty: boolean): Checked | null {
  const [checked, setChecked] = useState<{ of: Content; answer: Checked } | null>(null)
  const path = listPath(view)
  useEffect(() => {
    if (!dirty) return
    let current = true
    const timer = setTimeout(() => {
      request<Checked>('POST', `${path}/check`, content).then(
        answer => {
          if (current) setChecked({ of: content, answer })
        },
        () => undefined, // The save that follows tells what is wrong.
      )
    }, patience)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [path, content, dirty])
  if (!dirty) return view
  return checked?.of === content ? checked.answer : null
}

/** What is on screen: the saved version with the own changes on top, checked while one writes and saved on demand. */
export function useListDraft(view: ListView): ListDraft {
  const [own, setOwn] = useState<Content | null>(null)
  const { send, sending, problem, clear } = useSend<{ id: string; version: number }>('PUT')
  const listId = useRef(newId())
  const seen = useRef(view.version)
  if (!own) seen.current = view.version
  const content = own ?? contentOf(view)
  const checked = useCheck(view, content, own !== null)
  useEffect(() => {
    if (!own) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [own])
  const put = async (seenVersion: number): Promise<boolean> => {
    const answer = await send(listPath(view), { ...content, listId: view.id ?? listId.current, changeId: newId(), seenVersion })
    if (!answer) return false
    setOwn(null)
    return true
  }
  return {
    content,
    change: part => {
      clear()
      setOwn({ ...content, ...part })
    },
    dirty: own !== null,
    saving: sending,
    problem,
    checked,
    save: () => (own ? put(seen.current) : Promise.resolve(true)),
    takeTheirs: () => {
      setOwn(null)
      clear()
    },
    keepMine: () => {
      const { version } = (problem?.details ?? {}) as { version?: number }
      void put(version ?? seen.current)
    },
  }
}
