import { useState } from 'react'
import type { ReactNode } from 'react'
import { newId, Notice, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { Site } from '../index.ts'
import { words } from './messages-common.ts'
import { formMessages } from './messages-forms.ts'
import { SiteFields, siteOfFields } from './site-fields.tsx'

type SiteFormProps = { county: string; projectId: string; standing: Site | null }

/** A supported place of a project; over-cap and double support come back as findings (6.2), and 3.2 asks about premises. */
export function SiteForm({ county, projectId, standing }: SiteFormProps): ReactNode {
  const t = useText(formMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  const [id, setId] = useState(() => standing?.id ?? newId())
  const [bad, setBad] = useState(false)
  const open = (): void => {
    setId(standing?.id ?? newId())
    setBad(false)
    clear()
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const site = siteOfFields(fields, projectId)
    setBad(site === null)
    return site !== null && (await send(`/api/projects/${county}/sites/${id}`, { ...site, seenVersion: standing?.version ?? 0 })) !== null
  }
  return (
    <FormDrawer
      kind={standing ? 'link' : 'default'}
      title={t(standing ? 'editSite' : 'addSite')}
      submitLabel={common('save')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p className="quiet">{t('siteEffect')}</p>
      <SiteFields standing={standing} />
      {bad ? (
        <Notice tone="must">
          {common('badMoney')} {t('badNumber')}
        </Notice>
      ) : null}
    </FormDrawer>
  )
}
