import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, formatInstant, Notice, ProblemNotice, useApi, useBilingual, useText } from '@jincun/ui'
import type { Bilingual } from '@jincun/policy'
import { ConsolePage, ConsoleTable } from '@jincun/ui/console'
import { messages } from './desk-messages.ts'
import { PlaceName } from './place-name.tsx'
import './administration.css'

type Change = { before?: unknown; after?: unknown; reason?: string }
type AuditRow = {
  countyCode: string
  seq: string
  at: string
  personName: string | null
  action: string
  recordKind: string
  recordId: string
  change: Change
  hash: string
}
type Verification = { chains: number; rows: number; broken: readonly { place: string; seq: number; fault: string }[] }

function Verify(): ReactNode {
  const t = useText(messages)
  const [asked, setAsked] = useState(false)
  const query = useApi<Verification>(asked ? '/api/audit/verification' : null)
  const ask = (): void => {
    setAsked(true)
    if (asked) void query.refetch()
  }
  return (
    <>
      <p>
        <Button busy={query.isFetching} onClick={ask}>
          {t(query.isFetching ? 'verifying' : 'verify')}
        </Button>
      </p>
      <ProblemNotice problem={query.error} />
      {query.data && query.data.broken.length === 0 ? (
        <Notice tone="met" alert>
          {t('verified', { chains: query.data.chains, rows: query.data.rows })}
        </Notice>
      ) : null}
      {query.data?.broken.map(({ place, seq, fault }) => (
        <Notice key={`${place} ${fault}`} tone="must" alert>
          {t('broken', { place, seq, fault })}
        </Notice>
      ))}
    </>
  )
}

const shown = (value: unknown): string => JSON.stringify(value ?? null, null, 1)

function ChangeCell({ row }: { row: AuditRow }): ReactNode {
  const t = useText(messages)
  return (
    <details>
      <summary>
        {t('change')} <code>{row.hash.slice(0, 8)}</code>
      </summary>
      <dl className="audit-change">
        <dt>{t('before')}</dt>
        <dd>
          <pre>{shown(row.change.before)}</pre>
        </dd>
        <dt>{t('after')}</dt>
        <dd>
          <pre>{shown(row.change.after)}</pre>
        </dd>
        <dt>{t('hash')}</dt>
        <dd>
          <code>{row.hash}</code>
        </dd>
      </dl>
    </details>
  )
}

type Permission = { action: string; what: Bilingual }

/** What was done in the words of the permission table; its permanent name beneath. */
function ActionCell({ action, permissions }: { action: string; permissions: readonly Permission[] }): ReactNode {
  const inLanguage = useBilingual()
  const known = permissions.find(permission => permission.action === action)
  return (
    <>
      {known ? <span className="audit-action">{inLanguage(known.what)}</span> : null}
      <code className="quiet">{action}</code>
    </>
  )
}

/** Who did what, when, and what it was before; and the proof that no row was changed or taken out. */
export default function AuditPage(): ReactNode {
  const t = useText(messages)
  const permissions = useApi<readonly Permission[]>('/api/permissions').data ?? []
  return (
    <ConsolePage title={t('auditTitle')} lead={t('auditLead')}>
      <Verify />
      <ConsoleTable<AuditRow>
        caption={t('auditTitle')}
        path="/api/audit"
        exportPath="/api/audit/export"
        exportFormats={['xlsx', 'csv']}
        rowKey={row => `${row.countyCode}/${row.seq}`}
        filters={[
          { kind: 'text', name: 'action', label: t('filterAction') },
          { kind: 'text', name: 'place', label: t('filterPlace') },
          { kind: 'text', name: 'record', label: t('filterRecord') },
        ]}
        columns={[
          { key: 'at', title: t('at'), cell: row => <span className="number">{formatInstant(row.at)}</span> },
          { key: 'who', title: t('who'), cell: row => row.personName ?? t('system') },
          { key: 'action', title: t('action'), cell: row => <ActionCell action={row.action} permissions={permissions} /> },
          { key: 'record', title: t('record'), cell: row => <code>{`${row.recordKind} ${row.recordId.slice(0, 13)}`}</code> },
          { key: 'place', title: t('place'), cell: row => <PlaceName code={row.countyCode} /> },
          { key: 'seq', title: t('seq'), numeric: true, cell: row => row.seq },
          { key: 'change', title: t('change'), cell: row => <ChangeCell row={row} /> },
        ]}
      />
    </ConsolePage>
  )
}
