import { useState } from 'react'
import type { ReactNode } from 'react'
import { ClauseLink, DataTable, Field, Select, StateTag, useBilingual, useSend, useText } from '@jincun/ui'
import type { Column, Tone } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { publicLists } from '../../index.ts'
import type { PreferenceShown, SettledFact } from '../../index.ts'
import { messages } from './round-messages.ts'
import type { ApplicationView, RoundView } from './views.ts'

export const preferenceTones: Record<PreferenceShown['status'], Tone> = { earned: 'met', 'not-earned': 'info', unknown: 'unknown' }

type Typed = Record<string, { answer: string; source: string }>

/** Settles facts that no public list holds, each with the document it rests on. */
function SettleForm({ view, application }: { view: RoundView; application: ApplicationView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, sending, problem, clear } = useSend('PUT')
  const start = (): Typed =>
    Object.fromEntries(
      view.factsToSettle.map(({ fact }) => {
        const settled = application.settled[fact]
        return [fact, { answer: settled ? (settled.value ? 'yes' : 'no') : '', source: settled?.source ?? '' }]
      }),
    )
  const [typed, setTyped] = useState<Typed>(start)
  const open = () => {
    clear()
    setTyped(start())
  }
  const set = (fact: string, part: Partial<Typed[string]>) =>
    setTyped(before => ({ ...before, [fact]: { answer: '', source: '', ...before[fact], ...part } }))
  const submit = async (): Promise<boolean> => {
    const entries = Object.entries(typed).filter(([, each]) => each.answer !== '')
    const facts: Record<string, SettledFact> = Object.fromEntries(
      entries.map(([fact, each]) => [fact, { value: each.answer === 'yes', source: each.source }]),
    )
    return (await send(`/api/review-rounds/${view.round.id}/applications/${application.applicationId}/facts`, { facts })) !== null
  }
  return (
    <FormDrawer title={t('settle')} submitLabel={t('save')} kind="link" onOpen={open} onSubmit={submit} sending={sending} problem={problem}>
      <p>{application.countyName}</p>
      {view.factsToSettle.map(({ fact, title }) => (
        <div key={fact} className="tie-row">
          <Select
            label={inLanguage(title)}
            value={typed[fact]?.answer ?? ''}
            onChange={event => set(fact, { answer: event.target.value })}
            choices={[
              { value: '', label: t('leave') },
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
          />
          <Field
            label={t('source')}
            value={typed[fact]?.source ?? ''}
            onChange={event => set(fact, { source: event.target.value })}
            required={typed[fact]?.answer !== ''}
          />
        </div>
      ))}
    </FormDrawer>
  )
}

/** One preference of one county: earned or not, what it gives, and where that stands. */
export function PreferenceCell({ preference }: { preference: PreferenceShown | undefined }): ReactNode {
  const t = useText(messages)
  if (!preference) return null
  const gives = preference.kind === 'tie-break' ? t('tieBreak') : t('points', { n: preference.points })
  return (
    <>
      <StateTag tone={preferenceTones[preference.status]}>{t(preference.status)}</StateTag>
      {preference.status === 'earned' ? <span> {gives}</span> : null}
      {preference.source ? <div className="quiet">{preference.source === publicLists ? t('publicLists') : preference.source}</div> : null}
    </>
  )
}

/** Preferences of 4.1, 4.2 and 4.5 county by county, each under its clause. */
export function PreferencesSection({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const all = view.scorecard.preferences
  const columns: Column<ApplicationView>[] = [
    { key: 'county', title: t('county'), value: row => row.countyName },
    ...all.map(preference => ({
      key: preference.id,
      title: inLanguage(preference.title),
      value: (row: ApplicationView) => row.preferences.find(each => each.id === preference.id)?.status ?? null,
      cell: (row: ApplicationView) => <PreferenceCell preference={row.preferences.find(each => each.id === preference.id)} />,
    })),
    ...(view.actions.includes('settle') && view.factsToSettle.length > 0
      ? [{ key: 'settle', title: t('actions'), cell: (row: ApplicationView) => <SettleForm view={view} application={row} /> }]
      : []),
  ]
  return (
    <Section title={t('preferences')}>
      <p>{t('preferencesLead')}</p>
      <p className="row">
        {[...new Set(all.map(preference => preference.clause))].map(clause => (
          <ClauseLink key={clause} clause={clause} />
        ))}
      </p>
      <DataTable
        name="preferences-"
        caption={t('preferences')}
        rows={view.applications}
        rowKey={row => row.applicationId}
        asOf={view.asOf}
        columns={columns}
      />
    </Section>
  )
}
