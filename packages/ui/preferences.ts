import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'
export type TextSize = 'normal' | 'large'
type Preferences = { language: Language; textSize: TextSize }

const storageKey = 'jincun.preferences'
const defaults: Preferences = { language: 'zh', textSize: 'normal' }

/** A browser may forbid storage (private windows, kiosks); the page then simply forgets the choice. */
function stored(): Preferences {
  try {
    const saved = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>
    return { language: saved.language === 'en' ? 'en' : 'zh', textSize: saved.textSize === 'large' ? 'large' : 'normal' }
  } catch {
    return defaults
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // The choice then lasts until the page is closed.
  }
}

let current: Preferences | null = null
const listeners = new Set<() => void>()
const preferences = (): Preferences => {
  current ??= stored()
  return current
}

/** Marks the document, so that CSS and screen readers follow the choice. */
export function applyPreferences(): void {
  document.documentElement.lang = preferences().language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.dataset.text = preferences().textSize
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change }
  keep(current)
  applyPreferences()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentLanguage = (): Language => preferences().language
export const useLanguage = (): Language =>
  useSyncExternalStore(
    subscribe,
    () => preferences().language,
    () => 'zh',
  )
export const useTextSize = (): TextSize =>
  useSyncExternalStore(
    subscribe,
    () => preferences().textSize,
    () => 'normal',
  )
