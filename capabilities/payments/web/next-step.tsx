import type { ReactNode } from 'react'
import { Notice, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import type { PaymentState } from '../index.ts'
import { messages } from './messages.ts'

/** Whose turn it is in each state, and what that hand does. */
export const nextWords = {
  submitted: 'nextOffice',
  'office-approved': 'nextFinance',
  'leader-needed': 'nextLeader',
  approved: 'nextTreasury',
  paid: 'nextNothing',
  returned: 'nextAgain',
  bounced: 'nextBounced',
} as const satisfies Record<PaymentState, string>

const toneOf = (state: PaymentState): Tone => {
  if (state === 'bounced') return 'must'
  return state === 'paid' ? 'met' : 'info'
}

/** What has to be done next with a request, and by whom. */
export function NextStep({ state }: { state: PaymentState }): ReactNode {
  const t = useText(messages)
  return (
    <Notice tone={toneOf(state)}>
      {t('next')}
      {t('colon')}
      {t(nextWords[state])}
    </Notice>
  )
}
