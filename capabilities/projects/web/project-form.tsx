import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PolicyListEntry } from '@jincun/policy'
import { Field, FileField, newId, Notice, Select, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { PlanLine, Project, ScheduleStep } from '../index.ts'
import { ItemRows } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { formMessages } from './messages-forms.ts'

export type ProjectFormBasis = {
  countyCode: string
  year: number
  planLines: PlanLine[]
  supportAreas: PolicyListEntry[]
  supportModes: PolicyListEntry[]
}

const known = (text: string | undefined): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null)
const knownText = (value: boolean | null | undefined): string => (value === true ? 'yes' : value === false ? 'no' : '')

function PlanLines({ lines, chosen }: { lines: readonly PlanLine[]; chosen: readonly string[] }): ReactNode {
  const t = useText(formMessages)
  return (
    <fieldset className="check-list">
      <legend>{t('planLines')}</legend>
      <p className="quiet">{t('planLinesHint')}</p>
      {lines.map(({ id, name, projectName }) => (
        <label key={id}>
          <input type="checkbox" name={`line ${id}`} defaultChecked={chosen.includes(id)} />
          {`${name}（${projectName}）`}
        </label>
      ))}
    </fieldset>
  )
}

function WorkFields({ basis, standing }: { basis: ProjectFormBasis; standing: Project | null }): ReactNode {
  const t = useText(formMessages)
  const inLanguage = useBilingual()
  const listed = (entries: readonly PolicyListEntry[]) => entries.map(({ id, term }) => ({ value: id, label: inLanguage(term) }))
  return (
    <>
      <TextArea name="content" label={t('content')} required rows={3} maxLength={5_000} defaultValue={standing?.content} />
      <Select name="area" label={t('area')} choices={listed(basis.supportAreas)} defaultValue={standing?.supportArea} />
      <Select name="mode" label={t('mode')} choices={listed(basis.supportModes)} defaultValue={standing?.supportMode} />
      <Field name="responsible" label={t('responsible')} required maxLength={50} defaultValue={standing?.responsible.name} />
      <Field name="post" label={t('post')} maxLength={100} defaultValue={standing?.responsible.post} />
      <Field name="phone" label={t('phone')} maxLength={30} defaultValue={standing?.responsible.phone} />
      <Field name="start" type="date" label={t('start')} required defaultValue={standing?.start} />
      <Field name="end" type="date" label={t('end')} required defaultValue={standing?.end} />
    </>
  )
}

function SiteFacts({ standing }: { standing: Project | null }): ReactNode {
  const t = useText(formMessages)
  const common = useText(words)
  const choices = [
    { value: '', label: common('notAsked') },
    { value: 'yes', label: common('yes') },
    { value: 'no', label: common('no') },
  ]
  return (
    <>
      <Field name="address" label={t('address')} optional maxLength={200} defaultValue={standing?.address} />
      <Field name="functions" label={t('functions')} optional maxLength={200} defaultValue={standing?.functions} />
      <Field name="stationId" label={t('stationId')} optional maxLength={64} defaultValue={standing?.stationId} />
      <Field name="facilities" label={t('facilities')} optional maxLength={500} defaultValue={standing?.facilities} />
      <Select name="shares" label={t('shares')} choices={choices} defaultValue={knownText(standing?.sharesDistributionSite)} />
      <Select name="serves" label={t('serves')} choices={choices} defaultValue={knownText(standing?.servesLogisticsPoint)} />
    </>
  )
}

function Papers({
  basis,
  standing,
  onFile,
}: {
  basis: ProjectFormBasis
  standing: Project | null
  onFile: (id: string) => void
}): ReactNode {
  const t = useText(formMessages)
  return (
    <>
      <Field name="decisionBody" label={t('decisionBody')} optional maxLength={100} defaultValue={standing?.decisionBody} />
      <Field name="decisionDocument" label={t('decisionDocument')} optional maxLength={200} defaultValue={standing?.decisionDocument} />
      <FileField label={t('decisionFile')} path={`/api/projects/${basis.countyCode}/files`} onFile={onFile} />
      <Field name="disclosureUrl" type="url" label={t('disclosureUrl')} optional maxLength={500} defaultValue={standing?.disclosureUrl} />
    </>
  )
}

function contentOf(fields: Record<string, string>, basis: ProjectFormBasis, more: Pick<Project, 'schedule' | 'decisionFileId'>) {
  const text = (name: string): string => fields[name] ?? ''
  return {
    ...more,
    year: basis.year,
    name: text('name'),
    planLineIds: basis.planLines.map(({ id }) => id).filter(id => fields[`line ${id}`] === 'on'),
    content: text('content'),
    supportArea: text('area'),
    supportMode: text('mode'),
    responsible: { name: text('responsible'), post: text('post'), phone: text('phone') },
    start: text('start'),
    end: text('end'),
    address: text('address'),
    functions: text('functions'),
    stationId: text('stationId'),
    facilities: text('facilities'),
    sharesDistributionSite: known(fields.shares),
    servesLogisticsPoint: known(fields.serves),
    decisionBody: text('decisionBody'),
    decisionDocument: text('decisionDocument'),
    disclosureUrl: text('disclosureUrl'),
  }
}

/** An entry of the register by the fields of the ministry's project forms (6.2), new or changed. */
export function ProjectForm({ basis, standing }: { basis: ProjectFormBasis; standing: Project | null }): ReactNode {
  const t = useText(formMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [id, setId] = useState(() => standing?.id ?? newId())
  const [schedule, setSchedule] = useState<ScheduleStep[]>(standing?.schedule ?? [])
  const [fileId, setFileId] = useState(standing?.decisionFileId ?? null)
  const [noLine, setNoLine] = useState(false)
  const open = (): void => {
    setId(standing?.id ?? newId())
    setSchedule(standing?.schedule ?? [])
    setFileId(standing?.decisionFileId ?? null)
    setNoLine(false)
    clear()
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const content = contentOf(fields, basis, { schedule, decisionFileId: fileId })
    setNoLine(content.planLineIds.length === 0)
    if (content.planLineIds.length === 0) return false
    return (await send(`/api/projects/${basis.countyCode}/register/${id}`, { ...content, seenVersion: standing?.version ?? 0 })) !== null
  }
  const title = t(standing ? 'editProject' : 'createProject')
  return (
    <FormDrawer
      kind={standing ? 'default' : 'primary'}
      title={title}
      submitLabel={common('save')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <Field name="name" label={t('projectName')} required maxLength={200} defaultValue={standing?.name} />
      <PlanLines lines={basis.planLines} chosen={standing?.planLineIds ?? []} />
      {noLine ? <Notice tone="must">{t('planLinesHint')}</Notice> : null}
      <WorkFields basis={basis} standing={standing} />
      <ItemRows
        title={t('schedule')}
        what={t('step')}
        items={schedule}
        onChange={setSchedule}
        make={stepId => ({ id: stepId, name: '', due: standing?.end ?? '' })}
        fields={(item, part) => (
          <>
            <Field
              label={t('stepName')}
              required
              maxLength={200}
              value={item.name}
              onChange={event => part({ name: event.target.value })}
            />
            <Field label={t('due')} type="date" required value={item.due} onChange={event => part({ due: event.target.value })} />
          </>
        )}
      />
      <SiteFacts standing={standing} />
      <Papers basis={basis} standing={standing} onFile={setFileId} />
    </FormDrawer>
  )
}
