import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import type { ReviewRound } from '../../index.ts'
import { messages } from './round-messages.ts'

const steps = ['prepare', 'commit', 'draw', 'panel', 'score', 'close', 'publish'] as const

/** How many steps are behind; a confirmed round waits only for its publication. */
const behind: Record<ReviewRound['state'], number> = {
  preparing: 0,
  committed: 2,
  inviting: 3,
  scoring: 4,
  closed: 5,
  confirmed: 6,
  cancelled: 0,
}

/** The steps of a round in one line: what is done, what is under way, what lies ahead. */
export function RoundSteps({ state, published }: { state: ReviewRound['state']; published: boolean }): ReactNode {
  const t = useText(messages)
  if (state === 'cancelled') return null
  const done = published ? steps.length : behind[state]
  return (
    <ol className="round-steps" aria-label={t('steps')}>
      {steps.map((step, index) => {
        const how = index < done ? 'done' : index === done ? 'current' : 'ahead'
        return (
          <li key={step} data-how={how} aria-current={how === 'current' ? 'step' : undefined}>
            <span className="round-step-number number" aria-hidden="true">
              {how === 'done' ? '✓' : index + 1}
            </span>
            {t(`step_${step}`)}
            <span className="visually-hidden">（{t(how)}）</span>
          </li>
        )
      })}
    </ol>
  )
}
