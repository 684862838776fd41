import type { ReactNode } from 'react'
import { DataTable, Select, StateTag, useBilingual, useText } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import type { FactorInputs } from '../factor-input.ts'
import { columnsOf, figureOf } from '../figures.ts'
import type { MissingTreatment } from '../normalise.ts'
import { missingWords } from '../sheet-words.ts'
import { messages } from './console-messages.ts'
import { treatmentIds } from './treatments.ts'
import type { Treatments } from './treatments.ts'

type CoverageProps = {
  sheet: FactorSheet
  inputs: FactorInputs
  treatments: Treatments
  onChoose: (id: string, treatment: MissingTreatment) => void
}

/** How many provinces have a figure for each factor, and what is done where there is none. */
export function CoverageTable({ sheet, inputs, treatments, onChoose }: CoverageProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const known = (factor: FactorSheet['factors'][number]): number =>
    inputs.provinces.filter(province => figureOf(factor, province) !== null).length
  const all = inputs.provinces.length
  return (
    <DataTable
      name="coverage-"
      caption={t('coverage')}
      rows={sheet.factors}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('factor'), value: ({ title }) => inLanguage(title) },
        { key: 'columns', title: t('columns'), value: factor => columnsOf(factor).join(' + ') },
        { key: 'known', title: t('known'), numeric: true, value: known, cell: factor => `${known(factor)} / ${all}` },
        {
          key: 'treatment',
          title: t('treatment'),
          cell: factor =>
            known(factor) === all ? (
              <StateTag tone="met">{t('complete')}</StateTag>
            ) : (
              <Select
                label={`${inLanguage(factor.title)} ${t('treatment')}`}
                value={treatments[factor.id] ?? factor.missing}
                choices={treatmentIds.map(id => ({ value: id, label: inLanguage(missingWords[id]) }))}
                onChange={event => onChoose(factor.id, treatmentIds.find(id => id === event.target.value) ?? factor.missing)}
              />
            ),
        },
      ]}
    />
  )
}
