import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, newId, Select, useBilingual, useFieldErrors, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { PlacePicker } from '@jincun/places/web'
import type { Expert } from '../../index.ts'
import { ContractFields, RelationFields } from './expert-ties.tsx'
import { messages } from './pool-messages.ts'
import type { ExpertRecord, Pool } from './views.ts'

const emptyExpert = (provinceCode: string): Expert => ({
  id: newId(),
  provinceCode,
  name: '',
  personId: null,
  organisationName: '',
  title: '',
  homeCountyCode: '',
  fields: [],
  declaredRelations: [],
  pastContracts: [],
  active: true,
})

type FieldsProps = { pool: Pool; expert: Expert; change: (change: Partial<Expert>) => void; errorOf: (field: string) => string | undefined }

function FieldChoice({ pool, expert, change, errorOf }: FieldsProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const toggle = (id: string, on: boolean) => change({ fields: on ? [...expert.fields, id] : expert.fields.filter(field => field !== id) })
  return (
    <fieldset className="tie-fields">
      <legend>{t('fields')}</legend>
      <p className="quiet">{t('fieldsHint')}</p>
      {pool.fields.map(({ id, term }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={expert.fields.includes(id)} onChange={event => toggle(id, event.target.checked)} />
          {inLanguage(term)}
        </label>
      ))}
      {errorOf('expert.fields') ? <p role="alert">{errorOf('expert.fields')}</p> : null}
    </fieldset>
  )
}

function Person({ pool, expert, change, errorOf }: FieldsProps): ReactNode {
  const t = useText(messages)
  const accounts = [
    { value: '', label: t('noAccount') },
    ...pool.accounts.map(({ id, name, username }) => ({ value: id, label: `${name}（${username}）` })),
  ]
  return (
    <>
      <Field
        label={t('name')}
        required
        value={expert.name}
        onChange={event => change({ name: event.target.value })}
        error={errorOf('expert.name')}
      />
      <Field
        label={t('organisation')}
        required
        value={expert.organisationName}
        onChange={event => change({ organisationName: event.target.value })}
        error={errorOf('expert.organisationName')}
      />
      <Field
        label={t('jobTitle')}
        required
        value={expert.title}
        onChange={event => change({ title: event.target.value })}
        error={errorOf('expert.title')}
      />
      <PlacePicker
        label={t('home')}
        hint={t('homeHint')}
        levels={['county']}
        value={expert.homeCountyCode}
        onChange={place => change({ homeCountyCode: place?.code ?? '' })}
        error={errorOf('expert.homeCountyCode')}
      />
      <Select
        label={t('account')}
        hint={t('accountHint')}
        value={expert.personId ?? ''}
        onChange={event => change({ personId: event.target.value || null })}
        choices={accounts}
        error={errorOf('expert.personId')}
      />
    </>
  )
}

/** Adds an expert, or changes one over the version that was seen. */
export function ExpertForm({ pool, record }: { pool: Pool; record?: ExpertRecord }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend('PUT')
  const [expert, setExpert] = useState<Expert>(record?.expert ?? emptyExpert(pool.provinceCode))
  const change = (part: Partial<Expert>) => setExpert(before => ({ ...before, ...part }))
  // Each opening begins with fresh rows, whatever was typed and left before.
  const [opened, setOpened] = useState(0)
  const open = () => {
    clear()
    setOpened(before => before + 1)
    setExpert(record?.expert ?? emptyExpert(pool.provinceCode))
  }
  const submit = async (): Promise<boolean> => (await send(`/api/experts/${expert.id}`, { version: record?.version ?? 0, expert })) !== null
  const fields = { pool, expert, change, errorOf: useFieldErrors(problem) }
  return (
    <FormDrawer
      title={record ? t('edit') : t('add')}
      submitLabel={t('save')}
      kind={record ? 'link' : 'primary'}
      onOpen={open}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <Person {...fields} />
      <FieldChoice {...fields} />
      <RelationFields key={`relations-${opened}`} expert={expert} change={change} />
      <ContractFields key={`contracts-${opened}`} expert={expert} change={change} />
      <label className="check">
        <input type="checkbox" checked={expert.active} onChange={event => change({ active: event.target.checked })} />
        {t('active')} <span className="quiet">{t('activeHint')}</span>
      </label>
    </FormDrawer>
  )
}
