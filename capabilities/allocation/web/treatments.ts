import { useAddressState } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import type { MissingTreatment } from '../normalise.ts'

const known: readonly MissingTreatment[] = ['reweight', 'zero', 'mean', 'refuse']
export type Treatments = Readonly<Record<string, MissingTreatment>>

/** 'evaluation-score:zero,…' of the address; what the sheet does not know is passed over. */
function read(text: string, sheet: FactorSheet): Treatments {
  const own = Object.fromEntries(sheet.factors.map(({ id, missing }) => [id, missing]))
  for (const part of text.split(',')) {
    const [id = '', wanted] = part.split(':')
    const treatment = known.find(name => name === wanted)
    if (treatment && id in own) own[id] = treatment
  }
  return own
}

/** How missing figures of each factor are treated: the sheet's proposal with the operator's choices, kept in the address for the next page. */
export function useTreatments(sheet: FactorSheet): {
  treatments: Treatments
  choose: (id: string, treatment: MissingTreatment) => void
  query: string
} {
  const [text, setText] = useAddressState('missing')
  const treatments = read(text, sheet)
  const write = (next: Treatments): string =>
    sheet.factors.flatMap(({ id, missing }) => (next[id] && next[id] !== missing ? [`${id}:${next[id]}`] : [])).join(',')
  return {
    treatments,
    choose: (id, treatment) => setText(write({ ...treatments, [id]: treatment })),
    query: text ? `?missing=${encodeURIComponent(text)}` : '',
  }
}

export const treatmentIds = known
