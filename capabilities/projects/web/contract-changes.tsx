import type { ReactNode } from 'react'
import { ButtonLink, DataTable, Field, useOrder, Select, StateTag, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { DifferenceView, FindingPanel, FormDrawer, Section } from '@jincun/ui/console'
import { changeKindLabels } from '../index.ts'
import type { Contract, ContractChange } from '../index.ts'
import { contractDifferences } from './contract-differences.ts'
import type { ContractView } from './contract-view.ts'
import { words } from './messages-common.ts'
import { contractMessages } from './messages-contract.ts'

const tones: Record<ContractChange['state'], Tone> = { proposed: 'should', approved: 'met', refused: 'unknown' }

/** A change that needs no editor: ending the contract, or the right name of the party. */
function ShortChange({ contract, kind }: { contract: Contract; kind: 'termination' | 'party-details' }): ReactNode {
  const t = useText(contractMessages)
  const { sending, problem, open, post } = useOrder(`/api/projects/${contract.countyCode}/contracts/${contract.id}/changes`)
  const title = t(kind === 'termination' ? 'terminate' : 'partyChange')
  const submit = async ({ reason, party }: Record<string, string>): Promise<boolean> => {
    const after: Contract =
      kind === 'termination' ? { ...contract, state: 'terminated' } : { ...contract, party: { ...contract.party, name: party ?? '' } }
    return post({ kind, reason, after })
  }
  return (
    <FormDrawer title={title} submitLabel={t('proposeChange')} sending={sending} problem={problem} onOpen={open} onSubmit={submit}>
      <p>{t(kind === 'termination' ? 'terminateEffect' : 'changeEffect')}</p>
      {kind === 'termination' ? null : (
        <Field name="party" label={t('partyName')} required maxLength={100} defaultValue={contract.party.name} />
      )}
      <TextArea name="reason" label={t('changeReason')} required maxLength={2_000} />
    </FormDrawer>
  )
}

function Decide({ change }: { change: ContractChange }): ReactNode {
  const t = useText(contractMessages)
  const { send, sending, problem, clear } = useSend()
  const path = `/api/projects/${change.countyCode}/contract-changes/${change.id}/decision`
  return (
    <FormDrawer
      kind="primary"
      title={t('decide')}
      submitLabel={t('decide')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async ({ approve, reason }) => (await send(path, { approve: approve === 'yes', reason })) !== null}
    >
      <p>{t('changeEffect')}</p>
      <Select
        name="approve"
        label={t('decision')}
        choices={[
          { value: 'no', label: t('refuse') },
          { value: 'yes', label: t('approve') },
        ]}
      />
      <TextArea name="reason" label={t('opinion')} required maxLength={2_000} />
    </FormDrawer>
  )
}

function Waiting({ view, change }: { view: ContractView; change: ContractChange }): ReactNode {
  const t = useText(contractMessages)
  const inLanguage = useBilingual()
  const differences = contractDifferences(view.contract, change.after, { t, inLanguage })
  return (
    <>
      <DifferenceView caption={t('difference')} differences={differences} />
      {change.kind === 'termination' ? null : <FindingPanel title={t('findingsChange')} findings={view.changeFindings} />}
    </>
  )
}

/** Changes of a signed contract: a typed reason, and someone else's approval. */
export function ContractChanges({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const { contract, changes } = view
  const waiting = changes.find(({ state }) => state === 'proposed')
  if (contract.state === 'draft' || contract.state === 'referred') return null
  const mayPropose = view.mayWrite && contract.state === 'signed' && !waiting
  const actions = (
    <>
      {mayPropose ? (
        <>
          <ButtonLink href={`/contract-editor/${contract.countyCode}/${contract.year}?contract=${contract.id}`}>{t('change')}</ButtonLink>
          <ShortChange contract={contract} kind="party-details" />
          <ShortChange contract={contract} kind="termination" />
        </>
      ) : null}
      {waiting && view.mayDecide ? <Decide change={waiting} /> : null}
    </>
  )
  return (
    <Section title={t('changes')} actions={actions}>
      {waiting ? <Waiting view={view} change={waiting} /> : null}
      <DataTable
        name="changes-"
        caption={t('changes')}
        rows={changes.toReversed()}
        rowKey={row => row.id}
        empty={t('noChanges')}
        columns={[
          { key: 'kind', title: t('changeKind'), value: row => inLanguage(changeKindLabels[row.kind]) },
          {
            key: 'state',
            title: t('stateOf'),
            value: row => t(row.state),
            cell: row => <StateTag tone={tones[row.state]}>{t(row.state)}</StateTag>,
          },
          { key: 'reason', title: common('reason'), value: row => row.reason },
          { key: 'by', title: t('by'), value: row => [row.proposedBy, row.decidedBy].filter(Boolean).join(' / ') },
          { key: 'opinion', title: t('opinion'), value: row => row.decisionReason || '—' },
        ]}
      />
    </Section>
  )
}
