import type { ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useBilingual, useText } from '../messages.ts'
import { Link } from '../navigate.tsx'
import { useSession } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { currentHref } from './navigation.ts'
import { Brand, SkipLink, TopBars } from './shared-bars.tsx'
import { Switches } from './switches.tsx'
import { useNavigation } from './use-navigation.ts'
import './shell.css'

function PublicNavigation(): ReactNode {
  const t = useText(uiMessages)
  const inLanguage = useBilingual()
  const { pathname } = useLocation()
  const sections = useNavigation('public')
  const current = currentHref(sections, pathname)
  return (
    <nav className="public-navigation" aria-label={t('publicSite')}>
      {sections
        .flatMap(section => section.entries)
        .map(entry => (
          <Link key={entry.href} href={entry.href} aria-current={entry.href === current ? 'page' : undefined}>
            {inLanguage(entry.title)}
          </Link>
        ))}
    </nav>
  )
}

/** The frame of the light public pages: no sign-in needed, no Ant Design. */
export function PublicShell({ children }: { children: ReactNode }): ReactNode {
  const t = useText(uiMessages)
  const person = useSession().data?.person
  return (
    <div className="public-shell">
      <SkipLink />
      <TopBars />
      <header className="public-header screen-only">
        <div className="public-width public-bar">
          <Link href="/" className="brand-link">
            <Brand />
            <span className="brand-tagline">{t('siteTagline')}</span>
          </Link>
          <div className="bar-tools">
            <Switches />
            <Link href={person ? '/home' : '/sign-in'} className="bar-button bar-button-strong">
              {person ? t('home') : t('signIn')}
            </Link>
          </div>
        </div>
        <div className="public-width">
          <PublicNavigation />
        </div>
      </header>
      <main id="content" className="public-width public-content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-footer">
        <div className="public-width">{t('footer')}</div>
      </footer>
    </div>
  )
}
