import { addDays, monthsBetween, shanghaiDate } from '@jincun/kernel'
import type { Bilingual, ReportType } from '@jincun/policy'
import type { FormVersion } from './form-report.ts'

/** `late` came after its day, `back-filled` after the day of the next period too; both stay apart from what came on time for ever. */
export type FormState = 'on-time' | 'late' | 'back-filled' | 'missing' | 'not-due'

export const formStateLabels: Record<FormState, Bilingual> = {
  'on-time': { zh: '按时', en: 'On time' },
  late: { zh: '迟报', en: 'Late' },
  'back-filled': { zh: '补报', en: 'Back-filled' },
  missing: { zh: '缺报', en: 'Missing' },
  'not-due': { zh: '未到期', en: 'Not due yet' },
}

/** A form of a period: by when it is owed and what came. `corrections` are the versions after the first. */
export type FormDue = {
  form: string
  title: Bilingual
  period: string
  dueOn: string
  state: FormState
  enteredAt: Date | null
  version: number
  corrections: number
  rows: number
}

function nextPeriod(period: string): string {
  if (period.length === 10) return addDays(period, 1)
  if (period.length === 4) return String(Number(period) + 1)
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))]
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

const firstDay = (period: string): string => (period.length === 10 ? period : period.length === 4 ? `${period}-01-01` : `${period}-01`)

/** The day a report of a year, a month or a day is due: so many days after the period's last. */
export const formDueOn = (type: Pick<ReportType, 'dueDays'>, period: string): string =>
  addDays(firstDay(nextPeriod(period)), type.dueDays - 1)

/** Periods of a form from the day a county began until the one a day lies in, oldest first. */
export function formPeriods(type: ReportType, since: string, today: string): string[] {
  if (type.period === 'year') return [...new Set(monthsBetween(since.slice(0, 7), today.slice(0, 7)).map(month => month.slice(0, 4)))]
  return monthsBetween(since.slice(0, 7), today.slice(0, 7))
}

/** Whether a report of a period came in time, came at all, or is not due yet; `enteredOn` is the day its first version came. */
export function stateOfPeriod(type: Pick<ReportType, 'dueDays'>, period: string, enteredOn: string | null, today: string): FormState {
  const dueOn = formDueOn(type, period)
  if (enteredOn === null) return today <= dueOn ? 'not-due' : 'missing'
  if (enteredOn <= dueOn) return 'on-time'
  return enteredOn <= formDueOn(type, nextPeriod(period)) ? 'late' : 'back-filled'
}

/** Which forms a county owes for which periods, the latest first. The first version decides whether one came in time; a correction does not. */
export function formsDue(
  types: readonly ReportType[],
  versions: readonly Pick<FormVersion, 'form' | 'period' | 'version' | 'enteredAt' | 'rows'>[],
  since: string,
  today: string,
): FormDue[] {
  const due = types.flatMap(type =>
    formPeriods(type, since, today).map((period): FormDue => {
      const own = versions.filter(each => each.form === type.id && each.period === period).sort((a, b) => a.version - b.version)
      const [first, last] = [own[0], own.at(-1)]
      return {
        form: type.id,
        title: type.title,
        period,
        dueOn: formDueOn(type, period),
        state: stateOfPeriod(type, period, first ? shanghaiDate(first.enteredAt) : null, today),
        enteredAt: last?.enteredAt ?? null,
        version: last?.version ?? 0,
        corrections: Math.max(0, own.length - 1),
        rows: last?.rows.length ?? 0,
      }
    }),
  )
  return due.sort((a, b) => b.dueOn.localeCompare(a.dueOn) || a.form.localeCompare(b.form))
}
