import type { ReactNode } from 'react'
import { StateTag, useBilingual } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import type { PaymentState } from '../index.ts'
import type { PaymentView } from './view.ts'

const tones: Record<PaymentState, Tone> = {
  submitted: 'info',
  'office-approved': 'info',
  'leader-needed': 'should',
  approved: 'info',
  paid: 'met',
  returned: 'should',
  bounced: 'must',
}

export function StateMark({ payment }: { payment: Pick<PaymentView, 'state' | 'stateTitle'> }): ReactNode {
  const inLanguage = useBilingual()
  return <StateTag tone={tones[payment.state]}>{inLanguage(payment.stateTitle)}</StateTag>
}
