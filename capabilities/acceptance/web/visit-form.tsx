import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, FileField, Notice, Select, useBilingual, useNow, useOrder, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { ChecklistItem } from '../index.ts'
import { messages } from './messages.ts'
import type { RequestView } from './view.ts'

type VisitFormProps = { view: RequestView; county: string; entry: RequestView['sites'][number] }
type Evidence = Record<string, string[]>

type ItemProps = { item: ChecklistItem; path: string; onFile: (itemId: string, fileId: string) => void }

/** One item of the checklist: there or not, or the measured number; a note and a photo beside it. */
function Item({ item, path, onFile }: ItemProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const label = `${inLanguage(item.title)}${item.minimum ? ` ≥ ${item.minimum}` : ''}`
  const hint = t('evidence', { evidence: inLanguage(item.evidence) })
  const seen = [
    { value: '', label: t('notSeen') },
    { value: '1', label: t('is') },
    { value: '0', label: t('isNot') },
  ]
  return (
    <div className="visit-item">
      {item.measure === 'yes-no' ? (
        <Select name={item.id} label={label} hint={hint} choices={seen} />
      ) : (
        <Field name={item.id} label={label} hint={hint} inputMode="numeric" pattern="\d*" optional />
      )}
      <FileField label={t('photoOf', { item: inLanguage(item.title) })} path={path} photo onFile={id => onFile(item.id, id)} />
    </div>
  )
}

/** The checklist of one site, on a phone at the site; what is left empty counts as not looked at. */
export function VisitForm({ view, county, entry }: VisitFormProps): ReactNode {
  const t = useText(messages)
  const [evidence, setEvidence] = useState<Evidence>({})
  const today = shanghaiDate(useNow())
  const byCounty = view.mayCheck && view.verbs.includes('check')
  const { sample } = view.acceptance
  const levels = (['city', 'province'] as const).filter(level => sample?.[level].includes(entry.site.id))
  const path = `/api/acceptance/${county}/requests/${view.acceptance.id}/${byCounty ? 'county' : 'sample'}-visits`
  const { id, sending, problem, open, post } = useOrder(path, () => setEvidence({}))
  const files = byCounty ? `/api/projects/${county}/files` : `/api/acceptance/${county}/visit-files`
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const items = entry.checklist.map(item => ({
      itemId: item.id,
      value: /^\d+$/.test(fields[item.id] ?? '') ? Number(fields[item.id]) : null,
      note: '',
      evidenceFileIds: evidence[item.id] ?? [],
    }))
    const level = byCounty ? {} : { level: fields.level ?? levels[0] }
    return post({ siteId: entry.site.id, visitedOn: fields.day ?? '', items, ...level })
  }
  if (entry.checklist.length === 0) return <Notice tone="unknown">{t('noChecklist')}</Notice>
  return (
    <FormDrawer kind="link" title={t('visit')} submitLabel={t('save')} sending={sending} problem={problem} onOpen={open} onSubmit={submit}>
      <p>
        <strong>{t('visitOf', { site: entry.site.name })}</strong>
      </p>
      <p className="quiet">{t('visitEffect')}</p>
      <Field name="day" type="date" label={t('day')} required defaultValue={today} max={today} />
      {byCounty ? null : <Select name="level" label={t('level')} choices={levels.map(value => ({ value, label: t(value) }))} />}
      {entry.checklist.map(item => (
        <Item
          key={`${id} ${item.id}`} // A visit begun anew shows no photo of the one before.
          item={item}
          path={files}
          onFile={(itemId, fileId) => setEvidence(before => ({ ...before, [itemId]: [...(before[itemId] ?? []), fileId] }))}
        />
      ))}
    </FormDrawer>
  )
}
