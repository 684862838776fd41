import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Field, newId, Notice, Select, useBilingual, useFieldErrors, useSend, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import type { DrawPlan, SeedSource } from '../../index.ts'
import { messages } from './round-messages.ts'
import type { RoundView } from './views.ts'

/** A source as it is typed; its kind decides which of the two texts is sent. */
type TypedSource = { key: string; kind: SeedSource['kind']; party: string; seal: string; where: string }

const emptySource = (kind: SeedSource['kind']): TypedSource => ({ key: newId(), kind, party: '', seal: '', where: '' })

const sourceOf = ({ kind, party, seal, where }: TypedSource): SeedSource =>
  kind === 'sealed' ? { kind, party, seal: seal.trim().toLowerCase() } : { kind, party, where }

type SourceProps = {
  source: TypedSource
  change: (part: Partial<TypedSource>) => void
  remove: (() => void) | null
  errorOf: (field: string) => string | undefined
}

function SourceFields({ source, change, remove, errorOf }: SourceProps): ReactNode {
  const t = useText(messages)
  const sealed = source.kind === 'sealed'
  return (
    <div className="tie-row">
      <Select
        label={t('sourceKind')}
        value={source.kind}
        onChange={event => change({ kind: event.target.value === 'sealed' ? 'sealed' : 'public-number' })}
        choices={(['sealed', 'public-number'] as const).map(value => ({ value, label: t(value) }))}
      />
      <Field
        label={t('party')}
        hint={t(sealed ? 'partySealedHint' : 'partyPublicHint')}
        value={source.party}
        onChange={event => change({ party: event.target.value })}
        error={errorOf('party')}
      />
      {sealed ? (
        <Field
          label={t('seal')}
          hint={t('sealHint')}
          value={source.seal}
          onChange={event => change({ seal: event.target.value })}
          error={errorOf('seal')}
        />
      ) : (
        <Field label={t('where')} value={source.where} onChange={event => change({ where: event.target.value })} error={errorOf('where')} />
      )}
      {remove ? (
        <Button kind="quiet" onClick={remove}>
          {t('removeSource')}
        </Button>
      ) : null}
    </div>
  )
}

function SeatFields({ view, plan, change }: { view: RoundView; plan: DrawPlan; change: (part: Partial<DrawPlan>) => void }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const seatsOf = (field: string): number => plan.fieldSeats.find(each => each.field === field)?.seats ?? 0
  const setField = (field: string, seats: number) => {
    const others = plan.fieldSeats.filter(each => each.field !== field)
    change({ fieldSeats: seats > 0 ? [...others, { field, seats }] : others })
  }
  return (
    <>
      <div className="field-grid">
        <Field
          label={t('seats')}
          type="number"
          min={1}
          value={plan.seats}
          onChange={event => change({ seats: Number(event.target.value) })}
        />
        <Field
          label={t('organisationMaximum')}
          type="number"
          min={1}
          value={plan.organisationMaximum ?? ''}
          onChange={event => change({ organisationMaximum: event.target.value === '' ? null : Number(event.target.value) })}
        />
      </div>
      <h3>{t('fieldSeats')}</h3>
      <div className="field-grid">
        {view.fields.map(({ id, term }) => (
          <Field
            key={id}
            label={inLanguage(term)}
            type="number"
            min={0}
            value={seatsOf(id)}
            onChange={event => setField(id, Number(event.target.value))}
          />
        ))}
      </div>
    </>
  )
}

/** Fixes seats and seed sources and makes the announcement, before anybody knows the seed. */
export function CommitForm({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const { round } = view
  const { send, problem } = useSend()
  const errorOf = useFieldErrors(problem)
  const [plan, setPlan] = useState<DrawPlan>({
    seats: round.settings.reviewersPerApplication,
    fieldSeats: [],
    organisationMaximum: round.settings.organisationMaximum,
  })
  const [sources, setSources] = useState<TypedSource[]>([emptySource('sealed'), emptySource('public-number')])
  const change = (index: number, part: Partial<TypedSource>) =>
    setSources(before => before.map((each, place) => (place === index ? { ...each, ...part } : each)))
  const commit = () => send(`/api/review-rounds/${round.id}/commitment`, { version: round.version, plan, sources: sources.map(sourceOf) })
  return (
    <Section title={t('commitTitle')}>
      <Notice tone="info">{t('commitLead')}</Notice>
      <SeatFields view={view} plan={plan} change={part => setPlan(before => ({ ...before, ...part }))} />
      <h3>{t('sources')}</h3>
      <p className="quiet">{t('sourcesHint')}</p>
      {sources.map((source, index) => (
        <SourceFields
          key={source.key}
          source={source}
          change={part => change(index, part)}
          remove={sources.length > 1 ? () => setSources(before => before.filter(each => each.key !== source.key)) : null}
          errorOf={field => errorOf(`sources.${index}.${field}`)}
        />
      ))}
      <div className="row">
        <Button onClick={() => setSources(before => [...before, emptySource('sealed')])}>{t('addSource')}</Button>
        <ConfirmButton
          kind="primary"
          label={t('commit')}
          title={t('commitQuestion')}
          consequences={t('commitConsequences')}
          onConfirm={commit}
          problem={problem}
        />
      </div>
    </Section>
  )
}
