import { useEffect, useState } from 'react'
import type { Finding } from '@jincun/policy'
import { request } from '@jincun/ui'
import type { GateVerdict, PlanLine } from '../index.ts'

export type SpendingWords = { lineId: string; name: string; category: string; under: string; centralFen: string }
export type SpendingCheck = {
  lineId: string
  proposed: string[]
  verdict: GateVerdict['verdict']
  because: GateVerdict['because']
  finding: Finding
}

/** Asks again whenever what is sent changes, after a moment's rest; null while nothing is known, so that nothing looks clear too early. */
function usePosted<T>(path: string, body: unknown, wanted: boolean): T | null {
  const [answer, setAnswer] = useState<{ text: string; value: T } | null>(null)
  const text = JSON.stringify(body)
  useEffect(() => {
    if (!wanted) return
    let current = true
    const timer = setTimeout(() => {
      request<T>('POST', path, JSON.parse(text))
        .then(value => (current ? setAnswer({ text, value }) : undefined))
        .catch(() => (current ? setAnswer(null) : undefined))
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [path, text, wanted])
  return answer?.text === text ? answer.value : null
}

/** What kind of spending names sound like and what the negative list says of each (3.6); saves nothing. */
export const useSpendingChecks = (county: string, year: number, spendings: readonly SpendingWords[]): SpendingCheck[] | null =>
  usePosted<{ rows: SpendingCheck[] }>(`/api/projects/${county}/spending-checks`, { year, spendings }, spendings.length > 0)?.rows ?? null

/** What the rules say of a plan that is still being written; saves nothing. */
export const useDraftFindings = (
  county: string,
  draft: { year: number; lines: readonly PlanLine[]; reasons: Record<string, string> },
): Finding[] | null =>
  usePosted<{ findings: Finding[] }>(`/api/projects/${county}/plan-draft-findings`, draft, draft.lines.length > 0)?.findings ?? null
