import type { Bilingual } from '@jincun/policy'
import type { CapabilityWeb, NavigationGroup, Page } from '../page.ts'

export type NavigationEntry = { href: string; title: Bilingual }
export type NavigationSection = { group: NavigationGroup; entries: readonly NavigationEntry[] }

const groups: readonly NavigationGroup[] = ['round', 'oversight', 'reference', 'system']

/** '/allocation/$year' for 2020 → '/allocation/2020'. */
const hrefOf = (page: Page, year: string): string => page.path.replace('$year', year)

/** The entries of one kind of shell a person may see, grouped and in order; empty groups are left out. */
export function navigationOf(
  capabilities: readonly CapabilityWeb[],
  shell: Page['shell'],
  year: string,
  may: (action: string | undefined) => boolean,
): readonly NavigationSection[] {
  const pages = capabilities.flatMap(capability => capability.pages).filter(page => page.shell === shell && may(page.action))
  const entriesOf = (group: NavigationGroup): NavigationEntry[] =>
    pages
      .filter(page => page.navigation?.group === group)
      .toSorted((left, right) => (left.navigation?.order ?? 0) - (right.navigation?.order ?? 0))
      .map(page => ({ href: hrefOf(page, year), title: page.title }))
  return groups.map(group => ({ group, entries: entriesOf(group) })).filter(section => section.entries.length > 0)
}

/** Whether an entry stands for the page open now: itself or a page below it. */
export const isCurrent = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)

/** The one entry that stands for the page open now: of those above it the nearest, so that no two are marked. */
export const currentHref = (sections: readonly NavigationSection[], pathname: string): string | null =>
  sections
    .flatMap(({ entries }) => entries.map(({ href }) => href))
    .filter(href => isCurrent(href, pathname))
    .toSorted((left, right) => right.length - left.length)[0] ?? null

/** Key of a group's title among the words of the components. */
export const groupTitle = { round: 'groupRound', oversight: 'groupOversight', reference: 'groupReference', system: 'groupSystem' } as const
