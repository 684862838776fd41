import { useContext } from 'react'
import type { ReactNode } from 'react'
import { HeadingOver } from '../components/heading-over.ts'
import { PageHeader } from '../components/page-header.tsx'
import { ReadAt } from '../components/read-at.ts'
import './console.css'

type ConsolePageProps = Parameters<typeof PageHeader>[0] & { children: ReactNode }

/** A page of a console: heading, then sections with an even distance. */
export function ConsolePage({ children, ...header }: ConsolePageProps): ReactNode {
  const readAt = useContext(ReadAt)
  return (
    <>
      <PageHeader {...header} />
      <ReadAt value={header.asOf ? null : readAt}>
        <div className="console-sections">{children}</div>
      </ReadAt>
    </>
  )
}

/** A titled part of a console page. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className="console-section">
      <div className="console-section-head">
        <h2>{title}</h2>
        {actions ? <div className="console-section-actions screen-only">{actions}</div> : null}
      </div>
      <HeadingOver value={title}>{children}</HeadingOver>
    </section>
  )
}
