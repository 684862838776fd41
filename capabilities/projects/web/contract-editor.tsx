import { useState } from 'react'
import type { ReactNode } from 'react'
import { formatYuan } from '@jincun/kernel'
import {
  Button,
  Field,
  FileField,
  Link,
  newId,
  Notice,
  ProblemNotice,
  Select,
  TextArea,
  useBilingual,
  useGo,
  useSend,
  useText,
} from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { changeKindLabels, ChangeKind } from '../index.ts'
import type { Contract } from '../index.ts'
import { AgreementFields, GuaranteeFields, MilestoneRows } from './contract-fields.tsx'
import { centralFen, contractOf, priceFen } from './contract-draft.ts'
import type { ContractDraft, Unreadable } from './contract-draft.ts'
import { ContractLineRows } from './contract-line-rows.tsx'
import type { ContractForm } from './contract-view.ts'
import { words } from './messages-common.ts'
import { contractMessages } from './messages-contract.ts'
import { useDraft } from './use-draft.ts'

export type EditorPartProps = {
  form: ContractForm
  county: string
  year: number
  draft: ContractDraft
  change: (part: Partial<ContractDraft>) => void
}

type EditorProps = { form: ContractForm; county: string; year: number; standing: Contract | null; begun: ContractDraft }

function Basics({ form, county, draft, change, fixed }: EditorPartProps & { fixed: boolean }): ReactNode {
  const t = useText(contractMessages)
  const own = form.procurements.filter(({ projectId }) => projectId === draft.projectId)
  return (
    <div className="item-fields">
      {fixed ? null : (
        <>
          <Select
            label={t('project')}
            value={draft.projectId}
            choices={form.projects.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={event => change({ projectId: event.target.value, procurementId: '' })}
          />
          <Select
            label={t('procurement')}
            value={draft.procurementId}
            choices={[
              { value: '', label: t('noProcurement') },
              ...own.map(({ id, title, winner }) => ({ value: id, label: `${title}（${winner}）` })),
            ]}
            onChange={event => change({ procurementId: event.target.value })}
          />
          <Select
            label={t('contractor')}
            hint={<Link href={`/contractors/${county}`}>{t('contractorFile')}</Link>}
            value={draft.contractorId}
            choices={form.contractors.map(({ id, name, creditCode }) => ({ value: id, label: `${name}（${creditCode}）` }))}
            onChange={event => change({ contractorId: event.target.value })}
          />
          <Field
            label={t('number')}
            required
            maxLength={60}
            value={draft.number}
            onChange={event => change({ number: event.target.value })}
          />
        </>
      )}
      <Field label={t('titleOf')} required maxLength={200} value={draft.title} onChange={event => change({ title: event.target.value })} />
      <Field label={t('start')} type="date" required value={draft.start} onChange={event => change({ start: event.target.value })} />
      <Field label={t('end')} type="date" required value={draft.end} onChange={event => change({ end: event.target.value })} />
    </div>
  )
}

/** Sends a draft as it stands, or a change of the signed contract for somebody else to approve. */
function useEditorSubmit({ county, year, standing }: EditorProps, onDone: (id: string) => void) {
  const save = useSend('PUT')
  const propose = useSend()
  const [id] = useState(() => standing?.id ?? newId())
  const [changeId] = useState(newId)
  const [unreadable, setUnreadable] = useState<Unreadable | null>(null)
  const submit = async (draft: ContractDraft, kind: string, reason: string): Promise<void> => {
    const read = contractOf(draft)
    setUnreadable(typeof read === 'string' ? read : null)
    if (typeof read === 'string') return
    const path = `/api/projects/${county}/contracts/${id}`
    const sent =
      standing?.state === 'signed'
        ? await propose.send(`${path}/changes`, { id: changeId, kind, reason, after: { ...standing, ...read } })
        : await save.send(path, { ...read, year, seenVersion: standing?.version ?? 0 })
    if (sent !== null) onDone(id)
  }
  return { submit, sending: save.sending || propose.sending, problem: save.problem ?? propose.problem, unreadable }
}

function ChangeReason({
  kind,
  onKind,
  onReason,
}: {
  kind: string
  onKind: (kind: string) => void
  onReason: (reason: string) => void
}): ReactNode {
  const t = useText(contractMessages)
  const inLanguage = useBilingual()
  const kinds = ChangeKind.options.filter(each => each !== 'termination' && each !== 'party-details')
  return (
    <Section title={t('changeReason')}>
      <Notice tone="info">{t('changeEffect')}</Notice>
      <Select
        label={t('changeKind')}
        hint={t('changeKindHint')}
        value={kind}
        choices={kinds.map(value => ({ value, label: inLanguage(changeKindLabels[value]) }))}
        onChange={event => onKind(event.target.value)}
      />
      <TextArea label={t('changeReason')} required maxLength={2_000} onChange={event => onReason(event.target.value)} />
    </Section>
  )
}

/** The whole form of a contract. What is typed stays in this window until it is sent. */
export function ContractEditor(props: EditorProps): ReactNode {
  const { form, county, year, standing, begun } = props
  const t = useText(contractMessages)
  const common = useText(words)
  const go = useGo()
  const record = standing ? `${standing.id} ${standing.version}` : `new ${county} ${year} ${begun.projectId} ${begun.procurementId}`
  const { value: draft, change: setDraft, changed, discard } = useDraft<ContractDraft>(`contract ${record}`, begun)
  const [kind, setKind] = useState<string>('schedule')
  const [reason, setReason] = useState('')
  const { submit, sending, problem, unreadable } = useEditorSubmit(props, id => {
    discard()
    go(`/contracts/${county}/${year}/${id}`)
  })
  const signed = standing?.state === 'signed'
  if (standing && !['draft', 'referred', 'signed'].includes(standing.state)) return <Notice tone="info">{t('notEditable')}</Notice>
  const part: EditorPartProps = { form, county, year, draft, change: more => setDraft({ ...draft, ...more }) }
  return (
    <form
      className="console-sections"
      onSubmit={event => {
        event.preventDefault()
        void submit(draft, kind, reason)
      }}
    >
      {changed ? (
        <Notice tone="should">
          {common('unsaved')} <Button onClick={discard}>{common('discard')}</Button>
        </Notice>
      ) : null}
      {signed ? <ChangeReason kind={kind} onKind={setKind} onReason={setReason} /> : null}
      <Section title={t('basics')}>
        <Basics {...part} fixed={signed} />
        <p>{t('priceIs', { amount: formatYuan(priceFen(draft)), central: formatYuan(centralFen(draft)) })}</p>
      </Section>
      <ContractLineRows {...part} />
      <MilestoneRows {...part} />
      <GuaranteeFields {...part} />
      {signed ? null : <AgreementFields {...part} />}
      {signed ? null : (
        <Section title={t('papers')}>
          <FileField label={t('papers')} path={`/api/projects/${county}/files`} onFile={fileId => part.change({ fileId })} />
        </Section>
      )}
      {unreadable ? <Notice tone="must">{t('cannotSave', { where: t(unreadable) })}</Notice> : null}
      <ProblemNotice problem={problem} />
      <div className="form-bar">
        <Button kind="primary" type="submit" busy={sending}>
          {t(signed ? 'proposeChange' : 'saveDraft')}
        </Button>
      </div>
    </form>
  )
}
