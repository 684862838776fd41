import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, Field, Loaded, newId, StateTag, useAddressState, useApi, useFieldErrors, useMay, useSend, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer } from '@jincun/ui/console'
import { messages } from './administration-messages.ts'
import { GrantFields } from './grant-fields.tsx'
import { OrganisationSelect } from './organisation-select.tsx'
import { PersonActions, PersonRoles } from './person-cells.tsx'
import type { Person } from './person-cells.tsx'
import { SearchBar } from './search-bar.tsx'
import './administration.css'

function AddPerson(): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const errorOf = useFieldErrors(problem)
  const [id, setId] = useState('')
  const open = (): void => {
    setId(newId())
    clear()
  }
  const submit = async ({ role, placeCode, ...fields }: Record<string, string>): Promise<boolean> =>
    (await send('/api/people', { id, ...fields, grants: [{ role, placeCode }] })) !== null
  return (
    <FormDrawer
      title={t('addPerson')}
      submitLabel={t('save')}
      kind="primary"
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <Field label={t('personName')} name="name" required error={errorOf('name')} />
      <OrganisationSelect error={errorOf('organisationId')} />
      <Field label={t('username')} hint={t('usernameHint')} name="username" autoComplete="off" required error={errorOf('username')} />
      <Field
        label={t('password')}
        hint={t('passwordHint')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={errorOf('password')}
      />
      <GrantFields errorOf={errorOf} at="grants.0" />
    </FormDrawer>
  )
}

/** Who acts in which role and for which place. */
export default function PeoplePage(): ReactNode {
  const t = useText(messages)
  const manages = useMay()('people.manage')
  const [search] = useAddressState('search')
  const query = useApi<Person[]>('/api/people', { search })
  return (
    <ConsolePage title={t('people')} lead={t('peopleLead')} actions={manages ? <AddPerson /> : null}>
      <SearchBar shown={query.data?.length ?? 0} />
      <Loaded query={query}>
        {people => (
          <DataTable
            caption={t('people')}
            rows={people}
            rowKey={row => row.id}
            find={false}
            columns={[
              { key: 'name', title: t('personName'), value: row => row.name },
              { key: 'username', title: t('username'), value: row => row.username },
              { key: 'organisation', title: t('organisation'), value: row => row.organisation },
              { key: 'roles', title: t('roles'), cell: row => <PersonRoles person={row} manages={manages} /> },
              {
                key: 'active',
                title: t('active'),
                value: row => t(row.active ? 'isActive' : 'isInactive'),
                cell: row => <StateTag tone={row.active ? 'met' : 'unknown'}>{t(row.active ? 'isActive' : 'isInactive')}</StateTag>,
              },
              ...(manages ? [{ key: 'actions', title: t('actions'), cell: (row: Person) => <PersonActions person={row} /> }] : []),
            ]}
          />
        )}
      </Loaded>
    </ConsolePage>
  )
}
