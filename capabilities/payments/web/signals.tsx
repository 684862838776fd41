import type { ReactNode } from 'react'
import { Notice, useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { PaymentList } from './view.ts'

/** Reasons to open the file, never verdicts; nothing is shown where there are none. */
export function Signals({ signals }: Pick<PaymentList, 'signals'>): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (signals.length === 0) return null
  return (
    <Section title={t('signals')}>
      {signals.map(signal => (
        <Notice key={`${signal.code} ${signal.requestIds.join()}`} tone="should">
          {inLanguage(signal.message)} {t('signalRows', { n: signal.requestIds.length })}
        </Notice>
      ))}
    </Section>
  )
}
