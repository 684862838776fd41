import type { ReactNode } from 'react'
import { Button, Field, Select, useText } from '@jincun/ui'
import { PlacePicker } from '@jincun/places/web'
import { DeclaredRelation } from '../../index.ts'
import type { Expert, PastContract } from '../../index.ts'
import { messages } from './pool-messages.ts'
import { useRowKeys } from './use-row-keys.ts'

type Change = (change: Partial<Expert>) => void
type PartProps = { expert: Expert; change: Change }

const replaced = <T,>(list: readonly T[], index: number, part: Partial<T>): T[] =>
  list.map((item, place) => (place === index ? { ...item, ...part } : item))
const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, place) => place !== index)

const emptyRelation: DeclaredRelation = { countyCode: null, organisationName: null, kind: 'kin', text: '' }
const emptyContract = (organisationName: string): PastContract => ({ countyCode: '', organisationName, subject: '', endYear: 2020 })

/** Declared relations: each to a county, an organisation, or both. */
export function RelationFields({ expert, change }: PartProps): ReactNode {
  const t = useText(messages)
  const relations = expert.declaredRelations
  const { keys, add, removeAt } = useRowKeys(relations.length)
  const set = (index: number, part: Partial<DeclaredRelation>) => change({ declaredRelations: replaced(relations, index, part) })
  return (
    <fieldset className="tie-fields">
      <legend>{t('relations')}</legend>
      <p className="quiet">{t('relationsHint')}</p>
      {relations.map((relation, index) => (
        <div key={keys[index]} className="tie-row">
          <PlacePicker
            label={t('relationCounty')}
            levels={['county']}
            value={relation.countyCode ?? ''}
            onChange={place => set(index, { countyCode: place?.code ?? null })}
          />
          <Field
            label={t('relationOrganisation')}
            value={relation.organisationName ?? ''}
            onChange={event => set(index, { organisationName: event.target.value || null })}
          />
          <Select
            label={t('relationKind')}
            value={relation.kind}
            onChange={event => set(index, { kind: DeclaredRelation.shape.kind.parse(event.target.value) })}
            choices={DeclaredRelation.shape.kind.options.map(value => ({ value, label: t(value) }))}
          />
          <Field label={t('relationText')} required value={relation.text} onChange={event => set(index, { text: event.target.value })} />
          <Button
            kind="quiet"
            onClick={() => {
              removeAt(index)
              change({ declaredRelations: without(relations, index) })
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          add()
          change({ declaredRelations: [...relations, emptyRelation] })
        }}
      >
        {t('addRelation')}
      </Button>
    </fieldset>
  )
}

/** Past contracts of the expert or the organisation with counties. */
export function ContractFields({ expert, change }: PartProps): ReactNode {
  const t = useText(messages)
  const contracts = expert.pastContracts
  const { keys, add, removeAt } = useRowKeys(contracts.length)
  const set = (index: number, part: Partial<PastContract>) => change({ pastContracts: replaced(contracts, index, part) })
  return (
    <fieldset className="tie-fields">
      <legend>{t('contracts')}</legend>
      <p className="quiet">{t('contractsHint')}</p>
      {contracts.map((contract, index) => (
        <div key={keys[index]} className="tie-row">
          <PlacePicker
            label={t('contractCounty')}
            levels={['county']}
            value={contract.countyCode}
            onChange={place => set(index, { countyCode: place?.code ?? '' })}
          />
          <Field
            label={t('contractOrganisation')}
            required
            value={contract.organisationName}
            onChange={event => set(index, { organisationName: event.target.value })}
          />
          <Field
            label={t('contractSubject')}
            required
            value={contract.subject}
            onChange={event => set(index, { subject: event.target.value })}
          />
          <Field
            label={t('contractYear')}
            type="number"
            min={2000}
            max={2100}
            value={contract.endYear}
            onChange={event => set(index, { endYear: Number(event.target.value) })}
          />
          <Button
            kind="quiet"
            onClick={() => {
              removeAt(index)
              change({ pastContracts: without(contracts, index) })
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          add()
          change({ pastContracts: [...contracts, emptyContract(expert.organisationName)] })
        }}
      >
        {t('addContract')}
      </Button>
    </fieldset>
  )
}
