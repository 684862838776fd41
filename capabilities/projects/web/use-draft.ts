import { useEffect, useState } from 'react'
import { useSession } from '@jincun/ui'

const kept = <T>(key: string): T | null => {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

export type Draft<T> = { value: T; change: (value: T) => void; changed: boolean; discard: () => void }

/**
 * What a person is writing and has not sent: kept for this window and this person, so that reloading or a wrong click loses nothing. `record` names it
 * and the version it was begun on; a newer version begins anew.
 */
export function useDraft<T>(record: string, initial: T): Draft<T> {
  const key = `draft ${useSession().data?.person?.id ?? ''} ${record}`
  const [value, setValue] = useState<T>(() => kept<T>(key) ?? initial)
  const changed = JSON.stringify(value) !== JSON.stringify(initial)
  useEffect(() => {
    if (changed) sessionStorage.setItem(key, JSON.stringify(value))
    else sessionStorage.removeItem(key)
  }, [key, value, changed])
  return { value, change: setValue, changed, discard: () => setValue(initial) }
}
