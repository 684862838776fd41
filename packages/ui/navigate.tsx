import { useCallback } from 'react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'

const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0

/** Goes to an address of this site, e.g. after a form is saved. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return useCallback(href => router.history.push(href), [router])
}

/** A link within the site that does not load the page anew. Downloads and other sites take a plain <a>. */
export function Link({ href, children, onClick, ...rest }: ComponentProps<'a'> & { href: string; children: ReactNode }): ReactNode {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || opensElsewhere(event)) return
    event.preventDefault()
    go(href)
  }
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  )
}

/** The part `$name` of the page's path, e.g. the year of '/allocation/$year'. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  return parts[name] ?? ''
}

/**
 * One value kept in the address (`?name=value`), so that a filtered list can be sent to a colleague and survives a reload.
 * The fallback is never written out.
 */
export function useAddressState(name: string, fallback = ''): [string, (value: string) => void] {
  const router = useRouter()
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const change = useCallback(
    (value: string) => {
      // The history, not the router's state: two changes in one event must both be kept.
      const { pathname, search: before } = router.history.location
      const next = new URLSearchParams(before)
      if (value === fallback) next.delete(name)
      else next.set(name, value)
      router.history.replace(next.size > 0 ? `${pathname}?${next}` : pathname)
    },
    [router, name, fallback],
  )
  return [search[name] ?? fallback, change]
}
