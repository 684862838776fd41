import { useState } from 'react'
import type { ReactNode } from 'react'
import { Facts } from '@jincun/projects/web/parts'
import { Field, Select, useBilingual, useMay, useSend, useText } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { words } from './messages.ts'
import { StationsTable } from './stations-table.tsx'
import type { SettingsView } from './view.ts'

type PartProps = { county: string; view: SettingsView }

function SettingsForm({ county, view }: PartProps): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const { send, sending, problem, clear } = useSend('PUT')
  const newest = view.systems.at(-1)?.id ?? ''
  const [system, setSystem] = useState(view.settings?.system ?? newest)
  const source = view.systems.find(({ id }) => id === system)?.source
  return (
    <FormDrawer
      title={t('setSettings')}
      submitLabel={t('save')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async fields =>
        (await send(`/api/ministry/${county}/settings`, { ...fields, system, seenVersion: view.settings?.version ?? 0 })) !== null
      }
    >
      <Select
        label={t('system')}
        hint={source ? t('systemHint', { source: inLanguage(source) }) : ''}
        value={system}
        choices={view.systems.map(({ id, title }) => ({ value: id, label: inLanguage(title) }))}
        onChange={event => setSystem(event.target.value)}
      />
      <Field
        name="enterpriseCode"
        label={t('enterpriseCode')}
        hint={t('enterpriseHint')}
        defaultValue={view.settings?.enterpriseCode ?? ''}
        required
      />
      <Field name="startsOn" type="date" label={t('startsOn')} defaultValue={view.settings?.startsOn ?? ''} required />
      <Field name="reason" label={t('why')} optional />
    </FormDrawer>
  )
}

function AddressForm({ county, view }: PartProps): ReactNode {
  const t = useText(words)
  const { send, sending, problem, clear } = useSend('PUT')
  return (
    <FormDrawer
      title={t('setAddress')}
      submitLabel={t('saveAddress')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async fields =>
        (await send(`/api/ministry/${county}/endpoint`, { ...fields, seenVersion: view.endpoint.version })) !== null
      }
    >
      <Field name="address" label={t('address')} hint={t('addressHint')} defaultValue={view.endpoint.address} optional />
    </FormDrawer>
  )
}

/** What the county reports as, where it is sent, and under which codes its stations are known. */
export function SettingsSection({ county, view }: PartProps): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const may = useMay()
  const system = view.systems.find(({ id }) => id === view.settings?.system)
  const facts: [string, ReactNode][] = [
    [t('system'), system ? inLanguage(system.title) : '—'],
    [t('enterpriseCode'), view.settings?.enterpriseCode ?? '—'],
    [t('startsOn'), view.settings?.startsOn ?? '—'],
    [t('address'), view.endpoint.address || (view.endpoint.isSet ? t('addressIsSet') : t('addressNotSet'))],
    ...(system ? ([[t('notes'), inLanguage(system.note)]] as [string, ReactNode][]) : []),
  ]
  return (
    <>
      <Section
        title={t('settings')}
        actions={
          <>
            {may('ministry.report') ? <SettingsForm county={county} view={view} /> : null}
            {may('ministry.address') ? <AddressForm county={county} view={view} /> : null}
          </>
        }
      >
        <Facts facts={facts} />
      </Section>
      <StationsTable county={county} view={view} />
    </>
  )
}
