import type { ReactNode } from 'react'
import { formatYuan, useBilingual, useText } from '@jincun/ui'
import type { Bilingual } from '@jincun/policy'
import './payments.css'
import { requestMessages } from './request-messages.ts'

type Step = { what: Bilingual; formula: string; result: bigint | string }

/** A sum step by step, as a person would write it; the last line is what may be paid. */
export function Arithmetic({ steps }: { steps: readonly Step[] }): ReactNode {
  const t = useText(requestMessages)
  const inLanguage = useBilingual()
  return (
    <section className="arithmetic" aria-label={t('arithmetic')}>
      <h3>{t('arithmetic')}</h3>
      {steps.length === 0 ? <p className="quiet">{t('arithmeticWaits')}</p> : null}
      <ol>
        {steps.map(({ what, formula, result }) => (
          <li key={what.en}>
            <span>{inLanguage(what)}</span>
            <span className="number">
              {formula} = <strong>{formatYuan(BigInt(result))}</strong>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
