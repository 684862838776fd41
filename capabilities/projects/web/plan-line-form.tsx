import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, Notice, Select, useBilingual, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { PlanLine } from '../index.ts'
import { CategoryField } from './category-field.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { fenOfWan, wanText } from './money-text.ts'
import type { PlanView } from './plan-view.ts'

type LineFormProps = {
  view: PlanView
  line: PlanLine
  isNew: boolean
  /** Names of projects the plan has already, offered while typing. */
  projects: readonly string[]
  onSave: (line: PlanLine) => void
}

const sources = ['central', 'local', 'enterprise'] as const

const reuseOf = (text: string | undefined): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null)
const reuseText = (reuse: boolean | null): string => (reuse === null ? '' : reuse ? 'yes' : 'no')

/** The line as the fields say it; null when an amount cannot be read. */
function lineOf(fields: Record<string, string>, line: PlanLine, central: string): PlanLine | null {
  const [centralFen, localFen, enterpriseFen] = [central, fields.local, fields.enterprise].map(fenOfWan)
  if (!centralFen || !localFen || !enterpriseFen) return null
  return {
    ...line,
    supportArea: fields.area ?? '',
    supportMode: fields.mode ?? '',
    facility: fields.facility ?? 'none',
    reusesExistingPremises: reuseOf(fields.reuse),
    money: { centralFen, localFen, enterpriseFen },
  }
}

function Choices({ view, line }: { view: PlanView; line: PlanLine }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const listed = (entries: PlanView['supportAreas']) => [
    { value: '', label: common('choose') },
    ...entries.map(({ id, term }) => ({ value: id, label: inLanguage(term) })),
  ]
  const facilities = [
    { value: 'none', label: t('facilityNone') },
    { value: 'service-centre', label: t('facilityCentre') },
    { value: 'service-station', label: t('facilityStation') },
    { value: 'distribution-centre', label: t('facilityDistribution') },
  ]
  const reuse = [
    { value: '', label: t('reuseNotAsked') },
    { value: 'yes', label: t('reuseYes') },
    { value: 'no', label: t('reuseNo') },
  ]
  return (
    <>
      <Select name="area" required label={t('area')} choices={listed(view.supportAreas)} defaultValue={line.supportArea} />
      <Select name="mode" required label={t('mode')} choices={listed(view.supportModes)} defaultValue={line.supportMode} />
      <Select name="facility" label={t('facility')} choices={facilities} defaultValue={line.facility} />
      <Select name="reuse" label={t('reuse')} choices={reuse} defaultValue={reuseText(line.reusesExistingPremises)} />
    </>
  )
}

/** The central amount is followed while typing: the negative list limits central money only. */
function Money({ line, central, onCentral }: { line: PlanLine; central: string; onCentral: (text: string) => void }): ReactNode {
  const common = useText(words)
  return (
    <div className="item-fields">
      {sources.map(source =>
        source === 'central' ? (
          <Field
            key={source}
            label={common(source)}
            inputMode="decimal"
            required
            value={central}
            onChange={event => onCentral(event.target.value)}
          />
        ) : (
          <Field key={source} name={source} label={common(source)} inputMode="decimal" defaultValue={wanText(line.money[`${source}Fen`])} />
        ),
      )}
    </div>
  )
}

function ProjectName({
  value,
  projects,
  onChange,
}: {
  value: string
  projects: readonly string[]
  onChange: (name: string) => void
}): ReactNode {
  const t = useText(planMessages)
  return (
    <>
      <Field
        label={t('projectName')}
        required
        maxLength={200}
        list="plan-projects"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id="plan-projects">
        {projects.map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}

/** One line of the plan that is being written. */
export function PlanLineForm({ view, line, isNew, projects, onSave }: LineFormProps): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const [name, setName] = useState(line.name)
  const [under, setUnder] = useState(line.projectName)
  const [category, setCategory] = useState(line.category)
  const [central, setCentral] = useState(wanText(line.money.centralFen))
  const [bad, setBad] = useState(false)
  const open = (): void => {
    setName(line.name)
    setUnder(line.projectName)
    setCategory(line.category)
    setCentral(wanText(line.money.centralFen))
    setBad(false)
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const next = lineOf(fields, { ...line, name: name.trim(), projectName: under.trim(), category }, central)
    setBad(next === null)
    if (!next) return false
    onSave(next)
    return true
  }
  const title = isNew ? t('newLine') : common('edit')
  const spending = { lineId: line.id, name, under, centralFen: fenOfWan(central) ?? '0' }
  return (
    <FormDrawer
      kind={isNew ? 'default' : 'link'}
      title={title}
      submitLabel={common('save')}
      sending={false}
      problem={null}
      onOpen={open}
      onSubmit={submit}
    >
      <ProjectName value={under} projects={projects} onChange={setUnder} />
      <Field label={t('lineName')} required maxLength={200} value={name} onChange={event => setName(event.target.value)} />
      <CategoryField
        county={view.countyCode}
        year={view.year}
        categories={view.categories}
        spending={spending}
        value={category}
        onChange={setCategory}
      />
      <Money line={line} central={central} onCentral={setCentral} />
      <Choices view={view} line={line} />
      {bad ? <Notice tone="must">{common('badMoney')}</Notice> : null}
    </FormDrawer>
  )
}
