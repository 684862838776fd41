import { useEffect, useState } from 'react'
import { useApi } from '@jincun/ui'
import type { PlaceLevel, PlaceSuggestion } from '../index.ts'

export type PlaceLimits = {
  levels?: readonly PlaceLevel[]
  /** Only places inside this jurisdiction. */
  within?: string
  /** 'today' leaves out counties whose code is not in force; old codes and names still lead to the successor. */
  inForce?: 'today' | 'any'
}

const pause = 150

/** The text as it was a moment ago, so that a fast typist sends one question and not ten. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export type Suggestions = { text: string; places: readonly PlaceSuggestion[]; state: 'idle' | 'searching' | 'done' | 'failed' }

/** What fits the text typed so far. */
export function useSuggestions(typed: string, { levels, within, inForce = 'today' }: PlaceLimits): Suggestions {
  const text = useSettled(typed).trim()
  const query = useApi<{ places: readonly PlaceSuggestion[] }>(text === '' ? null : '/api/places', {
    text,
    levels: levels?.join(','),
    within,
    inForce,
  })
  if (text === '') return { text, places: [], state: 'idle' }
  if (query.isError) return { text, places: [], state: 'failed' }
  const waiting = query.isPlaceholderData || query.data === undefined
  return { text, places: query.data?.places ?? [], state: waiting ? 'searching' : 'done' }
}
