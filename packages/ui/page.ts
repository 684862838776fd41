import type { ReactNode } from 'react'
import type { Bilingual, ClauseRef } from '@jincun/policy'

/** Groups of the console's navigation, in the order shown. */
export type NavigationGroup = 'round' | 'oversight' | 'reference' | 'system'

/**
 * One screen of a capability.
 * `public` pages are light and need no sign-in; `console` pages carry Ant Design; `bare` pages (sign-in, print) have no frame.
 */
export type Page = {
  /** Path with `$name` for a part that varies, e.g. '/allocation/$year'. */
  path: string
  shell: 'console' | 'public' | 'bare'
  title: Bilingual
  /** Left out: the page is reached by links only. */
  navigation?: { group: NavigationGroup; order: number }
  /** The permission action a person needs; the page and its navigation entry are hidden from those who lack it. */
  action?: string
  /** Clauses this screen carries; the page 规则与依据 lists them. */
  clauses?: readonly ClauseRef[]
  load: () => Promise<{ default: () => ReactNode }>
}

/** What a capability gives the web program: `capabilities/<name>/web/index.ts` exports one. */
export type CapabilityWeb = {
  /** Name of the folder. */
  name: string
  title: Bilingual
  pages: readonly Page[]
}
