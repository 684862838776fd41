import type { ReactNode } from 'react'
import { Button, formatWanYuan, newId, Select, TextArea, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { otherSupportMode, personQuestions, projectQuestions, totalsOf } from '../index.ts'
import type { PlanProject } from '../index.ts'
import type { FormProps } from './base-form.tsx'
import { LineForm, newLine } from './budget-line-form.tsx'
import { DayField, TextField } from './fields.tsx'
import { messages } from './messages.ts'
import type { Form } from './view.ts'

const newProject = (): PlanProject => ({
  id: newId(),
  name: '',
  content: '',
  supportArea: '',
  supportMode: '',
  lines: [newLine()],
  start: null,
  end: null,
  milestones: [],
  responsiblePerson: { name: '', post: '' },
  acceptanceMethod: '',
})

type CardProps = { project: PlanProject; form: Form; disabled: boolean; onChange: (project: PlanProject | null) => void }

function ProjectFacts({ project, form, disabled, onChange }: CardProps): ReactNode {
  const inLanguage = useBilingual()
  const change = (part: Partial<PlanProject>): void => onChange({ ...project, ...part })
  const label = (id: keyof typeof projectQuestions): string => inLanguage(projectQuestions[id])
  const choices = (entries: readonly { id: string; term: { zh: string; en: string } }[]) => [
    { value: '', label: '—' },
    ...entries.map(({ id, term }) => ({ value: id, label: inLanguage(term) })),
  ]
  const person = project.responsiblePerson
  return (
    <div className="application-grid">
      <TextField label={label('name')} disabled={disabled} value={project.name} onChange={name => change({ name })} />
      <Select
        label={label('supportArea')}
        disabled={disabled}
        choices={choices(form.lists.supportAreas)}
        value={project.supportArea}
        onChange={event => change({ supportArea: event.target.value })}
      />
      <Select
        label={label('supportMode')}
        disabled={disabled}
        choices={choices([...form.lists.supportModes, otherSupportMode])}
        value={project.supportMode}
        onChange={event => change({ supportMode: event.target.value })}
      />
      <DayField label={label('start')} disabled={disabled} value={project.start} onChange={start => change({ start })} />
      <DayField label={label('end')} disabled={disabled} value={project.end} onChange={end => change({ end })} />
      <TextField
        label={inLanguage(personQuestions.name)}
        disabled={disabled}
        value={person.name}
        onChange={name => change({ responsiblePerson: { ...person, name } })}
      />
      <TextField
        label={inLanguage(personQuestions.post)}
        disabled={disabled}
        value={person.post}
        onChange={post => change({ responsiblePerson: { ...person, post } })}
      />
    </div>
  )
}

function Milestones({ project, disabled, onChange }: Omit<CardProps, 'form'>): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { milestones } = project
  const set = (next: PlanProject['milestones']): void => onChange({ ...project, milestones: next })
  return (
    <>
      {milestones.map(step => (
        <div key={step.id} className="application-grid">
          <TextField
            label={inLanguage(projectQuestions.milestones)}
            disabled={disabled}
            value={step.name}
            onChange={name => set(milestones.map(each => (each.id === step.id ? { ...each, name } : each)))}
          />
          <DayField
            label={inLanguage(projectQuestions.end)}
            disabled={disabled}
            value={step.due}
            onChange={due => set(milestones.map(each => (each.id === step.id ? { ...each, due } : each)))}
          />
          {disabled ? null : <Button onClick={() => set(milestones.filter(each => each.id !== step.id))}>{t('remove')}</Button>}
        </div>
      ))}
      {disabled ? null : <Button onClick={() => set([...milestones, { id: newId(), name: '', due: null }])}>{t('addMilestone')}</Button>}
    </>
  )
}

function ProjectCard(props: CardProps): ReactNode {
  const { project, disabled, onChange } = props
  const t = useText(messages)
  const inLanguage = useBilingual()
  const change = (part: Partial<PlanProject>): void => onChange({ ...project, ...part })
  const { lines } = project
  return (
    <details className="application-card" open={lines.length < 2}>
      <summary>{project.name || inLanguage(projectQuestions.name)}</summary>
      <ProjectFacts {...props} />
      <TextArea
        label={inLanguage(projectQuestions.content)}
        disabled={disabled}
        value={project.content}
        onChange={event => change({ content: event.target.value })}
      />
      <h3>{t('budget')}</h3>
      {lines.map(line => (
        <LineForm
          key={line.id}
          line={line}
          disabled={disabled}
          onChange={changed =>
            change({
              lines: changed ? lines.map(each => (each.id === line.id ? changed : each)) : lines.filter(each => each.id !== line.id),
            })
          }
        />
      ))}
      {disabled ? null : <Button onClick={() => change({ lines: [...lines, newLine()] })}>{t('addLine')}</Button>}
      <Milestones {...props} />
      <TextArea
        label={inLanguage(projectQuestions.acceptanceMethod)}
        disabled={disabled}
        rows={2}
        value={project.acceptanceMethod}
        onChange={event => change({ acceptanceMethod: event.target.value })}
      />
      {disabled ? null : <Button onClick={() => onChange(null)}>{t('remove')}</Button>}
    </details>
  )
}

/** Projects: support area × support mode, with a budget by source, a schedule, who answers for it, and how it is accepted. */
export function ProjectsForm({ draft: { content, edit }, disabled, form }: FormProps & { form: Form }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const totals = totalsOf(content.plan.projects.flatMap(project => project.lines))
  const sources = [
    ['central', totals.central],
    ['local', totals.local],
    ['enterprise', totals.enterprise],
  ] as const
  const names = { central: { zh: '中央', en: 'Central' }, local: { zh: '地方', en: 'Local' }, enterprise: { zh: '企业', en: 'Enterprise' } }
  const add = (): void => {
    const project = newProject()
    edit(`project:${project.id}`, project)
  }
  return (
    <Section title={t('projectsTitle')} actions={disabled ? null : <Button onClick={add}>{t('addProject')}</Button>}>
      <p className="number">
        {t('total')} {sources.map(([id, fen]) => `${inLanguage(names[id])} ${formatWanYuan(fen)}`).join(' · ')}{' '}
        {inLanguage({ zh: '万元', en: '10,000 yuan' })}
      </p>
      {content.plan.projects.map(project => (
        <ProjectCard
          key={project.id}
          project={project}
          form={form}
          disabled={disabled}
          onChange={changed => edit(`project:${project.id}`, changed)}
        />
      ))}
    </Section>
  )
}
