import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { EmptyState } from '../components/states.tsx'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { PublicShell } from './public-shell.tsx'

/** For an address that no page has. */
export function NotFoundPage(): ReactNode {
  const t = useText(uiMessages)
  return (
    <PublicShell>
      <PageHeader title={t('notFoundTitle')} />
      <EmptyState title={t('notFoundText')} actions={<ButtonLink href="/">{t('toHome')}</ButtonLink>} />
    </PublicShell>
  )
}

/** For a mistake of ours: says that nothing was sent, and gives what an administrator needs to find it. */
export function BugPage({ error }: { error: unknown }): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="public-width public-content" role="alert">
      <EmptyState
        title={t('bugTitle')}
        actions={
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        <p>{t('bugText')}</p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </div>
  )
}
