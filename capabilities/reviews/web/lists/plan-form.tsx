import type { ReactNode } from 'react'
import { Button, ClauseLink, Field, newId, TextArea, useBilingual, useText } from '@jincun/ui'
import type { GoalRow, ListView, PlanSection } from './view.ts'
import { messages } from './messages.ts'
import type { ListDraft } from './use-list-draft.ts'

const written = (text: string | undefined): number => (text ?? '').replaceAll(/\s/g, '').length

function SectionText({ section, draft, readOnly }: { section: PlanSection; draft: ListDraft; readOnly: boolean }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { plan } = draft.content
  const text = plan.sections[section.id] ?? ''
  const length = t('characters', { n: section.minimumCharacters, written: written(text) })
  return (
    <div className="list-plan-section">
      <TextArea
        label={inLanguage(section.title)}
        hint={
          <>
            {inLanguage(section.hint)} <span className="number">{length}</span> <ClauseLink clause={section.clause} />
          </>
        }
        rows={5}
        readOnly={readOnly}
        value={text}
        onChange={event => draft.change({ plan: { ...plan, sections: { ...plan.sections, [section.id]: event.target.value } } })}
      />
    </div>
  )
}

const emptyGoal = (): GoalRow => ({
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

const fields = [
  ['indicator', 'text'],
  ['unit', 'text'],
  ['baseline', 'text'],
  ['baselineDate', 'date'],
  ['target', 'text'],
  ['targetDate', 'date'],
  ['scope', 'text'],
] as const

function GoalFields({ goal, draft, readOnly }: { goal: GoalRow; draft: ListDraft; readOnly: boolean }): ReactNode {
  const t = useText(messages)
  const { plan } = draft.content
  const set = (part: Partial<GoalRow>) =>
    draft.change({ plan: { ...plan, goals: plan.goals.map(each => (each.id === goal.id ? { ...each, ...part } : each)) } })
  const mayLack = (key: (typeof fields)[number][0]) => key !== 'indicator' && key !== 'unit' && key !== 'scope'
  return (
    <fieldset className="list-goal">
      <legend>{goal.indicator || t('goals')}</legend>
      {fields.map(([key, type]) => (
        <Field
          key={key}
          label={t(key)}
          type={type}
          readOnly={readOnly}
          value={goal[key] ?? ''}
          onChange={event => set({ [key]: event.target.value === '' && mayLack(key) ? null : event.target.value })}
        />
      ))}
      {readOnly ? null : (
        <Button kind="quiet" onClick={() => draft.change({ plan: { ...plan, goals: plan.goals.filter(each => each.id !== goal.id) } })}>
          {t('removeGoal')}
        </Button>
      )}
    </fieldset>
  )
}

/** The provincial plan by the year's structure: each part with what it asks, its least length and its clause. */
export function PlanForm({ view, draft, readOnly }: { view: ListView; draft: ListDraft; readOnly: boolean }): ReactNode {
  const t = useText(messages)
  const { plan } = draft.content
  const texts = view.planStructure.filter(section => section.kind !== 'goals')
  const hasGoals = view.planStructure.some(section => section.kind === 'goals')
  const done = texts.filter(section => written(plan.sections[section.id]) >= section.minimumCharacters).length
  return (
    <>
      <p className="quiet">{t('planLead', { done, all: texts.length })}</p>
      <div className="list-plan">
        {texts.map(section => (
          <SectionText key={section.id} section={section} draft={draft} readOnly={readOnly} />
        ))}
      </div>
      {hasGoals ? (
        <>
          <h3>{t('goals')}</h3>
          <p className="quiet">{t('goalsHint')}</p>
          {plan.goals.map(goal => (
            <GoalFields key={goal.id} goal={goal} draft={draft} readOnly={readOnly} />
          ))}
          {readOnly ? null : (
            <Button onClick={() => draft.change({ plan: { ...plan, goals: [...plan.goals, emptyGoal()] } })}>{t('addGoal')}</Button>
          )}
        </>
      ) : null}
    </>
  )
}
