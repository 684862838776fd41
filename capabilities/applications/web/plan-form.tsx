import type { ReactNode } from 'react'
import { Button, Select, TextArea, newId, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { commitmentQuestions, goalKindLabels, goalQuestions } from '../index.ts'
import type { Commitments, Goal, GoalKind } from '../index.ts'
import type { FormProps } from './base-form.tsx'
import { DayField, TextField } from './fields.tsx'
import { messages } from './messages.ts'
import type { Form } from './view.ts'

/** The texts of the plan, section by section of the year's structure (A.1). */
export function TextSections({ draft: { content, edit }, disabled, form }: FormProps & { form: Form }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <Section title={t('plan')}>
      {form.sections
        .filter(section => section.kind === 'text')
        .map(({ id, title, hint }) => (
          <TextArea
            key={id}
            label={inLanguage(title)}
            hint={inLanguage(hint)}
            disabled={disabled}
            rows={5}
            value={content.plan.sections[id] ?? ''}
            onChange={event => edit(`text:${id}`, event.target.value)}
          />
        ))}
    </Section>
  )
}

const newGoal = (): Goal => ({
  id: newId(),
  kind: 'own',
  indicator: '',
  unit: '',
  baseline: null,
  baselineDate: null,
  target: null,
  targetDate: null,
  scope: '',
})

function GoalCard({
  goal,
  disabled,
  onChange,
  onRemove,
}: {
  goal: Goal
  disabled: boolean
  onChange: (goal: Goal) => void
  onRemove: () => void
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const change = (part: Partial<Goal>): void => onChange({ ...goal, ...part })
  const label = (id: keyof typeof goalQuestions): string => inLanguage(goalQuestions[id])
  const kinds = Object.entries(goalKindLabels).map(([value, text]) => ({ value, label: inLanguage(text) }))
  return (
    <fieldset className="application-card">
      <legend>{goal.indicator || inLanguage(goalKindLabels[goal.kind])}</legend>
      <div className="application-grid">
        <Select
          label={label('kind')}
          disabled={disabled}
          choices={kinds}
          value={goal.kind}
          onChange={event => change({ kind: event.target.value as GoalKind })}
        />
        <TextField label={label('indicator')} disabled={disabled} value={goal.indicator} onChange={indicator => change({ indicator })} />
        <TextField label={label('unit')} disabled={disabled} value={goal.unit} onChange={unit => change({ unit })} />
        <TextField
          label={label('baseline')}
          disabled={disabled}
          inputMode="decimal"
          value={goal.baseline}
          onChange={text => change({ baseline: text || null })}
        />
        <DayField
          label={label('baselineDate')}
          disabled={disabled}
          value={goal.baselineDate}
          onChange={baselineDate => change({ baselineDate })}
        />
        <TextField
          label={label('target')}
          disabled={disabled}
          inputMode="decimal"
          value={goal.target}
          onChange={text => change({ target: text || null })}
        />
        <DayField label={label('targetDate')} disabled={disabled} value={goal.targetDate} onChange={targetDate => change({ targetDate })} />
        <TextField label={label('scope')} disabled={disabled} value={goal.scope} onChange={scope => change({ scope })} />
      </div>
      {disabled ? null : <Button onClick={onRemove}>{t('remove')}</Button>}
    </fieldset>
  )
}

/** Goals that can be counted and checked (4.3). */
export function GoalsForm({ draft: { content, edit }, disabled }: FormProps): ReactNode {
  const t = useText(messages)
  const { goals } = content.plan
  return (
    <Section
      title={t('goals')}
      actions={disabled ? null : <Button onClick={() => edit('goals', [...goals, newGoal()])}>{t('addGoal')}</Button>}
    >
      <p className="quiet">{t('goalsHint')}</p>
      {goals.map(goal => (
        <GoalCard
          key={goal.id}
          goal={goal}
          disabled={disabled}
          onChange={changed =>
            edit(
              'goals',
              goals.map(each => (each.id === goal.id ? changed : each)),
            )
          }
          onRemove={() =>
            edit(
              'goals',
              goals.filter(each => each.id !== goal.id),
            )
          }
        />
      ))}
    </Section>
  )
}

/** What the county binds itself to; the wording is frozen with the submission. */
export function CommitmentsForm({ draft: { content, edit }, disabled }: FormProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { commitments } = content.plan
  return (
    <Section title={t('commitments')}>
      <div className="application-commitments">
        {(Object.keys(commitmentQuestions) as (keyof Commitments)[]).map(id => (
          <label key={id}>
            <input
              type="checkbox"
              disabled={disabled}
              checked={commitments[id]}
              onChange={event => edit('commitments', { ...commitments, [id]: event.target.checked })}
            />
            <span>{inLanguage(commitmentQuestions[id])}</span>
          </label>
        ))}
      </div>
    </Section>
  )
}
