import type { ReactNode } from 'react'

/** axe asks for it (scrollable-region-focusable): a region that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

/** A wide table in its own scroll; it takes the focus, so that a keyboard can scroll it too (WCAG 2.1.1). */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <section className="matrix" aria-label={label} {...reachable}>
      {children}
    </section>
  )
}
