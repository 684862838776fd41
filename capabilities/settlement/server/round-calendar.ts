import type { TaskSource } from '@jincun/http'
import { deadlineOf, parameterFor } from '@jincun/policy'
import { roundYears } from '@jincun/reviews/server'

/** For everyone: the next day of the round's calendar, so that whoever has nothing to do knows what comes. */
export const roundCalendar: TaskSource = {
  action: 'signed-in',
  find: async ({ now, policy }) =>
    roundYears(policy, now).flatMap(year => {
      const days = [
        {
          id: 'ranked-list-deadline',
          title: { zh: `各省报送${year}年排序名单和工作方案`, en: `The provinces submit their ranked lists and plans of ${year}` },
          href: `/public/ranked-lists/${year}`,
        },
        {
          id: 'final-list-deadline',
          title: { zh: `各省报送并公布${year}年最终名单`, en: `The provinces submit and publish their final lists of ${year}` },
          href: `/public/final-lists/${year}`,
        },
      ]
      return days
        .map(day => ({ ...day, parameter: parameterFor(policy, day.id, year) }))
        .filter(({ parameter }) => deadlineOf(parameter) > now)
        .map(({ id, title, href, parameter }) => ({
          id: `calendar-${id}-${year}`,
          title,
          clause: parameter.clause,
          due: deadlineOf(parameter).toISOString(),
          href,
          state: 'coming' as const,
        }))
        .slice(0, 1)
    }),
}
