import { useCallback } from 'react'
import type { Bilingual } from '@jincun/policy'
import { useLanguage } from './preferences.ts'

export type Catalogue<Key extends string> = { readonly zh: Readonly<Record<Key, string>>; readonly en: Readonly<Record<Key, string>> }
export type Values = Readonly<Record<string, string | number>>

/** Binds the two languages of a screen; a key missing in English does not compile. */
export const defineMessages = <const Key extends string>(
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): Catalogue<Key> => ({ zh, en })

/** 'from {a} to {b}' with its values; a place without a value stays visible, so that the gap is seen in review. */
export const fill = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))

/** `t(key, values)` in the language of the reader. */
export function useText<Key extends string>(catalogue: Catalogue<Key>): (key: Key, values?: Values) => string {
  const language = useLanguage()
  return useCallback((key, values) => fill(catalogue[language][key], values), [catalogue, language])
}

/** Picks the language of the reader from a text that comes in both, e.g. of a policy file or a finding. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage()
  return useCallback(text => text[language], [language])
}
