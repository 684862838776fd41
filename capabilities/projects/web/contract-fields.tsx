import type { ReactNode } from 'react'
import { Button, Field, FileField, Notice, Select, TextArea, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { Guarantee } from '../index.ts'
import { advanceText, shareSum } from './contract-draft.ts'
import type { ContractDraft } from './contract-draft.ts'
import type { EditorPartProps } from './contract-editor.tsx'
import type { ContractForm } from './contract-view.ts'
import { ItemRows } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { contractMessages } from './messages-contract.ts'

/** Deliverables and their shares of the price, with their sum and what the advance comes to. */
export function MilestoneRows({ form, draft, change }: EditorPartProps): ReactNode {
  const t = useText(contractMessages)
  const sum = shareSum(draft)
  return (
    <Section title={t('milestones')}>
      <ItemRows<ContractDraft['milestones'][number]>
        title={t('milestones')}
        titled
        what={t('milestone')}
        items={draft.milestones}
        onChange={milestones => change({ milestones })}
        make={id => ({ id, name: '', share: '', due: draft.end, deliverable: '' })}
        fields={(item, part) => (
          <>
            <Field
              label={t('milestone')}
              required
              maxLength={200}
              value={item.name}
              onChange={event => part({ name: event.target.value })}
            />
            <Field
              label={t('share')}
              inputMode="decimal"
              required
              value={item.share}
              onChange={event => part({ share: event.target.value })}
            />
            <Field label={t('dueOf')} type="date" required value={item.due} onChange={event => part({ due: event.target.value })} />
            <Field
              label={t('deliverable')}
              maxLength={300}
              optional
              value={item.deliverable}
              onChange={event => part({ deliverable: event.target.value })}
            />
          </>
        )}
      />
      <Notice tone={sum === '100' ? 'met' : 'should'}>{t('milestoneSum', { sum })}</Notice>
      <div className="item-fields">
        <Field label={t('advance')} inputMode="decimal" value={draft.advance} onChange={event => change({ advance: event.target.value })} />
      </div>
      <p className="quiet">
        {t('advanceCap', { percent: draft.advance, amount: advanceText(draft), maximum: form.advancePercentMaximum })}
      </p>
    </Section>
  )
}

const newGuarantee: NonNullable<ContractDraft['guarantee']> = { kind: 'bank-guarantee', number: '', issuer: '', expiresOn: '', amount: '' }

export function GuaranteeFields({ draft, change }: EditorPartProps): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const { guarantee } = draft
  const set = (part: Partial<NonNullable<ContractDraft['guarantee']>>): void =>
    change({ guarantee: { ...(guarantee ?? newGuarantee), ...part } })
  return (
    <Section
      title={t('guarantee')}
      actions={
        guarantee ? (
          <Button onClick={() => change({ guarantee: null })}>{common('remove')}</Button>
        ) : (
          <Button onClick={() => set({ expiresOn: draft.end })}>{t('withGuarantee')}</Button>
        )
      }
    >
      {guarantee ? (
        <div className="item-fields">
          <Select
            label={t('guaranteeKind')}
            value={guarantee.kind}
            choices={(['bank-guarantee', 'deposit', 'insurance'] as const).map(value => ({ value, label: t(value) }))}
            onChange={event => set({ kind: event.target.value as Guarantee['kind'] })}
          />
          <Field
            label={t('guaranteeNumber')}
            maxLength={60}
            value={guarantee.number}
            onChange={event => set({ number: event.target.value })}
          />
          <Field label={t('issuer')} maxLength={100} value={guarantee.issuer} onChange={event => set({ issuer: event.target.value })} />
          <Field
            label={t('guaranteeAmount')}
            inputMode="decimal"
            required
            value={guarantee.amount}
            onChange={event => set({ amount: event.target.value })}
          />
          <Field
            label={t('expiresOn')}
            type="date"
            required
            value={guarantee.expiresOn}
            onChange={event => set({ expiresOn: event.target.value })}
          />
        </div>
      ) : (
        <p className="quiet">{t('noGuarantee')}</p>
      )}
    </Section>
  )
}

type AgreedProps = { asked: ContractForm['projects'][number]['data']; items: readonly string[]; onChange: (items: string[]) => void }

function AgreedItems({ asked, items, onChange }: AgreedProps): ReactNode {
  const t = useText(contractMessages)
  const inLanguage = useBilingual()
  return (
    <fieldset className="check-list">
      <legend>{t('agreementItems')}</legend>
      {asked.map(({ id, term }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={items.includes(id)}
            onChange={event => onChange(event.target.checked ? [...items, id] : items.filter(each => each !== id))}
          />
          {inLanguage(term)}
        </label>
      ))}
    </fieldset>
  )
}

/** The data agreement (6.4d): what such sites must hand in is ticked from the start. */
export function AgreementFields({ form, county, draft, change }: EditorPartProps): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const asked = form.projects.find(({ id }) => id === draft.projectId)?.data ?? []
  const { agreement } = draft
  type Agreement = NonNullable<ContractDraft['agreement']>
  const set = (part: Partial<Agreement>): void =>
    change({
      agreement: { ...(agreement ?? { signedOn: draft.start, items: asked.map(({ id }) => id), protection: '', fileId: null }), ...part },
    })
  return (
    <Section
      title={t('agreementTitle')}
      actions={
        agreement ? (
          <Button onClick={() => change({ agreement: null })}>{common('remove')}</Button>
        ) : (
          <Button onClick={() => set({})}>{t('withAgreement')}</Button>
        )
      }
    >
      <p className="quiet">{t('agreementNote')}</p>
      {agreement ? (
        <>
          <AgreedItems asked={asked} items={agreement.items} onChange={items => set({ items })} />
          <Field
            label={t('agreementSigned')}
            type="date"
            required
            value={agreement.signedOn}
            onChange={event => set({ signedOn: event.target.value })}
          />
          <TextArea
            label={t('protection')}
            hint={t('protectionHint')}
            required
            maxLength={2_000}
            value={agreement.protection}
            onChange={event => set({ protection: event.target.value })}
          />
          <FileField label={t('agreementFile')} path={`/api/projects/${county}/files`} onFile={fileId => set({ fileId })} />
        </>
      ) : null}
    </Section>
  )
}
