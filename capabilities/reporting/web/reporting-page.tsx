import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { Button, Loaded, Notice, useApi, useMay, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { BatchesTable, isUnderWay } from './batches-table.tsx'
import { messages } from './messages.ts'
import { OwedTable } from './owed-table.tsx'
import { SubmitSection } from './submit-section.tsx'
import { useCounty } from './use-county.ts'
import type { BatchesView, OwedView } from './view.ts'
import './reporting.css'

/** What a county's contractors and stations reported, what they still owe, and the way to report. */
export default function ReportingPage(): ReactNode {
  const t = useText(messages)
  const [county, choose] = useCounty()
  const may = useMay()
  const base = county === '' ? null : `/api/reporting/${county}`
  const batches = useApi<BatchesView>(base && `${base}/batches`, {}, ({ rows }) => rows.some(isUnderWay))
  const owed = useApi<OwedView>(base && `${base}/owed`)
  return (
    <ConsolePage title={t('reporting')} lead={t('reportingLead')} source={t('source')}>
      <div className="screen-only">
        <PlacePicker label={t('county')} value={county} levels={['county']} inForce="any" onChange={place => choose(place?.code ?? '')} />
      </div>
      {base === null ? <Notice title={t('chooseCounty')} /> : null}
      {base !== null && may('reporting.submit') ? <SubmitSection county={county} /> : null}
      {base === null ? null : (
        <>
          <Section title={t('batches')} actions={<Button onClick={() => void batches.refetch()}>{t('refresh')}</Button>}>
            <Loaded query={batches}>{view => <BatchesTable view={view} />}</Loaded>
          </Section>
          <Section title={t('owed')}>
            <Loaded query={owed}>{view => <OwedTable view={view} />}</Loaded>
          </Section>
        </>
      )}
    </ConsolePage>
  )
}
