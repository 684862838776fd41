import type { ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState, Loaded } from '../components/states.tsx'
import { useText } from '../messages.ts'
import { useSession } from '../session.ts'
import { uiMessages } from '../ui-messages.ts'

/** Shows a page to those who may see it; the server checks again. Others are told what is missing, and the way back is kept. */
export function Guarded({ action, children }: { action: string | undefined; children: ReactNode }): ReactNode {
  const t = useText(uiMessages)
  const session = useSession()
  const { href } = useLocation()
  return (
    <Loaded query={session}>
      {({ person, actions }) => {
        if (!person) {
          const signIn = `/sign-in?next=${encodeURIComponent(href)}`
          return (
            <EmptyState
              title={t('signInFirst')}
              actions={
                <ButtonLink href={signIn} kind="primary">
                  {t('signIn')}
                </ButtonLink>
              }
            />
          )
        }
        if (action !== undefined && !actions.includes(action))
          return <EmptyState title={t('forbiddenTitle')}>{t('forbiddenText')}</EmptyState>
        return children
      }}
    </Loaded>
  )
}
