import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { useBilingual, useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { ClauseLink } from './clause-link.tsx'
import { FindingList } from './finding-list.tsx'
import { Notice } from './notice.tsx'

/** A refused write, in place: the sentence of the server, every wrong field, and the rules not met. */
export function ProblemNotice({ problem }: { problem: Problem | null }): ReactNode {
  const inLanguage = useBilingual()
  const t = useText(uiMessages)
  if (!problem) return null
  return (
    <>
      <Notice tone="must" alert title={inLanguage(problem.text)}>
        {problem.errors.length > 1 ? (
          <ul>
            {problem.errors.map(error => (
              <li key={`${error.where} ${error.message.en}`}>
                {error.where}：{inLanguage(error.message)}
              </li>
            ))}
          </ul>
        ) : null}
        {problem.clause && problem.findings.length === 0 ? (
          <p>
            {t('clause')} <ClauseLink clause={problem.clause} />
          </p>
        ) : null}
      </Notice>
      {problem.findings.length > 0 ? <FindingList findings={problem.findings} /> : null}
    </>
  )
}
