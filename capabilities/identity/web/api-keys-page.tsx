import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  Field,
  formatInstant,
  Loaded,
  newId,
  Notice,
  useApi,
  useBilingual,
  useFieldErrors,
  useMay,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, FormDrawer } from '@jincun/ui/console'
import { messages } from './administration-messages.ts'
import { GrantFields } from './grant-fields.tsx'
import { OrganisationSelect } from './organisation-select.tsx'
import { PlaceName } from './place-name.tsx'
import { roleTitle } from './role-title.ts'
import './administration.css'

type ApiKey = {
  id: string
  name: string
  role: string
  placeCode: string
  organisation: string
  createdAt: string
  revokedAt: string | null
}

function AddKey({ onMade }: { onMade: (key: string) => void }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend<{ key: string }>()
  const errorOf = useFieldErrors(problem)
  const [id, setId] = useState('')
  const open = (): void => {
    setId(newId())
    clear()
  }
  const submit = async ({ role, placeCode, ...fields }: Record<string, string>): Promise<boolean> => {
    const made = await send('/api/api-keys', { id, ...fields, grant: { role, placeCode } })
    if (made) onMade(made.key)
    return made !== null
  }
  return (
    <FormDrawer
      title={t('addKey')}
      submitLabel={t('addKey')}
      kind="primary"
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <Field label={t('keyName')} hint={t('keyNameHint')} name="name" required error={errorOf('name')} />
      <OrganisationSelect error={errorOf('organisationId')} />
      <GrantFields errorOf={errorOf} at="grant" />
    </FormDrawer>
  )
}

function Revoke({ apiKey }: { apiKey: ApiKey }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend('DELETE')
  if (apiKey.revokedAt) return null
  return (
    <ConfirmButton
      kind="link"
      label={t('revoke')}
      title={t('revokeTitle', { name: apiKey.name })}
      consequences={t('revokeText')}
      onConfirm={() => send(`/api/api-keys/${apiKey.id}`)}
      problem={problem}
    />
  )
}

/** Keys of other systems; a new key is shown this once. */
export default function ApiKeysPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const manages = useMay()('people.manage')
  const query = useApi<ApiKey[]>('/api/api-keys')
  const [made, setMade] = useState<string | null>(null)
  return (
    <ConsolePage title={t('keys')} lead={t('keysLead')} actions={manages ? <AddKey onMade={setMade} /> : null}>
      {made ? (
        <Notice tone="must" alert title={t('keyOnce')}>
          <code className="key-once">{made}</code>
        </Notice>
      ) : null}
      <Loaded query={query}>
        {keys => (
          <DataTable
            caption={t('keys')}
            rows={keys}
            rowKey={row => row.id}
            columns={[
              { key: 'name', title: t('keyName'), value: row => row.name },
              { key: 'organisation', title: t('organisation'), value: row => row.organisation },
              { key: 'role', title: t('role'), value: row => inLanguage(roleTitle(row.role)) },
              { key: 'place', title: t('jurisdiction'), value: row => row.placeCode, cell: row => <PlaceName code={row.placeCode} /> },
              { key: 'createdAt', title: t('createdAt'), value: row => formatInstant(row.createdAt) },
              { key: 'revokedAt', title: t('revokedAt'), value: row => (row.revokedAt ? formatInstant(row.revokedAt) : t('inUse')) },
              ...(manages ? [{ key: 'actions', title: t('actions'), cell: (row: ApiKey) => <Revoke apiKey={row} /> }] : []),
            ]}
          />
        )}
      </Loaded>
    </ConsolePage>
  )
}
