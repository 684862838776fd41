import type { ReactNode } from 'react'
import { Select, TextArea, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { declarationQuestions, emptyDeclarations, operationBaseQuestions, typeLabels } from '../index.ts'
import type { ApplicationType, Attachment, OperationBase, RepeatDeclarations } from '../index.ts'
import { DayField, EvidenceField, MoneyField, TextField } from './fields.tsx'
import { messages } from './messages.ts'
import type { Draft } from './use-draft.ts'

export type FormProps = { draft: Draft; disabled: boolean; attachments: readonly Attachment[] }

/** The type, and the base a county must already have (4.3). */
export function BaseForm({ draft: { content, edit }, disabled, attachments }: FormProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { operationBase } = content
  const change = (id: keyof OperationBase, statement: OperationBase['operation']): void =>
    edit('operationBase', { ...operationBase, [id]: statement })
  const types = Object.entries(typeLabels).map(([value, label]) => ({ value, label: inLanguage(label) }))
  return (
    <Section title={t('base')}>
      <p className="quiet">{t('baseHint')}</p>
      <Select
        label={t('type')}
        disabled={disabled}
        choices={types}
        value={content.type}
        onChange={event => edit('type', event.target.value as ApplicationType)}
      />
      {(Object.keys(operationBaseQuestions) as (keyof OperationBase)[]).map(id => (
        <div key={id}>
          <TextArea
            label={inLanguage(operationBaseQuestions[id])}
            disabled={disabled}
            value={operationBase[id].text}
            onChange={event => change(id, { ...operationBase[id], text: event.target.value })}
          />
          <EvidenceField
            label={t('evidence')}
            disabled={disabled}
            attachments={attachments}
            value={operationBase[id].evidence}
            onChange={evidence => change(id, { ...operationBase[id], evidence })}
          />
        </div>
      ))}
    </Section>
  )
}

const count = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null)

type Change = (part: Partial<RepeatDeclarations>) => void

function DeclaredFigures({ declared, disabled, change }: { declared: RepeatDeclarations; disabled: boolean; change: Change }): ReactNode {
  const inLanguage = useBilingual()
  const label = (id: keyof RepeatDeclarations): string => inLanguage(declarationQuestions[id])
  return (
    <div className="application-grid">
      <DayField label={label('asOf')} disabled={disabled} value={declared.asOf} onChange={asOf => change({ asOf })} />
      <MoneyField
        label={label('receivedFen')}
        disabled={disabled}
        value={declared.receivedFen}
        onChange={receivedFen => change({ receivedFen })}
      />
      <MoneyField
        label={label('disbursedFen')}
        disabled={disabled}
        value={declared.disbursedFen}
        onChange={disbursedFen => change({ disbursedFen })}
      />
      <TextField
        label={label('acceptedProjects')}
        disabled={disabled}
        inputMode="decimal"
        value={declared.acceptedProjects?.toString() ?? ''}
        onChange={text => change({ acceptedProjects: count(text) })}
      />
      <TextField
        label={label('totalProjects')}
        disabled={disabled}
        inputMode="decimal"
        value={declared.totalProjects?.toString() ?? ''}
        onChange={text => change({ totalProjects: count(text) })}
      />
    </div>
  )
}

/** What a county that applies again declares of its earlier support (4.4). */
export function DeclarationsForm({ draft: { content, edit }, disabled, attachments }: FormProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (content.type !== 'repeat') return null
  const declared = content.declarations ?? emptyDeclarations()
  const change = (part: Partial<RepeatDeclarations>): void => edit('declarations', { ...declared, ...part })
  const label = (id: keyof RepeatDeclarations): string => inLanguage(declarationQuestions[id])
  const evidence = (id: 'disbursementEvidence' | 'acceptanceEvidence'): ReactNode => (
    <EvidenceField
      label={label(id)}
      disabled={disabled}
      attachments={attachments}
      value={declared[id]}
      onChange={ids => change({ [id]: ids })}
    />
  )
  return (
    <Section title={t('declarations')}>
      <p className="quiet">{t('declaredHint')}</p>
      <DeclaredFigures declared={declared} disabled={disabled} change={change} />
      {evidence('disbursementEvidence')}
      {evidence('acceptanceEvidence')}
      <TextArea
        label={label('results')}
        disabled={disabled}
        value={declared.results.text}
        onChange={event => change({ results: { ...declared.results, text: event.target.value } })}
      />
      <EvidenceField
        label={t('evidence')}
        disabled={disabled}
        attachments={attachments}
        value={declared.results.evidence}
        onChange={ids => change({ results: { ...declared.results, evidence: ids } })}
      />
    </Section>
  )
}
