import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import './demo-mark.css'

/** Across the top of every page of a demo installation or of demo data. */
export function DemoBanner(): ReactNode {
  const t = useText(uiMessages)
  return (
    <aside className="demo-banner" aria-label={t('demo')}>
      {t('demoBanner')}
    </aside>
  )
}

/** Beside a single row or figure that is demo data among real data. */
export function DemoMark(): ReactNode {
  return <span className="demo-mark">{useText(uiMessages)('demo')}</span>
}
