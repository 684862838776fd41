import type { ReactNode } from 'react'
import type { ClauseRef } from '@jincun/policy'
import { ClauseLink, useBilingual, useText } from '@jincun/ui'
import type { FactSource } from '../index.ts'
import { AnswerTag } from './answer-tag.tsx'
import type { YesNoUnknown } from './answer-tag.tsx'
import { cardMessages } from './card-messages.ts'

export type Fact = {
  title: string
  answer: YesNoUnknown
  detail: ReactNode
  clause: ClauseRef
  /** null for what this system records itself. */
  source: FactSource | null
}

function Origin({ source }: { source: FactSource }): ReactNode {
  const t = useText(cardMessages)
  const inLanguage = useBilingual()
  return (
    <p className="fact-origin quiet">
      {source.source === '-' ? null : <span>{t('sourceAsOf', { source: source.source, asOf: source.asOf })}</span>}
      {source.gap ? <span className="fact-gap">{inLanguage(source.gap)}</span> : null}
    </p>
  )
}

/** What is known of a county, fact by fact: the answer, what it rests on, the clause it matters to, and the gap. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="fact-list">
      {facts.map(fact => (
        <div key={fact.title} className="fact">
          <dt>
            {fact.title}
            <ClauseLink clause={fact.clause} />
          </dt>
          <dd>
            <p className="fact-answer">
              <AnswerTag answer={fact.answer} />
              <span>{fact.detail}</span>
            </p>
            {fact.source ? <Origin source={fact.source} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
