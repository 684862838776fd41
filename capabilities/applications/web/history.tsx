import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Loaded, formatInstant, useApi, useBilingual, useText } from '@jincun/ui'
import { DifferenceView, Section } from '@jincun/ui/console'
import { applicationActions } from '../index.ts'
import type { Difference } from '../index.ts'
import { messages } from './messages.ts'
import type { View } from './view.ts'

type Answer = { from: number; to: number; difference: readonly Difference[] }

function LastDifference({ view }: { view: View }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { countyCode, id, version } = view.application
  const query = useApi<Answer>(version > 1 ? `/api/applications/${countyCode}/${id}/difference` : null, {
    from: String(version - 1),
    to: String(version),
  })
  return (
    <Loaded query={query}>
      {({ difference }) => (
        <DifferenceView caption={t('latest')} differences={difference.map(each => ({ ...each, label: inLanguage(each.label) }))} />
      )}
    </Loaded>
  )
}

/** What was done, by whom and why; what was submitted, with its hash; what the last save changed. */
export function History({ view }: { view: View }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('history')}
      actions={view.application.version > 1 ? <Button onClick={() => setOpen(!open)}>{t('compare')}</Button> : null}
    >
      {open ? <LastDifference view={view} /> : null}
      <ol className="application-history">
        {view.entries.map(entry => (
          <li key={`${entry.at} ${entry.action}`}>
            {formatInstant(entry.at)} <b>{inLanguage(applicationActions[entry.action].label)}</b> {entry.by.name} {entry.reason ?? ''}
          </li>
        ))}
      </ol>
      {view.submissions.map(({ id, version, hash, submittedAt }) => (
        <p key={id}>
          {t('submissions')} v{version} · {formatInstant(submittedAt)} · {t('hash')} <code className="application-hash">{hash}</code>
        </p>
      ))}
    </Section>
  )
}
