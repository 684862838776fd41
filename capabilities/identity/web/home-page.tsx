import type { ReactNode } from 'react'
import {
  formatInstant,
  Link,
  Loaded,
  PageHeader,
  useApi,
  useBilingual,
  useNavigation,
  useNow,
  useSession,
  useText,
  WhatNext,
} from '@jincun/ui'
import type { SessionPerson, Task } from '@jincun/ui'
import { messages } from './desk-messages.ts'
import { PlaceName } from './place-name.tsx'
import { roleTitle } from './role-title.ts'
import './home.css'

function Roles({ person, clock }: { person: SessionPerson; clock: string | null }): ReactNode {
  const inLanguage = useBilingual()
  return (
    <span className="home-roles">
      <span>{person.organisation}</span>
      {person.grants.map(grant => (
        <span key={`${grant.role} ${grant.placeCode}`}>
          {inLanguage(roleTitle(grant.role))} · <PlaceName code={grant.placeCode} whole />
        </span>
      ))}
      {clock ? <span className="quiet">{clock}</span> : null}
    </span>
  )
}

function Pages(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <section className="home-pages" aria-labelledby="home-pages">
      <h2 id="home-pages">{t('pages')}</h2>
      <div className="home-groups">
        {useNavigation('console').map(section => (
          <div key={section.group}>
            <h3 className="quiet">{section.title}</h3>
            <ul>
              {section.entries.map(entry => (
                <li key={entry.href}>
                  <Link href={entry.href}>{inLanguage(entry.title)}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What must I do next, until when, and why; then what else I can do. */
export default function HomePage(): ReactNode {
  const t = useText(messages)
  const session = useSession().data
  const now = useNow()
  const query = useApi<{ tasks: Task[] }>('/api/home')
  if (!session?.person) return null
  const demoClock = session.installation.realm === 'demo' ? t('clockDemo', { now: formatInstant(now.toISOString()) }) : null
  return (
    <div className="home">
      <PageHeader title={t('hello', { name: session.person.name })} lead={<Roles person={session.person} clock={demoClock} />} />
      <Loaded query={query}>{({ tasks }) => <WhatNext tasks={tasks} />}</Loaded>
      <Pages />
    </div>
  )
}
