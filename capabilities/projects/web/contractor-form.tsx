import { useState } from 'react'
import type { ReactNode } from 'react'
import { isSocialCreditCode } from '@jincun/identity'
import { Field, FileField, newId, Select, TextArea, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { Capability } from '../index.ts'
import type { Contractor, ContractorConflict, Licence } from '../index.ts'
import { ItemRows } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { contractorMessages } from './messages-contractor.ts'

type Lists = { licences: Licence[]; capabilities: Capability[]; conflicts: ContractorConflict[] }
type ListProps = { county: string; lists: Lists; change: (part: Partial<Lists>) => void }

function Licences({ county, lists, change }: ListProps): ReactNode {
  const t = useText(contractorMessages)
  return (
    <ItemRows
      title={t('licences')}
      what={t('licence')}
      items={lists.licences}
      onChange={licences => change({ licences })}
      make={(id): Licence => ({ id, name: '', number: '', issuer: '', expiresOn: null, fileId: null })}
      fields={(item, part) => (
        <>
          <Field
            label={t('licenceName')}
            required
            maxLength={100}
            value={item.name}
            onChange={event => part({ name: event.target.value })}
          />
          <Field label={t('licenceNumber')} maxLength={60} value={item.number} onChange={event => part({ number: event.target.value })} />
          <Field label={t('issuer')} maxLength={100} value={item.issuer} onChange={event => part({ issuer: event.target.value })} />
          <Field
            label={t('expiresOn')}
            type="date"
            value={item.expiresOn ?? ''}
            onChange={event => part({ expiresOn: event.target.value || null })}
          />
          <FileField label={t('paper')} path={`/api/projects/${county}/files`} onFile={fileId => part({ fileId })} />
        </>
      )}
    />
  )
}

function Capabilities({ county, lists, change }: ListProps): ReactNode {
  const t = useText(contractorMessages)
  return (
    <ItemRows
      title={t('capabilities')}
      what={t('capability')}
      items={lists.capabilities}
      onChange={capabilities => change({ capabilities })}
      make={(id): Capability => ({ id, kind: 'earlier-work', text: '', fileId: null })}
      fields={(item, part) => (
        <>
          <Select
            label={t('kind')}
            value={item.kind}
            choices={Capability.shape.kind.options.map(value => ({ value, label: t(value) }))}
            onChange={event => part({ kind: event.target.value as Capability['kind'] })}
          />
          <TextArea
            label={t('text')}
            required
            rows={2}
            maxLength={1_000}
            value={item.text}
            onChange={event => part({ text: event.target.value })}
          />
          <FileField label={t('paper')} path={`/api/projects/${county}/files`} onFile={fileId => part({ fileId })} />
        </>
      )}
    />
  )
}

function Conflicts({ lists, change }: ListProps): ReactNode {
  const t = useText(contractorMessages)
  return (
    <ItemRows
      title={t('conflicts')}
      what={t('conflict')}
      items={lists.conflicts}
      onChange={conflicts => change({ conflicts })}
      make={(id): ContractorConflict => ({ id, person: '', relation: '', declared: true })}
      fields={(item, part) => (
        <>
          <Field label={t('person')} required maxLength={50} value={item.person} onChange={event => part({ person: event.target.value })} />
          <Field
            label={t('relation')}
            required
            maxLength={200}
            value={item.relation}
            onChange={event => part({ relation: event.target.value })}
          />
          <Select
            label={t('declared')}
            value={item.declared ? 'yes' : 'no'}
            choices={[
              { value: 'yes', label: t('isDeclared') },
              { value: 'no', label: t('isFound') },
            ]}
            onChange={event => part({ declared: event.target.value === 'yes' })}
          />
        </>
      )}
    />
  )
}

function Who({ standing, code, onCode }: { standing: Contractor | null; code: string; onCode: (code: string) => void }): ReactNode {
  const t = useText(contractorMessages)
  const wrong = code !== '' && !isSocialCreditCode(code)
  return (
    <>
      <Field name="name" label={t('name')} required maxLength={100} defaultValue={standing?.name} />
      <Field
        label={t('creditCode')}
        required
        maxLength={18}
        value={code}
        readOnly={standing !== null}
        error={wrong ? t('badCode') : null}
        hint={code !== '' && !wrong ? t('goodCode') : undefined}
        onChange={event => onCode(event.target.value.trim().toUpperCase())}
      />
      <Field name="representative" label={t('representative')} required maxLength={50} defaultValue={standing?.legalRepresentative} />
      <Field name="address" label={t('address')} maxLength={200} optional defaultValue={standing?.address} />
      <Field name="phone" label={t('phone')} maxLength={30} optional defaultValue={standing?.phone} />
      <Field name="bank" label={t('bank')} maxLength={100} optional defaultValue={standing?.bankAccountName} />
    </>
  )
}

const listsOf = (standing: Contractor | null): Lists => ({
  licences: standing?.licences ?? [],
  capabilities: standing?.capabilities ?? [],
  conflicts: standing?.conflicts ?? [],
})

/** The county's file on a firm, new or changed. The credit code stands once the file is there: another code is another firm. */
export function ContractorForm({ county, standing }: { county: string; standing: Contractor | null }): ReactNode {
  const t = useText(contractorMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [id, setId] = useState(() => standing?.id ?? newId())
  const [code, setCode] = useState(standing?.creditCode ?? '')
  const [lists, setLists] = useState<Lists>(() => listsOf(standing))
  const open = (): void => {
    setId(standing?.id ?? newId())
    setCode(standing?.creditCode ?? '')
    setLists(listsOf(standing))
    clear()
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    if (!isSocialCreditCode(code)) return false
    const file = {
      ...lists,
      creditCode: code,
      name: fields.name,
      legalRepresentative: fields.representative,
      address: fields.address,
      phone: fields.phone,
      bankAccountName: fields.bank,
      epidemicSupply: fields.epidemic,
      organisationId: standing?.organisationId ?? null,
      seenVersion: standing?.version ?? 0,
    }
    return (await send(`/api/projects/${county}/contractors/${id}`, file)) !== null
  }
  const part: ListProps = { county, lists, change: more => setLists({ ...lists, ...more }) }
  return (
    <FormDrawer
      kind={standing ? 'link' : 'primary'}
      title={standing ? common('edit') : t('create')}
      submitLabel={common('save')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <Who standing={standing} code={code} onCode={setCode} />
      <Licences {...part} />
      <Capabilities {...part} />
      <Conflicts {...part} />
      <TextArea
        name="epidemic"
        label={t('epidemic')}
        hint={t('epidemicHint')}
        rows={2}
        optional
        maxLength={1_000}
        defaultValue={standing?.epidemicSupply}
      />
    </FormDrawer>
  )
}
