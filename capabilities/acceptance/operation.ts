import { daysBetween } from '@jincun/kernel'
import { countOf, idsOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { Site } from '@jincun/projects'
import type { Acceptance, OperationCheck } from './acceptance.ts'

const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10)
}

export type DueCheck = {
  acceptanceId: string
  siteId: string
  siteName: string
  months: number
  /** First day on which a visit counts as this check. */
  due: string
  /** Day on which the next check falls due and a visit no longer counts as this one. */
  until: string
  done: boolean
  late: boolean
}

/** Checks of operation that fall due after an acceptance (6.3), with whether each was made on or after its day. */
export function dueChecks(
  acceptance: Acceptance,
  sites: readonly Site[],
  checks: readonly OperationCheck[],
  pack: PolicyPack,
  today: string,
): DueCheck[] {
  const { acceptedOn, id, year } = acceptance
  if (!acceptedOn) return []
  const months = idsOf(parameterFor(pack, 'operation-check-months', year)).map(Number)
  return sites.flatMap(site =>
    months.map((after, index) => {
      const due = addMonths(acceptedOn, after)
      const until = index + 1 < months.length ? addMonths(acceptedOn, months[index + 1] ?? after) : '9999-12-31'
      const done = checks.some(
        check => check.acceptanceId === id && check.siteId === site.id && check.checkedOn >= due && check.checkedOn < until,
      )
      return { acceptanceId: id, siteId: site.id, siteName: site.name, months: after, due, until, done, late: !done && today > due }
    }),
  )
}

/** Whether a day lies in the time of a check: from its day until the next falls due (6.3). Asked by route, page and tasks alike. */
export const mayCheck = ({ due, until }: Pick<DueCheck, 'due' | 'until'>, day: string): boolean => due <= day && day < until

/** Checks that can still be made and are due within the days of the year, the first due first (6.3); one whose time is over cannot be made up. */
export function checksToMake(due: readonly DueCheck[], year: number, pack: PolicyPack, today: string): DueCheck[] {
  const ahead = countOf(parameterFor(pack, 'operation-check-alarm-days', year))
  return due
    .filter(check => !check.done && (mayCheck(check, today) || (today < check.due && daysBetween(today, check.due) <= ahead)))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** Closed, another business under the sign, or no activity for the year's number of days: a reason to go there, never a verdict. */
export type DormantSite = { siteId: string; because: 'closed' | 'other-business' | 'no-activity' }

export function dormantSites(checks: readonly OperationCheck[], year: number, pack: PolicyPack): DormantSite[] {
  const days = countOf(parameterFor(pack, 'dormant-days', year))
  return [...Map.groupBy(checks, ({ siteId }) => siteId)].flatMap(([siteId, own]): DormantSite[] => {
    const last = own.toSorted((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1)).at(-1)
    if (!last || last.state === 'not-reached') return []
    if (last.state === 'closed' || last.state === 'other-business') return [{ siteId, because: last.state }]
    const idle = last.lastActivityOn === null || daysBetween(last.lastActivityOn, last.checkedOn) > days
    return idle ? [{ siteId, because: 'no-activity' as const }] : []
  })
}
