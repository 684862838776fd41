import type { ReactNode } from 'react'
import { useBilingual, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { Fact } from '../index.ts'
import { messages } from './messages.ts'

/** What public lists say of the county, each with its source; never typed. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <Section title={t('facts')}>
      <dl className="application-facts">
        {facts.map(({ id, label, value, source }) => (
          <div key={id}>
            <dt>{inLanguage(label)}</dt>
            <dd>
              {value ?? t('unknownFact')} <small className="quiet">{source}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
