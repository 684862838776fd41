import type { ReactNode } from 'react'
import { SkipLink, TopBars } from './shared-bars.tsx'
import './shell.css'

/** No frame but the marks every page carries: sign-in, first set-up, papers to print. */
export function BareShell({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="bare-shell">
      <SkipLink />
      <TopBars />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
