import { useRef, useState } from 'react'
import { newId, useSend } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import type { FinalListEntry, GovernmentLetter } from '../index.ts'
import { finalPath } from './view.ts'
import type { FinalView } from './view.ts'

export type FinalContent = {
  entries: Pick<FinalListEntry, 'countyCode' | 'type'>[]
  letter: GovernmentLetter
  reasons: Record<string, string>
}

const noLetter: GovernmentLetter = { number: '', date: '', signedBy: '' }
const complete = (letter: GovernmentLetter): boolean => [letter.number, letter.date, letter.signedBy].every(text => text.trim() !== '')

/** The saved version with the own changes on top. A list nobody began starts with the proposal and counts as unsaved. */
export function useFinalDraft(view: FinalView) {
  const [own, setOwn] = useState<FinalContent | null>(null)
  const { send, sending, problem, clear } = useSend<{ version: number }>('PUT')
  const listId = useRef(newId())
  const content: FinalContent = own ?? { entries: view.entries, letter: view.letter ?? noLetter, reasons: view.reasons }
  const save = async (): Promise<boolean> => {
    const answer = await send(finalPath(view), {
      listId: view.id ?? listId.current,
      changeId: newId(),
      seenVersion: view.version,
      entries: content.entries.map(({ countyCode, type }) => ({ countyCode, type })),
      letter: complete(content.letter) ? content.letter : null,
      reasons: content.reasons,
    })
    if (!answer) return false
    setOwn(null)
    return true
  }
  return {
    content,
    change: (part: Partial<FinalContent>) => {
      clear()
      setOwn({ ...content, ...part })
    },
    dirty: own !== null || (view.version === 0 && view.entries.length > 0),
    saving: sending,
    problem: problem as Problem | null,
    save,
  }
}
export type FinalDraft = ReturnType<typeof useFinalDraft>
