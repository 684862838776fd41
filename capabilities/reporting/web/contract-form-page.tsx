import type { ReactNode } from 'react'
import { Loaded, useApi, usePathPart, useText } from '@jincun/ui'
import { words } from './form-messages.ts'
import { FormVersions } from './form-page.tsx'
import type { FormView } from './form-view.ts'

/** A contractor's form of a month: filled in as far as the register knows, handed in, corrected; every version stays (6.4c, 6.4d). */
export default function ContractFormPage(): ReactNode {
  const t = useText(words)
  const county = usePathPart('county')
  const base = `/api/reporting/${county}/contract-forms/${usePathPart('contract')}/${usePathPart('form')}/${usePathPart('period')}`
  const query = useApi<FormView>(base)
  return (
    <Loaded query={query}>
      {view => (
        <FormVersions
          view={view}
          base={base}
          filesPath={`/api/reporting/${county}/report-papers`}
          lead={t('ofContract', { number: '', title: '', contractor: '', ...view.contract, due: view.dueOn })}
        />
      )}
    </Loaded>
  )
}
