import type { ReactNode } from 'react'
import { Field, Select, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { ContractLine, PlanLine } from '../index.ts'
import { CategoryField } from './category-field.tsx'
import type { ContractDraft } from './contract-draft.ts'
import type { EditorPartProps } from './contract-editor.tsx'
import { ItemRows } from './item-rows.tsx'
import { contractMessages } from './messages-contract.ts'
import { fenOfYuan } from './money-text.ts'

type LineDraft = ContractDraft['lines'][number]
type LineProps = { item: LineDraft; change: (part: Partial<LineDraft>) => void }

function Premises({ item, change }: LineProps): ReactNode {
  const t = useText(contractMessages)
  return (
    <>
      <Select
        label={t('premisesAsk')}
        value={item.premises}
        choices={(['not-building', 'reuses', 'new'] as const).map(value => ({ value, label: t(value) }))}
        onChange={event => change({ premises: event.target.value as ContractLine['premises'] })}
      />
      {item.premises === 'new' ? (
        <Field
          label={t('premisesReason')}
          required
          maxLength={500}
          value={item.premisesReason}
          onChange={event => change({ premisesReason: event.target.value })}
        />
      ) : null}
    </>
  )
}

type CategoryProps = LineProps & Pick<EditorPartProps, 'form' | 'county' | 'year'> & { under: string }

function CategoryOf({ item, change: part, form, county, year, under }: CategoryProps): ReactNode {
  return (
    <CategoryField
      county={county}
      year={year}
      categories={form.categories}
      spending={{ lineId: item.id, name: item.name, under: under, centralFen: fenOfYuan(item.central) ?? '0' }}
      value={item.category}
      onChange={category => part({ category })}
    />
  )
}

/** How many, for how much, on which premises, and whether each piece gets a card. */
function Amounts({ item, change: part }: LineProps): ReactNode {
  const t = useText(contractMessages)
  return (
    <>
      <Field
        label={t('quantity')}
        inputMode="numeric"
        required
        value={item.quantity}
        onChange={event => part({ quantity: event.target.value })}
      />
      <Field label={t('unit')} maxLength={20} optional value={item.unit} onChange={event => part({ unit: event.target.value })} />
      <Field
        label={t('lineAmount')}
        inputMode="decimal"
        required
        value={item.amount}
        onChange={event => part({ amount: event.target.value })}
      />
      <Field
        label={t('central')}
        inputMode="decimal"
        required
        value={item.central}
        onChange={event => part({ central: event.target.value })}
      />
      <Premises item={item} change={part} />
      <Select
        label={t('asset')}
        value={item.asset ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: '—' },
          { value: 'yes', label: t('isAsset') },
        ]}
        onChange={event => part({ asset: event.target.value === 'yes' })}
      />
    </>
  )
}

function LineFields({
  item,
  change: part,
  planLines,
  category,
}: LineProps & { planLines: readonly PlanLine[]; category: ReactNode }): ReactNode {
  const t = useText(contractMessages)
  return (
    <>
      <Field label={t('lineName')} required maxLength={200} value={item.name} onChange={event => part({ name: event.target.value })} />
      <Select
        label={t('planLine')}
        value={item.planLineId}
        choices={planLines.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={event => part({ planLineId: event.target.value })}
      />
      {category}
      <Amounts item={item} change={part} />
    </>
  )
}

/** What is bought, line by line: each on a line of the approved plan, in a kind of spending a person chose. */
export function ContractLineRows({ form, county, year, draft, change }: EditorPartProps): ReactNode {
  const t = useText(contractMessages)
  const project = form.projects.find(({ id }) => id === draft.projectId)
  const planLines = form.planLines.filter(({ id }) => project?.planLineIds.includes(id) ?? draft.lines.some(line => line.planLineId === id))
  const first = planLines[0]
  return (
    <Section title={t('lines')}>
      <ItemRows<LineDraft>
        title={t('lines')}
        titled
        what={t('line')}
        items={draft.lines}
        onChange={lines => change({ lines })}
        make={id => ({
          id,
          planLineId: first?.id ?? '',
          name: '',
          category: '',
          quantity: '1',
          unit: '',
          amount: '',
          central: '',
          premises: 'not-building',
          premisesReason: '',
          asset: false,
        })}
        fields={(item, part) => (
          <LineFields
            item={item}
            change={part}
            planLines={planLines}
            category={<CategoryOf item={item} change={part} form={form} county={county} year={year} under={project?.name ?? ''} />}
          />
        )}
      />
    </Section>
  )
}
