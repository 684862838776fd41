import type { ReactNode } from 'react'
import { StateTag, useBilingual } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { dayStateLabels } from '../index.ts'
import type { DayState } from '../index.ts'

const tones: Record<DayState, Tone> = {
  'not-yet': 'info',
  'no-data': 'unknown',
  blocked: 'must',
  ready: 'should',
  waiting: 'info',
  retrying: 'should',
  refused: 'must',
  accepted: 'met',
  changed: 'should',
}

/** Where a day stands in one word. */
export function DayStateTag({ state }: { state: DayState }): ReactNode {
  const inLanguage = useBilingual()
  return <StateTag tone={tones[state]}>{inLanguage(dayStateLabels[state])}</StateTag>
}
