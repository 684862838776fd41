import type { Task, TaskSource } from '@jincun/http'
import { formatWanYuan } from '@jincun/kernel'
import { moveClause } from '@jincun/ledger'
import { provinceName, roundYears } from '@jincun/reviews/server'
import { countyMoney } from './county-allotments.ts'
import { finalListsOfYear } from './final-store.ts'
import { postedByProvince, toPost } from './posted-money.ts'
import { advancesOf, settledLines } from './settlement-store.ts'

/** For the centre: what the settlement decided has to reach the ledger (5.4). */
const settlementToPost: TaskSource = {
  action: 'settlement.decide',
  find: async ({ tx, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const settled = await settledLines(tx, year)
      if (settled.length === 0) continue
      const advances = Map.groupBy(await advancesOf(tx, year), advance => advance.provinceCode)
      const due = toPost(settled, await postedByProvince(tx, { advances, settled }))
      tasks.push({
        id: `settlement-to-ledger-${year}`,
        title:
          due.length > 0
            ? { zh: `按结算结果下达${due.length}个省的补拨与退回`, en: `Post the settlement of ${due.length} provinces` }
            : { zh: '结算资金已全部下达', en: 'The settlement is posted' },
        clause: moveClause(policy, 'settlement', year),
        due: null,
        href: `/settlement/${year}`,
        state: due.length > 0 ? 'do' : 'done',
      })
    }
    return tasks
  },
}

/** For provincial finance: counties of a published list whose money has not been allotted (5.6). */
const countiesToPay: TaskSource = {
  action: 'ledger.allot-to-county',
  find: async ({ tx, now, policy }) => {
    const tasks: Task[] = []
    for (const year of roundYears(policy, now)) {
      const settled = await settledLines(tx, year)
      for (const record of await finalListsOfYear(tx, year)) {
        const { list } = record
        const money = await countyMoney(tx, record, settled)
        const lacking = (money?.counties ?? []).filter(({ remainder, movements }) => remainder > 0n && movements.length === 0)
        if (lacking.length === 0) continue
        const sum = lacking.reduce((total, { remainder }) => total + remainder, 0n)
        tasks.push({
          id: `final-list-to-ledger-${year}-${list.provinceCode}`,
          title: { zh: `把资金下达到最终名单的${lacking.length}个县`, en: `Allot to ${lacking.length} counties of the final list` },
          detail: {
            zh: `${provinceName(list.provinceCode)}，尚缺 ${formatWanYuan(sum)} 万元`,
            en: `${formatWanYuan(sum)} × 10,000 yuan lacking`,
          },
          clause: moveClause(policy, 'county-allotment', year),
          due: null,
          href: `/final-lists/${year}/${list.provinceCode}`,
          state: 'do',
        })
      }
    }
    return tasks
  },
}

export const allotmentTasks: readonly TaskSource[] = [settlementToPost, countiesToPay]
