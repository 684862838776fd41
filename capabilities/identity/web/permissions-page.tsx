import type { ReactNode } from 'react'
import type { Bilingual } from '@jincun/policy'
import { ClauseLink, DataTable, Loaded, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { messages } from './desk-messages.ts'
import { roleTitle } from './role-title.ts'

type Permission = { action: string; roles: readonly string[]; clause?: string; what: Bilingual }

/** The one table: action × role; the jurisdiction is that of the role. */
export default function PermissionsPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const query = useApi<Permission[]>('/api/permissions')
  const rolesOf = (permission: Permission): string => permission.roles.map(role => inLanguage(roleTitle(role))).join('、')
  return (
    <ConsolePage title={t('permissionTitle')} lead={t('permissionLead')}>
      <Loaded query={query}>
        {permissions => (
          <DataTable
            caption={t('permissionTitle')}
            rows={permissions}
            rowKey={row => row.action}
            pageSize={200}
            columns={[
              { key: 'what', title: t('what'), value: row => inLanguage(row.what) },
              { key: 'roles', title: t('rolesAllowed'), value: rolesOf },
              {
                key: 'clause',
                title: t('clause'),
                value: row => row.clause,
                cell: row => (row.clause ? <ClauseLink clause={row.clause} /> : '—'),
              },
              { key: 'action', title: t('action'), value: row => row.action, cell: row => <code>{row.action}</code> },
            ]}
          />
        )}
      </Loaded>
    </ConsolePage>
  )
}
