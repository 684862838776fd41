import type { ReactNode } from 'react'
import { Select, useApi, useText } from '@jincun/ui'
import { messages } from './administration-messages.ts'
import type { Organisation } from './organisations-page.tsx'

/** Chooses one of the organisations the administrator sees: field `organisationId`. */
export function OrganisationSelect({ error }: { error: string | undefined }): ReactNode {
  const t = useText(messages)
  const organisations = useApi<Organisation[]>('/api/organisations').data ?? []
  return (
    <Select
      label={t('organisation')}
      name="organisationId"
      required
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
    />
  )
}
