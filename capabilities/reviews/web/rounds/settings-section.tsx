import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Field, ProblemNotice, Select, useFieldErrors, useSend, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { ReasonRule, ReviewSettings, ScoreBasis } from '../../index.ts'
import { messages } from './round-messages.ts'
import type { RoundView } from './views.ts'

type Settings = ReviewSettings
type EditProps = {
  settings: Settings
  change: (part: Partial<Settings>) => void
  errorOf: (field: string) => string | undefined
}

const numbers = ['reviewersPerApplication', 'loadMinimum', 'loadMaximum', 'contractYears'] as const

function Numbers({ settings, change, errorOf }: EditProps): ReactNode {
  const t = useText(messages)
  return (
    <>
      {numbers.map(name => (
        <Field
          key={name}
          label={t(name)}
          type="number"
          min={0}
          value={settings[name]}
          onChange={event => change({ [name]: Number(event.target.value) })}
          error={errorOf(`settings.${name}`)}
        />
      ))}
    </>
  )
}

function Choices({ settings, change, errorOf }: EditProps): ReactNode {
  const t = useText(messages)
  const { reasonRule } = settings
  const setRule = (part: Partial<ReasonRule>) => change({ reasonRule: { ...reasonRule, ...part } })
  return (
    <>
      <Select
        label={t('avoidance')}
        value={settings.avoidance}
        onChange={event => change({ avoidance: ReviewSettings.shape.avoidance.parse(event.target.value) })}
        choices={ReviewSettings.shape.avoidance.options.map(value => ({ value, label: t(value) }))}
      />
      <Select
        label={t('basis')}
        hint={t('basisHint')}
        value={settings.basis}
        onChange={event => change({ basis: ScoreBasis.parse(event.target.value) })}
        choices={ScoreBasis.options.map(value => ({ value, label: t(value) }))}
      />
      <Select
        label={t('reasons')}
        value={reasonRule.when}
        onChange={event => setRule({ when: ReasonRule.shape.when.parse(event.target.value) })}
        choices={ReasonRule.shape.when.options.map(value => ({ value, label: t(value) }))}
      />
      {reasonRule.when === 'never' ? null : (
        <Field
          label={t('minimumCharacters')}
          type="number"
          min={1}
          value={reasonRule.minimumCharacters}
          onChange={event => setRule({ minimumCharacters: Number(event.target.value) })}
          error={errorOf('settings.reasonRule.minimumCharacters')}
        />
      )}
      {reasonRule.when === 'extremes'
        ? (['lowPercent', 'highPercent'] as const).map(name => (
            <Field
              key={name}
              label={t(name)}
              type="number"
              min={0}
              max={100}
              value={reasonRule[name]}
              onChange={event => setRule({ [name]: Number(event.target.value) })}
            />
          ))
        : null}
    </>
  )
}

/** The settings as they were fixed, one fact a line. */
function FixedSettings({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const { settings } = view.round
  const facts: [string, string | number][] = [
    ...numbers.map((name): [string, number] => [t(name), settings[name]]),
    [t('avoidance'), t(settings.avoidance)],
    [t('basis'), t(settings.basis)],
    [t('reasons'), t(settings.reasonRule.when)],
  ]
  return (
    <Section title={t('settings')}>
      <p className="quiet">{t('settingsFixed')}</p>
      <dl className="fact-list">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  )
}

/** What the province settles before the draw; afterwards it is shown as it was fixed. */
export function SettingsSection({ view }: { view: RoundView }): ReactNode {
  return view.actions.includes('change') ? <SettingsForm view={view} /> : <FixedSettings view={view} />
}

function SettingsForm({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const { round } = view
  const { send, sending, problem } = useSend('PUT')
  const [title, setTitle] = useState(round.title)
  const [settings, setSettings] = useState(round.settings)
  const change = (part: Partial<Settings>) => setSettings(before => ({ ...before, ...part }))
  const save = () => {
    const { clause: _fixed, ...open } = settings
    return send(`/api/review-rounds/${round.id}/settings`, { version: round.version, title, settings: open })
  }
  const edit = { settings, change, errorOf: useFieldErrors(problem) }
  return (
    <Section title={t('settings')}>
      <div className="field-grid">
        <Field label={t('title')} value={title} onChange={event => setTitle(event.target.value)} error={edit.errorOf('title')} />
        <Numbers {...edit} />
        <Choices {...edit} />
      </div>
      <div className="row">
        <Button kind="primary" busy={sending} onClick={() => void save()}>
          {t('save')}
        </Button>
        <ProblemNotice problem={problem} />
      </div>
    </Section>
  )
}
