import { moveClause } from '@jincun/ledger'
import type { Task, TaskSource } from '@jincun/http'
import { parameterFor } from '@jincun/policy'
import { roundYears, submittedLists } from '@jincun/reviews/server'
import { finalListsOfYear } from './final-store.ts'
import { finalClosingOf } from './final-view.ts'
import { allotmentTasks } from './allotment-tasks.ts'
import { roundCalendar } from './round-calendar.ts'
import { latestApprovals, latestReviews, settledLines } from './settlement-store.ts'

/** For a province: name its counties once its number is approved. */
const provinceTasks: TaskSource = {
  action: 'final-lists.edit',
  find: async ({ tx, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const lists = new Map((await finalListsOfYear(tx, year)).map(record => [record.list.provinceCode, record]))
      for (const [provinceCode, approval] of await latestApprovals(tx, year)) {
        const state = lists.get(provinceCode)?.state ?? 'draft'
        tasks.push({
          id: `final-list-${year}-${provinceCode}`,
          title:
            state === 'draft'
              ? { zh: `按核定的${approval.approved}个报送最终名单`, en: `Submit the final list of ${approval.approved} counties` }
              : { zh: '最终名单已报送', en: 'The final list is submitted' },
          clause: parameterFor(policy, 'final-list-deadline', year).clause,
          due: state === 'draft' ? finalClosingOf(policy, year).toISOString() : null,
          href: `/final-lists/${year}/${provinceCode}`,
          state: state === 'draft' ? 'do' : state === 'submitted' ? 'waiting' : 'done',
        })
      }
    }
    return tasks
  },
}

/** For the centre: plans to score, numbers to approve, money to settle, final lists to publish. */
const centralTasks: TaskSource = {
  action: 'settlement.decide',
  find: async ({ tx, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const submitted = [...(await submittedLists(tx, policy, year, now)).values()].filter(list => list.state === 'submitted')
      if (submitted.length === 0) continue
      const reviews = await latestReviews(tx, year)
      const approvals = await latestApprovals(tx, year)
      const settled = await settledLines(tx, year)
      const waiting = submitted.filter(list => !approvals.has(list.provinceCode)).length
      const unscored = submitted.filter(list => !reviews.has(list.provinceCode)).length
      tasks.push({
        id: `settlement-${year}`,
        title:
          waiting > 0
            ? { zh: '评审省级方案并核定数量', en: 'Review the provincial plans and approve the numbers' }
            : { zh: '结算资金（多退少补）', en: 'Settle the money' },
        detail:
          waiting > 0
            ? {
                zh: `待评审${unscored}个省，待核定${waiting}个省；各省核定后才能报送最终名单`,
                en: `${unscored} plans to score, ${waiting} numbers to approve; the final lists wait for them`,
              }
            : { zh: `已核定${approvals.size}个省`, en: `${approvals.size} provinces approved` },
        clause: moveClause(policy, 'approved-number', year),
        // The clause sets no day of its own: the numbers are wanted before the final lists that follow them close (5.5).
        due: waiting > 0 ? finalClosingOf(policy, year).toISOString() : null,
        href: `/settlement/${year}`,
        state: settled.length > 0 ? 'done' : 'do',
      })
    }
    return tasks
  },
}

export const tasks: readonly TaskSource[] = [provinceTasks, centralTasks, ...allotmentTasks, roundCalendar]
