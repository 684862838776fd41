import type { RulesNotMet } from '@jincun/applications'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { finalListCan, finalStateForbids } from './final-list-lifecycle.ts'
import type { FinalListState } from './final-list-lifecycle.ts'
import type { FinalList } from './final-list.ts'

/**
 * Confirms a submitted list (5.5). Between submission and publication the centre may have approved another number, or the ranked list may have
 * been reopened: `findings` are those of this moment, the deadline left out, and a list that no longer meets them goes back to the province.
 */
export function publishFinalList(
  list: FinalList,
  state: FinalListState,
  findings: readonly Finding[],
): Result<{ state: 'published' }, Refusal | RulesNotMet> {
  if (!finalListCan('publish', state)) return refuse(finalStateForbids('publish', state))
  if (mayProceed(findings, list.reasons)) return accept({ state: 'published' })
  return refuse({
    kind: 'rules',
    code: 'final-list-not-publishable',
    message: {
      zh: '最终名单报送后情况有变，现已不符合规定，不能公布；请退回该省修改，或先更正核定数量。',
      en: 'Since it was submitted, the final list no longer meets every rule; return it to the province, or correct the approved number first.',
    },
    findings,
  })
}
