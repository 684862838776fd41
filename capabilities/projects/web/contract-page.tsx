import type { ReactNode } from 'react'
import { ButtonLink, Loaded, Notice, StateTag, useApi, useBilingual, useMay, usePathPart, useSend, useText } from '@jincun/ui'
import { ConfirmButton, ConsolePage, FindingPanel, Section } from '@jincun/ui/console'
import { contractStateLabels } from '../index.ts'
import { ContractChanges } from './contract-changes.tsx'
import { About, AgreementPart, LineTable, MilestoneTable } from './contract-parts.tsx'
import { contractContent } from './contract-view.ts'
import type { ContractView } from './contract-view.ts'
import { contractTones } from './contracts-page.tsx'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { contractMessages } from './messages-contract.ts'

const isOpen = ({ contract }: ContractView): boolean => contract.state === 'draft' || contract.state === 'referred'

function Actions({ view, path }: { view: ContractView; path: string }): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const { send, problem } = useSend()
  const may = useMay()
  const { contract } = view
  const { countyCode: county, year, id } = contract
  return (
    <>
      {view.mayWrite && isOpen(view) ? (
        <>
          <ConfirmButton
            kind="primary"
            label={t('sign')}
            title={`${t('sign')} ${contract.number}`}
            consequences={<p>{t('signEffect')}</p>}
            onConfirm={() => send(`${path}/signature`, { seenVersion: contract.version })}
            problem={problem}
          />
          <ButtonLink href={`/contract-editor/${county}/${year}?contract=${id}`}>{common('edit')}</ButtonLink>
        </>
      ) : null}
      {view.assets.length > 0 ? (
        <ButtonLink href={`/api/projects/${county}/asset-labels?contract=${id}`} download>
          {t('labels')}
        </ButtonLink>
      ) : null}
      {may('acceptance.read') && contract.state === 'signed' ? (
        <ButtonLink href={`/acceptance/${county}`}>{t('acceptance')}</ButtonLink>
      ) : null}
    </>
  )
}

function Page({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const saveReason = useSend('PUT')
  const { contract } = view
  const { countyCode: county, year, id, state } = contract
  const path = `/api/projects/${county}/contracts/${id}`
  const reasonable = view.mayWrite && isOpen(view)
  const onReason = (code: string, reason: string): void => {
    if (reason === (contract.reasons[code] ?? '')) return
    void saveReason.send(path, { ...contractContent(contract), reasons: { ...contract.reasons, [code]: reason } })
  }
  return (
    <ConsolePage
      title={contract.title}
      lead={<StateTag tone={contractTones[state]}>{inLanguage(contractStateLabels[state])}</StateTag>}
      asOf={view.asOf}
      source={t('source')}
      actions={<Actions view={view} path={path} />}
    >
      <CountyLinks county={county} year={String(year)} here="contracts" />
      <Notice tone={state === 'referred' ? 'should' : 'info'}>{common('next', { what: t(`next_${state}`) })}</Notice>
      <Section title={t('basics')}>
        <About view={view} />
      </Section>
      {isOpen(view) ? (
        <FindingPanel title={t('findings')} findings={view.findings} reasons={contract.reasons} {...(reasonable ? { onReason } : {})} />
      ) : null}
      <Section title={t('milestones')}>
        <MilestoneTable view={view} />
      </Section>
      <Section title={t('lines')}>
        <LineTable view={view} />
      </Section>
      <Section title={t('agreementTitle')}>
        <AgreementPart view={view} />
      </Section>
      <ContractChanges view={view} />
      {isOpen(view) ? null : <FindingPanel title={t('assets')} findings={view.assetFindings} />}
      {isOpen(view) ? null : (
        <p>
          <ButtonLink href={`/assets/${county}?contract=${id}`}>{t('assetsOf', { n: view.assets.length })}</ButtonLink>
        </p>
      )}
    </ConsolePage>
  )
}

/** One contract: what it says, what the rules say of it, its changes and assets, and the next step (6.3, 6.4d, 3.6). */
export default function ContractPage(): ReactNode {
  const [county, id] = [usePathPart('county'), usePathPart('contract')]
  const query = useApi<ContractView>(`/api/projects/${county}/contracts/${id}`)
  return <Loaded query={query}>{view => <Page view={view} />}</Loaded>
}
