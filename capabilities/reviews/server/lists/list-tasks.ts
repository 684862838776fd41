import type { Task, TaskSource } from '@jincun/http'
import { designationData } from '@jincun/designation/server'
import { parameterFor, ruleBookFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { extensionOf, rankedListStateAt } from '../../index.ts'
import { closingOf, provinceName } from './list-facts.ts'
import { listsOfYear } from './list-store.ts'

/** Rounds whose lists are due in this year of the clock; a year without a rule book has none. */
export const roundYears = (policy: PolicyPack, now: Date): number[] =>
  [...policy.ruleBooks.keys()].filter(year => closingOf(policy, year).getUTCFullYear() === now.getUTCFullYear())

const words = {
  draft: { zh: '报送排序名单、评选依据和省级工作方案', en: 'Submit the ranked list, its basis and the provincial plan' },
  reopened: { zh: '在裁定期限内重新报送排序名单', en: 'Submit the reopened list before the ruling ends' },
  submitted: { zh: '排序名单已报送，等待三部门核定数量', en: 'The ranked list is submitted; the centre sets the final number' },
  forfeited: { zh: '排序名单未按规定报送，视同自动放弃', en: 'The ranked list was not submitted as prescribed: forfeited' },
}

/** For a province: its own list. */
const provinceTasks: TaskSource = {
  action: 'ranked-lists.edit',
  find: async ({ tx, caller, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const records = new Map((await listsOfYear(tx, year)).map(record => [record.list.provinceCode, record]))
      const provinces = new Set(caller.grants.map(grant => grant.placeCode).filter(code => /^\d\d0000$/.test(code) && code !== '000000'))
      for (const provinceCode of provinces) {
        const events = records.get(provinceCode)?.events ?? []
        const state = rankedListStateAt(events, closingOf(policy, year), now)
        const due = extensionOf(events)?.until ?? closingOf(policy, year)
        const open = state === 'draft' || state === 'reopened'
        tasks.push({
          id: `ranked-list-${year}-${provinceCode}`,
          title: words[state],
          detail: { zh: `${provinceName(provinceCode)}，${year}年`, en: `${provinceName(provinceCode)}, ${year}` },
          clause: parameterFor(policy, 'ranked-list-deadline', year).clause,
          due: open ? due.toISOString() : null,
          href: `/ranked-lists/${year}/${provinceCode}`,
          state: open ? 'do' : state === 'submitted' ? 'waiting' : 'done',
        })
      }
    }
    return tasks
  },
}

/** For the centre: how many lists are in, and which are late and wait for a record or a ruling. */
const centralTasks: TaskSource = {
  action: 'ranked-lists.rule',
  find: async ({ tx, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const records = await listsOfYear(tx, year)
      const closes = closingOf(policy, year)
      const submitted = records.filter(record => rankedListStateAt(record.events, closes, now) === 'submitted').length
      const all = designationData().places.provinces.length
      const over = now.getTime() >= closes.getTime()
      tasks.push({
        id: `ranked-lists-${year}`,
        title: over
          ? { zh: '处理逾期未报的排序名单', en: 'Deal with the ranked lists that are late' }
          : { zh: '等待各省报送排序名单', en: 'The provinces are submitting their ranked lists' },
        detail: { zh: `${year}年已报送${submitted}个省`, en: `${submitted} of ${all} submitted for ${year}` },
        clause: ruleBookFor(policy, year).list.find(rule => rule.rule === 'submitted-in-time')?.clause ?? `notice-${year}/5.3`,
        due: closes.toISOString(),
        href: `/ranked-lists/${year}`,
        state: over ? 'do' : 'waiting',
      })
    }
    return tasks
  },
}

export const listTasks: readonly TaskSource[] = [provinceTasks, centralTasks]
