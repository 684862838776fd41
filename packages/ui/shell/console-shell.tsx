import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { useSend } from '../api/use-send.ts'
import { ConsoleFrame } from '../console/console-frame.tsx'
import { useBilingual, useText } from '../messages.ts'
import { Link } from '../navigate.tsx'
import { useSession } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'
import { currentHref } from './navigation.ts'
import { Brand, SkipLink, TopBars } from './shared-bars.tsx'
import { Switches } from './switches.tsx'
import { useNavigation } from './use-navigation.ts'
import './shell.css'
import './console-shell.css'

type Titled = ReturnType<typeof useNavigation>[number]

function SideSection({ section, current }: { section: Titled; current: string | null }): ReactNode {
  const inLanguage = useBilingual()
  return (
    <div className="side-section">
      <h2>{section.title}</h2>
      {section.entries.map(entry => (
        <Link key={entry.href} href={entry.href} aria-current={entry.href === current ? 'page' : undefined}>
          {inLanguage(entry.title)}
        </Link>
      ))}
    </div>
  )
}

function SideNavigation({ open }: { open: boolean }): ReactNode {
  const t = useText(uiMessages)
  const { pathname } = useLocation()
  const sections = useNavigation('console')
  const current = currentHref(sections, pathname)
  return (
    <nav id="side-navigation" className="side-navigation screen-only" data-open={open || undefined} aria-label={t('menu')}>
      <Link href="/home" aria-current={pathname === '/home' ? 'page' : undefined}>
        {t('home')}
      </Link>
      {sections.map(section => (
        <SideSection key={section.group} section={section} current={current} />
      ))}
      <Link href="/">{t('publicSite')}</Link>
      <div className="side-switches">
        <Switches />
      </div>
    </nav>
  )
}

function PersonTools(): ReactNode {
  const t = useText(uiMessages)
  const person = useSession().data?.person
  const { send, sending } = useSend()
  // The whole page is loaded anew, so that nothing of the person who left stays in memory.
  const signOut = async (): Promise<void> => {
    if ((await send('/api/sign-out', {})) !== null) window.location.assign('/')
  }
  if (!person) return null
  return (
    <>
      <Link href="/account" className="bar-button bar-person">
        <span>{person.name}</span>
        <span className="quiet">{person.organisation}</span>
      </Link>
      <button type="button" className="bar-button" disabled={sending} onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </>
  )
}

/** The frame of the consoles: navigation by what the person may do, and the person's own corner. */
export function ConsoleShell({ children }: { children: ReactNode }): ReactNode {
  const t = useText(uiMessages)
  const [menu, setMenu] = useState(false)
  const { pathname } = useLocation()
  // A menu left open would cover the page just chosen.
  useEffect(() => setMenu(pathname === ''), [pathname])
  return (
    <div className="console-shell">
      <SkipLink />
      <TopBars />
      <header className="console-header screen-only">
        <button
          type="button"
          className="bar-button menu-button"
          aria-expanded={menu}
          aria-controls="side-navigation"
          onClick={() => setMenu(!menu)}
        >
          {t(menu ? 'closeMenu' : 'menu')}
        </button>
        <Link href="/home" className="brand-link">
          <Brand />
        </Link>
        <div className="bar-tools">
          <span className="bar-switches">
            <Switches />
          </span>
          <PersonTools />
        </div>
      </header>
      <div className="console-body">
        <SideNavigation open={menu} />
        <main id="content" className="console-content" tabIndex={-1}>
          <ConsoleFrame>{children}</ConsoleFrame>
        </main>
      </div>
    </div>
  )
}
