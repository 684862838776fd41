import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { useCounty } from '@jincun/reporting/web/parts'
import { Field, Loaded, Notice, useAddressState, useApi, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { DaysTable } from './days-table.tsx'
import { words } from './messages.ts'
import { SendNow } from './send-now.tsx'
import { SettingsSection } from './settings-section.tsx'
import type { DaysView, SettingsView } from './view.ts'
import './ministry.css'

function Days({ county, view }: { county: string; view: DaysView }): ReactNode {
  const t = useText(words)
  const { due, accepted, onTime, open } = view.summary
  return (
    <>
      {view.settings ? null : (
        <Notice tone="must" title={t('noSettings')}>
          {t('noSettingsHint')}
        </Notice>
      )}
      {view.settings && !view.hasAddress ? (
        <Notice tone="should" title={t('noAddress')}>
          {t('noAddressHint')}
        </Notice>
      ) : null}
      <p>{t('summary', { due, accepted, onTime, open: open.length })}</p>
      {view.settings ? <SendNow county={county} hasAddress={view.hasAddress} /> : null}
      <DaysTable county={county} view={view} />
    </>
  )
}

/** Reports to the ministry's system: where each day stands, what to do next, and the settings behind it. */
export default function MinistryPage(): ReactNode {
  const t = useText(words)
  const [county, choose] = useCounty()
  const [from, setFrom] = useAddressState('from')
  const [to, setTo] = useAddressState('to')
  const base = county === '' ? null : `/api/ministry/${county}`
  const days = useApi<DaysView>(base && `${base}/days`, { ...(from ? { from } : {}), ...(to ? { to } : {}) })
  const settings = useApi<SettingsView>(base && `${base}/settings`)
  return (
    <ConsolePage title={t('ministry')} lead={t('lead')} source={t('source')}>
      <div className="ministry-filters screen-only">
        <PlacePicker label={t('county')} value={county} levels={['county']} inForce="any" onChange={place => choose(place?.code ?? '')} />
        <Field type="date" label={t('from')} value={from} onChange={event => setFrom(event.target.value)} />
        <Field type="date" label={t('to')} value={to} onChange={event => setTo(event.target.value)} />
      </div>
      {base === null ? (
        <Notice title={t('chooseCounty')} />
      ) : (
        <>
          <Section title={t('days')}>
            <Loaded query={days}>{view => <Days county={county} view={view} />}</Loaded>
          </Section>
          <Loaded query={settings}>{view => <SettingsSection key={view.settings?.version ?? 0} county={county} view={view} />}</Loaded>
        </>
      )}
    </ConsolePage>
  )
}
