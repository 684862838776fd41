import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link, Loaded, newId, Notice, TextArea, useApi, useBilingual, useMay, usePathPart, useSend, useText } from '@jincun/ui'
import { ConfirmButton, ConsolePage, DifferenceView, Section } from '@jincun/ui/console'
import { dayStateSteps } from '../index.ts'
import { DayMessages, differenceRows } from './day-messages.tsx'
import { DayReport } from './day-report.tsx'
import { DayStateTag } from './day-state.tsx'
import { words } from './messages.ts'
import type { DayView } from './view.ts'
import './ministry.css'

/** States in which a person may make the report, or its correction. */
const makeable = ['ready', 'waiting', 'refused', 'changed']

function Make({ county, view }: { county: string; view: DayView }): ReactNode {
  const t = useText(words)
  const may = useMay()('ministry.report')
  const { send, problem } = useSend()
  const [id, setId] = useState(newId)
  const [reason, setReason] = useState('')
  const answered = view.messages.some(({ state }) => state === 'accepted' || state === 'refused')
  if (!may || !view.standing || !makeable.includes(view.standing.state)) return null
  const go = async (): Promise<unknown> => {
    const made = await send(`/api/ministry/${county}/days/${view.day}/message`, {
      id,
      reason,
      seenVersion: view.messages.at(-1)?.version ?? 0,
    })
    if (made !== null) setId(newId())
    return made
  }
  const label = answered ? t('makeCorrection') : t('make')
  return (
    <div className="screen-only">
      <ConfirmButton
        kind="primary"
        label={label}
        title={`${label} ${view.day}`}
        consequences={
          <>
            <p>{t('makeConsequences')}</p>
            {answered ? <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} /> : null}
          </>
        }
        problem={problem}
        onConfirm={go}
      />
    </div>
  )
}

function Standing({ view }: { view: DayView }): ReactNode {
  const inLanguage = useBilingual()
  if (!view.standing) return null
  return (
    <p>
      <DayStateTag state={view.standing.state} /> {inLanguage(dayStateSteps[view.standing.state])}
    </p>
  )
}

/** One day of a county: what its rows give, what was sent, what came back, and what to do next. */
export default function DayPage(): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const [county, day] = [usePathPart('county'), usePathPart('day')]
  const query = useApi<DayView>(`/api/ministry/${county}/days/${day}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('dayTitle', { day: view.day })} lead={t('dayLead')} asOf={view.asOf} source={inLanguage(view.system)}>
          <Standing view={view} />
          <Make county={county} view={view} />
          {view.faults.length > 0 ? (
            <Notice tone="must" title={t('problems')}>
              <ul>
                {view.faults.map(fault => (
                  <li key={`${fault.code} ${fault.where} ${fault.value}`}>{inLanguage(fault.message)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {view.differences.length > 0 ? (
            <Section title={t('changed')}>
              <DifferenceView caption={t('changed')} differences={differenceRows(view.differences)} />
            </Section>
          ) : null}
          <Section
            title={t('report')}
            actions={<Link href={`/figure-rows?county=${county}&from=${day.slice(0, 7)}&to=${day.slice(0, 7)}`}>{t('rowsLink')}</Link>}
          >
            <DayReport view={view} />
          </Section>
          <Section title={t('versions')}>
            <DayMessages county={county} view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
