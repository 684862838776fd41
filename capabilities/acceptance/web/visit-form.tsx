import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, newId, Select, useBilingual, useNow, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { ChecklistItem } from '../index.ts'
import { messages } from './messages.ts'
import type { RequestView } from './view.ts'

type VisitFormProps = { view: RequestView; county: string; entry: RequestView['sites'][number] }

function Items({ checklist }: { checklist: readonly ChecklistItem[] }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <>
      {checklist.map(item => (
        <Field
          key={item.id}
          name={item.id}
          label={`${inLanguage(item.title)}${item.minimum ? ` ≥ ${item.minimum}` : ''}`}
          hint={`${item.measure === 'yes-no' ? `${t('yesNo')}；` : ''}${t('evidence', { evidence: inLanguage(item.evidence) })}`}
          inputMode="numeric"
          pattern="\d*"
          optional
        />
      ))}
    </>
  )
}

/** The checklist of one site, on a phone at the site: one number an item; an empty one counts as not looked at. */
export function VisitForm({ view, county, entry }: VisitFormProps): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const now = useNow()
  const byCounty = view.mayCheck && view.verbs.includes('check')
  const path = `/api/acceptance/${county}/requests/${view.acceptance.id}/${byCounty ? 'county' : 'sample'}-visits`
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const items = entry.checklist.map(item => ({
      itemId: item.id,
      value: /^\d+$/.test(fields[item.id] ?? '') ? Number(fields[item.id]) : null,
      note: '',
      evidenceFileIds: [],
    }))
    const level = byCounty ? {} : { level: fields.level ?? 'city' }
    return (await send(path, { id, siteId: entry.site.id, visitedOn: fields.day ?? '', items, ...level })) !== null
  }
  return (
    <FormDrawer
      title={t('visit', { site: entry.site.name })}
      submitLabel={t('save')}
      sending={sending}
      problem={problem}
      onOpen={() => {
        setId(newId())
        clear()
      }}
      onSubmit={submit}
    >
      <Field
        name="day"
        type="date"
        label={t('day')}
        required
        defaultValue={new Date(now.getTime() + 28_800_000).toISOString().slice(0, 10)}
      />
      {byCounty ? null : (
        <Select
          name="level"
          label={t('level')}
          choices={[
            { value: 'city', label: t('city') },
            { value: 'province', label: t('province') },
          ]}
        />
      )}
      <Items checklist={entry.checklist} />
    </FormDrawer>
  )
}
