import type { ReactNode } from 'react'
import { DataTable, formatInstant, Loaded, Switches, useApi, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { messages } from './desk-messages.ts'
import { ChangePassword } from './change-password.tsx'
import { SecondFactor } from './second-factor.tsx'
import './account.css'

type OwnSession = { id: string; createdAt: string; expiresAt: string; userAgent: string | null; current: boolean }
type Account = { twoFactorEnabled: boolean; sessions: readonly OwnSession[] }

/** 'Mozilla/5.0 (Windows NT 10.0; …) … Chrome/120' → 'Windows NT 10.0; … · Chrome': enough to know one's own device. */
function deviceOf(userAgent: string | null): string | null {
  const system = /\(([^)]*)\)/.exec(userAgent ?? '')?.[1]
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(userAgent ?? '')?.[1]
  return system ? [system, browser].filter(Boolean).join(' · ') : null
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }): ReactNode {
  const t = useText(messages)
  return (
    <Section title={t('sessions')}>
      <p className="quiet">{t('sessionsHint')}</p>
      <DataTable
        caption={t('sessions')}
        rows={sessions}
        rowKey={row => row.id}
        columns={[
          {
            key: 'device',
            title: t('device'),
            cell: row => `${deviceOf(row.userAgent) ?? t('unknownDevice')}${row.current ? `（${t('thisOne')}）` : ''}`,
          },
          { key: 'since', title: t('since'), value: row => formatInstant(row.createdAt) },
          { key: 'until', title: t('until'), value: row => formatInstant(row.expiresAt) },
        ]}
      />
    </Section>
  )
}

/** One's own account: second factor, password, devices, language. */
export default function AccountPage(): ReactNode {
  const t = useText(messages)
  const query = useApi<Account>('/api/account')
  return (
    <ConsolePage title={t('account')}>
      <Loaded query={query}>
        {({ twoFactorEnabled, sessions }) => (
          <>
            <SecondFactor enabled={twoFactorEnabled} />
            <ChangePassword />
            <Sessions sessions={sessions} />
          </>
        )}
      </Loaded>
      <Section title={t('preferences')}>
        <p className="quiet">{t('preferencesHint')}</p>
        <p className="account-switches">
          <Switches />
        </p>
      </Section>
    </ConsolePage>
  )
}
