import type { ReactNode } from 'react'
import { DataTable, Notice, Select, StateTag, useBilingual, useText } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import type { FactorInputs } from '../factor-input.ts'
import { columnsOf, figureOf } from '../figures.ts'
import type { MissingTreatment } from '../normalise.ts'
import { missingWords } from '../sheet-words.ts'
import { messages } from './console-messages.ts'
import { treatmentIds } from './treatments.ts'
import type { Treatments } from './treatments.ts'

type Factor = FactorSheet['factors'][number]
type CoverageProps = {
  sheet: FactorSheet
  inputs: FactorInputs
  treatments: Treatments
  onChoose: (id: string, treatment: MissingTreatment) => void
}

const knownOf = (inputs: FactorInputs, factor: Factor): number =>
  inputs.provinces.filter(province => figureOf(factor, province) !== null).length

const treatmentOf = (text: string, factor: Factor): MissingTreatment => treatmentIds.find(id => id === text) ?? factor.missing

/** The treatments to choose from, in words. */
function useTreatmentChoices(): { value: MissingTreatment; label: string }[] {
  const inLanguage = useBilingual()
  return treatmentIds.map(id => ({ value: id, label: inLanguage(missingWords[id]) }))
}

/** How many provinces have a figure for each factor, and what is done where there is none. */
export function CoverageTable({ sheet, inputs, treatments, onChoose }: CoverageProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const choices = useTreatmentChoices()
  const all = inputs.provinces.length
  return (
    <DataTable
      name="coverage-"
      caption={t('coverageTable')}
      rows={sheet.factors}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('factor'), value: ({ title }) => inLanguage(title) },
        { key: 'columns', title: t('columns'), value: factor => columnsOf(factor).join(' + ') },
        {
          key: 'known',
          title: t('known'),
          numeric: true,
          value: factor => knownOf(inputs, factor),
          cell: factor => `${knownOf(inputs, factor)} / ${all}`,
        },
        {
          key: 'treatment',
          title: t('treatment'),
          cell: factor =>
            knownOf(inputs, factor) === all ? (
              <StateTag tone="met">{t('complete')}</StateTag>
            ) : (
              <select
                className="input"
                aria-label={`${inLanguage(factor.title)} ${t('treatment')}`}
                value={treatments[factor.id] ?? factor.missing}
                onChange={event => onChoose(factor.id, treatmentOf(event.target.value, factor))}
              >
                {choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ),
        },
      ]}
    />
  )
}

/** Only the factors that lack figures, one choice each. */
export function TreatmentList({ sheet, inputs, treatments, onChoose }: CoverageProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const choices = useTreatmentChoices()
  const all = inputs.provinces.length
  const lacking = sheet.factors.filter(factor => knownOf(inputs, factor) < all)
  if (lacking.length === 0) return <Notice tone="met">{t('nothingMissing')}</Notice>
  return (
    <div className="treatments">
      {lacking.map(factor => (
        <Select
          key={factor.id}
          label={t('coverageOf', { factor: inLanguage(factor.title), known: knownOf(inputs, factor), all })}
          value={treatments[factor.id] ?? factor.missing}
          choices={choices}
          onChange={event => onChoose(factor.id, treatmentOf(event.target.value, factor))}
        />
      ))}
    </div>
  )
}
