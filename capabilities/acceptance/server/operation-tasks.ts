import { lastSecondOf } from '@jincun/kernel'
import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Task, TaskSource } from '@jincun/http'
import { parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { listRecords, sitesOfProject, today } from '@jincun/projects/server'
import { checksToMake, dueChecks } from '../index.ts'
import type { Acceptance, DueCheck } from '../index.ts'
import { acceptances, operationChecks } from './kinds.ts'

const endOf = (day: string): string => new Date(lastSecondOf(day)).toISOString()

/** All checks after the acceptances of one county and year, made or not. */
async function checksAfter(tx: Transaction, accepted: readonly Acceptance[], policy: PolicyPack, day: string): Promise<DueCheck[]> {
  const all: DueCheck[] = []
  for (const acceptance of accepted) {
    const sites = await sitesOfProject(tx, acceptance.countyCode, acceptance.projectId)
    const made = await listRecords(tx, operationChecks, sql`county_code = ${acceptance.countyCode} and acceptance_id = ${acceptance.id}`)
    all.push(...dueChecks(acceptance, sites, made, policy, day))
  }
  return all
}

/** What the office is told: visits to make with the day of the first, else that all is visited and when the next visit falls due. */
function wordsOf(all: readonly DueCheck[], open: readonly DueCheck[], day: string): Pick<Task, 'title' | 'detail' | 'due' | 'state'> {
  const [first] = open
  if (first) {
    const late = open.filter(check => check.late).length
    return {
      title: { zh: `运营回访：${open.length}次到期或临近到期`, en: `Check operation: ${open.length} visits are due or soon will be` },
      detail: {
        zh: `${first.siteName}，验收后${first.months}个月，${first.due}到期${late > 0 ? `；已逾期${late}个` : ''}`,
        en: `${first.siteName}, ${first.months} months after acceptance, due ${first.due}${late > 0 ? `; ${late} overdue` : ''}`,
      },
      due: endOf(first.due),
      state: 'do',
    }
  }
  const [next] = all
    .filter(check => !check.done && check.due > day)
    .map(({ due }) => due)
    .sort()
  return {
    title: { zh: '运营回访：目前没有待办', en: 'Checks of operation: nothing to do now' },
    ...(next ? { detail: { zh: `下一次${next}到期`, en: `The next is due ${next}` } } : {}),
    due: null,
    state: 'done',
  }
}

/** For the county office: checks of operation 3, 6 and 12 months after acceptance that are overdue or near (6.3), one task a county and year. */
export const operationTasks: TaskSource = {
  action: 'acceptance.check',
  find: async ({ tx, policy, now }) => {
    const accepted = await listRecords(tx, acceptances, sql`state = 'accepted'`)
    const day = today({ now })
    const tasks: Task[] = []
    for (const [key, group] of Map.groupBy(accepted, ({ countyCode, year }) => `${countyCode}-${year}`)) {
      const [{ countyCode = '', year = 0 } = {}] = group
      const all = await checksAfter(tx, group, policy, day)
      if (all.length === 0) continue
      tasks.push({
        id: `operation-checks-${key}`,
        clause: parameterFor(policy, 'operation-check-months', year).clause,
        href: `/operation-checks/${countyCode}`,
        ...wordsOf(all, checksToMake(all, year, policy, day), day),
      })
    }
    return tasks
  },
}
