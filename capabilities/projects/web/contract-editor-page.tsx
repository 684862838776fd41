import type { ReactNode } from 'react'
import { Loaded, Notice, useAddressState, useApi, useMay, usePathPart, useText } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { draftOf, emptyContract } from './contract-draft.ts'
import { ContractEditor } from './contract-editor.tsx'
import type { ContractForm, ContractView } from './contract-view.ts'
import { CountyLinks } from './county-links.tsx'
import { contractMessages } from './messages-contract.ts'

/** A new contract of a project, begun from its awarded procurement where there is one. */
function NewContract({ form, county, year }: { form: ContractForm; county: string; year: number }): ReactNode {
  const t = useText(contractMessages)
  const [wantedProject] = useAddressState('project')
  const [wantedProcurement] = useAddressState('procurement')
  const project = form.projects.find(({ id }) => id === wantedProject) ?? form.projects[0]
  const firm = form.contractors[0]
  if (!project) return <Notice tone="info">{t('noProject')}</Notice>
  if (!firm) return <Notice tone="info">{t('noContractor')}</Notice>
  const procurement = form.procurements.find(({ id, projectId }) => id === wantedProcurement && projectId === project.id)
  const winner = form.contractors.find(({ creditCode }) => creditCode === procurement?.creditCode) ?? firm
  const begun = emptyContract(project.id, procurement?.id ?? '', winner.id)
  return <ContractEditor form={form} county={county} year={year} standing={null} begun={begun} />
}

/** The draft, or a change of the signed contract, by the same form. */
function StandingContract({ form, county, year, id }: { form: ContractForm; county: string; year: number; id: string }): ReactNode {
  const query = useApi<ContractView>(`/api/projects/${county}/contracts/${id}`)
  return (
    <Loaded query={query}>
      {({ contract }) => (
        <ContractEditor
          key={`${contract.id} ${contract.version}`}
          form={form}
          county={county}
          year={year}
          standing={contract}
          begun={draftOf(contract)}
        />
      )}
    </Loaded>
  )
}

/** Writes a contract, or a change of a signed one (6.3, 6.4d). */
export default function ContractEditorPage(): ReactNode {
  const t = useText(contractMessages)
  const may = useMay()
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const [id] = useAddressState('contract')
  const query = useApi<ContractForm>(`/api/projects/${county}/contract-form`, { year })
  if (!may('projects.write')) return <Notice tone="info">{t('forbidden')}</Notice>
  return (
    <Loaded query={query}>
      {form => (
        <ConsolePage title={t(id ? 'editorEdit' : 'editorNew')} lead={t('editorLead')}>
          <CountyLinks county={county} year={year} here="contracts" />
          {id ? (
            <StandingContract form={form} county={county} year={Number(year)} id={id} />
          ) : (
            <NewContract form={form} county={county} year={Number(year)} />
          )}
        </ConsolePage>
      )}
    </Loaded>
  )
}
