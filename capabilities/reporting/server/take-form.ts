import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import { wantFiles } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { checkForm, handInForm, withPeriod } from '../index.ts'
import type { FormOccasion, FormOrder, FormRow, HandedIn } from '../index.ts'
import { formHasFaults, wheresOf } from './form-answer.ts'
import { formGround } from './form-ground.ts'
import { holdForm, insertFormVersion, versionsOfForm } from './form-store.ts'

export type TakenForm = HandedIn & { rows: number; validateOnly: boolean }

type At = { rows?: readonly number[]; sheet?: string | null }

const idUsed = {
  kind: 'conflict' as const,
  code: 'id-used-for-another-record',
  message: { zh: '这个编号已用于另一份报表，请刷新后重试。', en: 'This id was used for another form; reload and try again.' },
}

const trimmed = (row: FormRow): FormRow => Object.fromEntries(Object.entries(row).map(([id, text]) => [id, text.trim()]))

/** Checks a form cell by cell and, unless it is only to be checked, keeps it as the next version of its period. */
export async function takeForm(
  work: Work,
  type: ReportType,
  occasion: FormOccasion,
  order: FormOrder & { validateOnly: boolean },
  at: At = {},
): Promise<Result<TakenForm>> {
  const { tx, policy, caller, now } = work
  const completed = order.rows.map(row => withPeriod(type, occasion.period, trimmed(row)))
  const { rows, ground } = await formGround(tx, policy, type, occasion, completed)
  const paper = await wantFiles(tx, occasion.countyCode, [order.paperFileId])
  if (!paper.ok) return paper
  const faults = checkForm(ground, rows)
  if (faults.length > 0) return refuse(formHasFaults(wheresOf(type, faults, at)))
  await holdForm(tx, occasion)
  const standing = (await versionsOfForm(tx, occasion)).at(-1)
  const handed = handInForm(type, standing, { ...order, rows })
  // A file that is only checked has no version to have seen and needs no reason yet.
  if (order.validateOnly)
    return accept({ next: standing?.version ?? 0, unchanged: true, differences: [], rows: rows.length, validateOnly: true })
  if (!handed.ok) return handed
  const answer = { ...handed.value, rows: rows.length, validateOnly: false }
  if (handed.value.unchanged) return accept(answer)
  const version = {
    ...occasion,
    id: order.id,
    version: handed.value.next,
    typeVersion: type.version,
    rows,
    reason: standing ? order.reason.trim() : '',
    channel: order.channel,
    paperFileId: order.paperFileId,
    enteredAt: now,
    enteredBy: caller.personId,
  }
  if (!(await insertFormVersion(tx, version, caller.realm))) return refuse(idUsed)
  await work.audit({
    countyCode: occasion.countyCode,
    action: occasion.reporter === '' ? 'reporting.forms-enter' : 'reporting.contract-forms',
    recordKind: 'form_version',
    recordId: order.id,
    before: standing ? { version: standing.version } : null,
    after: { reporter: occasion.reporter, form: occasion.form, period: occasion.period, version: version.version, rows: rows.length },
    ...(version.reason ? { reason: version.reason } : {}),
  })
  return accept(answer)
}
