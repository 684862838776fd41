import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { DemoBanner } from '../components/demo-mark.tsx'
import { useText } from '../messages.ts'
import { useSession } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** For the keyboard: past the navigation, straight to the page. */
export function SkipLink(): ReactNode {
  return (
    <a className="skip-link" href="#content">
      {useText(uiMessages)('skip')}
    </a>
  )
}

/** What must be known on any page: that its data is demo, that the network is gone. */
export function TopBars(): ReactNode {
  const t = useText(uiMessages)
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const session = useSession().data
  const demo = session?.installation.realm === 'demo' || session?.person?.realm === 'demo'
  return (
    <>
      {demo ? <DemoBanner /> : null}
      {online ? null : (
        <div className="offline-bar" role="alert">
          {t('offline')}
        </div>
      )}
    </>
  )
}

/** The name of the site, in Chinese characters in either language. */
export function Brand(): ReactNode {
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M4 15 16 5l12 10" />
        <path d="M8 13v14h16V13" />
        <path d="M13.5 27 15 18h2l1.5 9" />
      </svg>
      进村
    </span>
  )
}
