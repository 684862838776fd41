import { useState } from 'react'
import type { ReactNode } from 'react'
import { SiteFields, siteOfFields } from '@jincun/projects/web/parts'
import type { Site, SiteCorrection } from '@jincun/projects'
import { DataTable, Notice, TextArea, useOrder, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { RequestView } from './view.ts'

/** Puts a site right that the request fixed, with the reason; the page says beforehand what is concluded again. */
export function CorrectionForm({ county, site }: { county: string; site: Site }): ReactNode {
  const t = useText(messages)
  const [bad, setBad] = useState(false)
  const { sending, problem, open, post } = useOrder(`/api/acceptance/${county}/site-corrections`, () => setBad(false))
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const wanted = siteOfFields(fields, site.projectId)
    setBad(wanted === null)
    return wanted !== null && post({ site: { ...wanted, id: site.id }, seenVersion: site.version, reason: fields.reason ?? '' })
  }
  return (
    <FormDrawer
      kind="link"
      title={t('correct')}
      submitLabel={t('correct')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <Notice tone="should">{t('correctEffect')}</Notice>
      <TextArea name="reason" label={t('correctReason')} required rows={2} maxLength={2000} />
      <SiteFields standing={site} />
      {bad ? <Notice tone="must">{t('badNumbers')}</Notice> : null}
    </FormDrawer>
  )
}

/** What of a site a correction changed, field by field. */
function changed({ before, after }: SiteCorrection): string {
  const fields = Object.keys(after) as (keyof Site)[]
  return fields
    .filter(key => key !== 'version' && JSON.stringify(before?.[key]) !== JSON.stringify(after[key]))
    .map(key => `${String(before?.[key] ?? '—') || '—'} → ${String(after[key] ?? '—') || '—'}`)
    .join('；')
}

/** Who put which site right, when and why; nothing where none was. */
export function Corrections({ view }: { view: RequestView }): ReactNode {
  const t = useText(messages)
  if (view.corrections.length === 0) return null
  return (
    <DataTable
      name="corrections-"
      caption={t('corrections')}
      rows={view.corrections}
      asOf={view.asOf}
      rowKey={row => row.id}
      columns={[
        { key: 'day', title: t('correctedOn'), value: row => row.correctedOn },
        { key: 'site', title: t('site'), value: row => row.after.name },
        { key: 'what', title: t('changedWhat'), value: changed },
        { key: 'why', title: t('correctReason'), value: row => row.reason },
        { key: 'by', title: t('correctedBy'), value: row => row.by },
      ]}
    />
  )
}
