import { useMemo } from 'react'
import { useAddressState } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import type { MissingTreatment } from '../normalise.ts'

export const treatmentIds: readonly MissingTreatment[] = ['reweight', 'zero', 'mean', 'refuse']
export type Treatments = Readonly<Record<string, MissingTreatment>>

export const sheetTreatments = (sheet: FactorSheet): Treatments => Object.fromEntries(sheet.factors.map(({ id, missing }) => [id, missing]))

/** 'evaluation-score:zero,…' of the address over what is proposed; what the proposal does not know is passed over. */
function read(text: string, proposed: Treatments): Treatments {
  const chosen: Record<string, MissingTreatment> = { ...proposed }
  for (const part of text.split(',')) {
    const [id = '', wanted] = part.split(':')
    const treatment = treatmentIds.find(name => name === wanted)
    if (treatment && id in proposed) chosen[id] = treatment
  }
  return chosen
}

type UseTreatments = {
  treatments: Treatments
  choose: (id: string, treatment: MissingTreatment) => void
  /** For the address of the next page. */
  query: string
}

/** How missing figures of each factor are treated: what is proposed with the operator's choices, which stay in the address. */
export function useTreatments(proposed: Treatments): UseTreatments {
  const [text, setText] = useAddressState('missing')
  const treatments = useMemo(() => read(text, proposed), [text, proposed])
  const choose = (id: string, treatment: MissingTreatment): void => {
    const next = { ...treatments, [id]: treatment }
    setText(
      Object.entries(next)
        .filter(([key, value]) => proposed[key] !== value)
        .map(([key, value]) => `${key}:${value}`)
        .join(','),
    )
  }
  return { treatments, choose, query: text ? `?missing=${encodeURIComponent(text)}` : '' }
}
