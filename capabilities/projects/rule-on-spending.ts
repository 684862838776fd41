import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'
import { doubtsOf, gateTitle, judgeAtGate } from './gate.ts'
import type { GatedSpending } from './gate.ts'
import type { Door, GateRuling, NamedOfficial } from './gate-ruling.ts'

const notDoubtful: Bare = {
  kind: 'wrong-state',
  code: 'line-not-doubtful',
  message: {
    zh: '只有存疑且已确认支出类别的支出需要裁定；属于负面清单的不能裁定放行。',
    en: 'Only a doubtful spending with a confirmed kind is ruled on; one on the negative list cannot be let through.',
  },
}
const noOffice: Bare = {
  kind: 'forbidden',
  code: 'ruling-needs-a-named-official',
  message: {
    zh: '裁定须由有单位、有姓名的官员本人作出。',
    en: 'A ruling is made by an official with a name and an office.',
  },
}

type Wanted = { id: string; countyCode: string; door: Door; decision: GateRuling['decision']; reason: string }

/** A named official rules on a doubtful spending (3.6). What is prohibited, clear or already ruled on is not ruled on. */
export function ruleOnSpending(
  spending: GatedSpending,
  wanted: Wanted,
  rulings: readonly GateRuling[],
  by: NamedOfficial,
  moment: { pack: PolicyPack; year: number; now: Date },
): Result<GateRuling> {
  const { pack, year, now } = moment
  if (by.name.trim() === '' || by.office.trim() === '') return refuse(citing(noOffice, clausesOf(year).negativeList))
  const { because, matches } = judgeAtGate(spending, rulings, pack, year)
  if (because !== 'doubtful') return refuse(citing(notDoubtful, clausesOf(year).negativeList))
  const clause = listFor(pack, 'negative-list', year)[0]?.clause ?? `notice-${year}/3.6`
  const on = { lineId: spending.lineId, title: gateTitle(spending), doubts: doubtsOf(matches) }
  return accept({ ...wanted, ...on, year, clause, ruledBy: by, ruledAt: now.toISOString() })
}
