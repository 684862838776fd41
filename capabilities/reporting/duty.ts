import type { Bilingual } from '@jincun/policy'

/** A report of one period that is missing or does not hold, and why. */
export type DutyFault = { period: string; kind: 'missing' | 'invalid'; why: Bilingual }

/**
 * What one contract owes of one form for one site and month (6.4d). A daily report counts one a day, every other one a month. `required` counts what
 * is due; `present` what of it came; `valid` what came and holds; `onTime`, `late` and `backFilled` part what came, by its first version, for ever.
 */
export type Duty = {
  contractId: string
  contractNumber: string
  contractor: string
  /** null where the form is of the contract as a whole. */
  siteId: string | null
  siteName: string
  station: string
  form: string
  title: Bilingual
  /** The month, '2020-04'. */
  period: string
  /** The first day on which something of it that is not here was or will be due; the last due day where all came. */
  dueOn: string
  required: number
  present: number
  valid: number
  onTime: number
  late: number
  backFilled: number
  corrections: number
  onPaper: number
  faults: DutyFault[]
}

/** One number, and what it is made of. */
export type DutySummary = Pick<Duty, 'required' | 'present' | 'valid' | 'onTime' | 'late' | 'backFilled'> & { missing: number }

/** Adds duties up; nothing that is not due yet is in the number. */
export function summariseDuties(duties: readonly Duty[]): DutySummary {
  const sum = (of: (duty: Duty) => number): number => duties.reduce((total, duty) => total + of(duty), 0)
  const [required, present] = [sum(each => each.required), sum(each => each.present)]
  return {
    required,
    present,
    valid: sum(each => each.valid),
    onTime: sum(each => each.onTime),
    late: sum(each => each.late),
    backFilled: sum(each => each.backFilled),
    missing: required - present,
  }
}

/** Whether something of it is to be handed in or mended: it is missing, does not hold, or falls due. */
export const isOpen = ({ required, valid, faults, present }: Duty): boolean =>
  valid < required || faults.length > 0 || (required === 0 && present === 0)
