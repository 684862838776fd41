import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { ruleBookFor } from '@jincun/policy'
import { asNextVersion, permitted, take, wantReason } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application, LineRuling } from './application.ts'
import { classifyLine } from './classify-line.ts'
import { lineTitle } from './line-title.ts'
import { linesOf } from './plan-totals.ts'

export type WantedRuling = { id: string; lineId: string; lineName: string; decision: LineRuling['decision'] }

const refusals = {
  gone: {
    kind: 'conflict',
    code: 'line-changed-meanwhile',
    message: {
      zh: '这条预算行已被改名或删除，请按最新内容裁定。',
      en: 'The budget line was renamed or removed. Rule on the latest version.',
    },
  },
  notDoubtful: {
    kind: 'wrong-state',
    code: 'line-not-doubtful',
    message: {
      zh: '只有存疑的预算行需要裁定；属于负面清单的不能裁定放行。',
      en: 'Only a doubtful line is ruled on; a line on the negative list cannot be let through.',
    },
  },
} as const satisfies Record<string, Refusal>

/**
 * The provincial authority rules on a doubtful budget line (3.6): by a named official, with a reason, on the name it saw, once. The ruling
 * is published; a county cannot write one.
 */
export function ruleOnLine(application: Application, wanted: WantedRuling, moment: Moment): Result<Step & { ruling: LineRuling }> {
  const { pack, now, by, reason = '' } = moment
  const open = permitted(application, 'rule', pack, now)
  if (!open.ok) return open
  const lacking = wantReason(reason)
  if (lacking) return refuse(lacking)
  const placed = linesOf(application.content.plan).find(
    ({ project, line }) => line.id === wanted.lineId && lineTitle(project, line) === wanted.lineName,
  )
  if (!placed) return refuse(refusals.gone)
  if (classifyLine(placed, application.rulings, pack, application.year).verdict !== 'doubtful') return refuse(refusals.notDoubtful)
  const clause = ruleBookFor(pack, application.year).plan.find(entry => entry.rule === 'negative-list')?.clause
  if (!clause) return refuse(refusals.notDoubtful)
  const ruling: LineRuling = { ...wanted, reason, clause, ruledBy: by, ruledAt: now.toISOString() }
  const step = take(open.value, 'rule', moment)
  return accept({ ...step, application: asNextVersion({ ...step.application, rulings: [...application.rulings, ruling] }), ruling })
}
