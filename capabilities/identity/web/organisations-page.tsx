import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  Field,
  Loaded,
  newId,
  Select,
  useAddressState,
  useApi,
  useBilingual,
  useFieldErrors,
  useMay,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FormDrawer } from '@jincun/ui/console'
import type { OrganisationKind } from '../organisation.ts'
import { messages } from './administration-messages.ts'
import { organisationKindTitles } from './organisation-kind-title.ts'
import { PlaceField } from './place-field.tsx'
import { PlaceName } from './place-name.tsx'
import { SearchBar } from './search-bar.tsx'
import './administration.css'

export type Organisation = { id: string; name: string; socialCreditCode: string | null; kind: OrganisationKind; placeCode: string }

function AddOrganisation(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, sending, problem, clear } = useSend()
  const errorOf = useFieldErrors(problem)
  const [id, setId] = useState('')
  const open = (): void => {
    setId(newId())
    clear()
  }
  const submit = async ({ socialCreditCode, ...fields }: Record<string, string>): Promise<boolean> =>
    (await send('/api/organisations', { id, ...fields, socialCreditCode: socialCreditCode || null })) !== null
  const kinds = Object.entries(organisationKindTitles).map(([value, title]) => ({ value, label: inLanguage(title) }))
  return (
    <FormDrawer
      title={t('addOrganisation')}
      submitLabel={t('save')}
      kind="primary"
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <Field label={t('name')} name="name" required error={errorOf('name')} />
      <Select label={t('kind')} name="kind" choices={kinds} error={errorOf('kind')} />
      <PlaceField label={t('place')} error={errorOf('placeCode')} />
      <Field label={t('creditCode')} hint={t('creditCodeHint')} name="socialCreditCode" optional error={errorOf('socialCreditCode')} />
    </FormDrawer>
  )
}

/** The bodies that take part within the administrator's jurisdiction. */
export default function OrganisationsPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const may = useMay()
  const [search] = useAddressState('search')
  const query = useApi<Organisation[]>('/api/organisations', { search })
  return (
    <ConsolePage title={t('organisations')} lead={t('organisationsLead')} actions={may('people.manage') ? <AddOrganisation /> : null}>
      <SearchBar shown={query.data?.length ?? 0} />
      <Loaded query={query}>
        {organisations => (
          <DataTable
            caption={t('organisations')}
            rows={organisations}
            rowKey={row => row.id}
            find={false}
            columns={[
              { key: 'name', title: t('name'), value: row => row.name },
              { key: 'kind', title: t('kind'), value: row => inLanguage(organisationKindTitles[row.kind]) },
              { key: 'place', title: t('place'), value: row => row.placeCode, cell: row => <PlaceName code={row.placeCode} /> },
              { key: 'creditCode', title: t('creditCode'), value: row => row.socialCreditCode },
            ]}
          />
        )}
      </Loaded>
    </ConsolePage>
  )
}
