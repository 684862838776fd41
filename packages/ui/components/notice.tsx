import type { ReactNode } from 'react'
import './notice.css'

/** `must` only for what has to be done before one can go on. */
export type Tone = 'info' | 'met' | 'should' | 'must' | 'unknown' | 'demo'

const marks: Record<Tone, string> = { info: 'i', met: '✓', should: '!', must: '!', unknown: '?', demo: '◇' }

/** A short message in place. `alert` reads itself out, for answers to what the person just did. */
export function Notice({
  tone = 'info',
  title,
  alert = false,
  children,
}: {
  tone?: Tone
  title?: string
  alert?: boolean
  children?: ReactNode
}): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      <span className="notice-mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div className="notice-text">
        {title ? <strong className="notice-title">{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  )
}

/** A word in the colour of its state; the word itself carries the meaning. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return <span className={`state-tag notice-${tone}`}>{children}</span>
}
