import { useState } from 'react'
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
  disabled: boolean
  errorOf: (field: string) => string | undefined
}

const numbers = ['reviewersPerApplication', 'loadMinimum', 'loadMaximum', 'contractYears'] as const

function Numbers({ settings, change, disabled, errorOf }: EditProps): ReactNode {
  const t = useText(messages)
  return (
    <>
      {numbers.map(name => (
        <Field
          key={name}
          label={t(name)}
          type="number"
          min={0}
          disabled={disabled}
          value={settings[name]}
          onChange={event => change({ [name]: Number(event.target.value) })}
          error={errorOf(`settings.${name}`)}
        />
      ))}
    </>
  )
}

function Choices({ settings, change, disabled, errorOf }: EditProps): ReactNode {
  const t = useText(messages)
  const { reasonRule } = settings
  const setRule = (part: Partial<ReasonRule>) => change({ reasonRule: { ...reasonRule, ...part } })
  return (
    <>
      <Select
        label={t('avoidance')}
        disabled={disabled}
        value={settings.avoidance}
        onChange={event => change({ avoidance: ReviewSettings.shape.avoidance.parse(event.target.value) })}
        choices={ReviewSettings.shape.avoidance.options.map(value => ({ value, label: t(value) }))}
      />
      <Select
        label={t('basis')}
        hint={t('basisHint')}
        disabled={disabled}
        value={settings.basis}
        onChange={event => change({ basis: ScoreBasis.parse(event.target.value) })}
        choices={ScoreBasis.options.map(value => ({ value, label: t(value) }))}
      />
      <Select
        label={t('reasons')}
        disabled={disabled}
        value={reasonRule.when}
        onChange={event => setRule({ when: ReasonRule.shape.when.parse(event.target.value) })}
        choices={ReasonRule.shape.when.options.map(value => ({ value, label: t(value) }))}
      />
      {reasonRule.when === 'never' ? null : (
        <Field
          label={t('minimumCharacters')}
          type="number"
          min={1}
          disabled={disabled}
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
              disabled={disabled}
              value={reasonRule[name]}
              onChange={event => setRule({ [name]: Number(event.target.value) })}
            />
          ))
        : null}
    </>
  )
}

/** What the province settles before the draw; afterwards it is shown as it was fixed. */
export function SettingsSection({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const { round } = view
  const { send, sending, problem } = useSend('PUT')
  const [title, setTitle] = useState(round.title)
  const [settings, setSettings] = useState(round.settings)
  const disabled = !view.actions.includes('change')
  const change = (part: Partial<Settings>) => setSettings(before => ({ ...before, ...part }))
  const save = () => {
    const { clause: _fixed, ...open } = settings
    return send(`/api/review-rounds/${round.id}/settings`, { version: round.version, title, settings: open })
  }
  const edit = { settings, change, disabled, errorOf: useFieldErrors(problem) }
  return (
    <Section title={t('settings')}>
      {disabled ? <p className="quiet">{t('settingsFixed')}</p> : null}
      <div className="field-grid">
        <Field
          label={t('title')}
          disabled={disabled}
          value={title}
          onChange={event => setTitle(event.target.value)}
          error={edit.errorOf('title')}
        />
        <Numbers {...edit} />
        <Choices {...edit} />
      </div>
      {disabled ? null : (
        <div className="row">
          <Button kind="primary" busy={sending} onClick={() => void save()}>
            {t('save')}
          </Button>
          <ProblemNotice problem={problem} />
        </div>
      )}
    </Section>
  )
}
