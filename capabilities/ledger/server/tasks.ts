import type { Task, TaskSource } from '@jincun/http'
import { formatWanYuan } from '@jincun/kernel'
import { moneyView } from './money-routes.ts'

type Rows = Awaited<ReturnType<typeof moneyView>>

/** Counties whose next step is late, oldest first: seen on the first day after the limit, not in an audit. */
function lateTasks(rows: Rows): Task[] {
  return rows.flatMap(row =>
    row.timers
      .filter(timer => timer.state === 'late')
      .map(timer => ({
        id: `late-${timer.step}-${row.countyCode}-${row.budgetYear}-${row.batchYear}`,
        title: {
          zh: `${row.placeName}${row.budgetYear}年资金：${timer.title.zh}已${timer.days}天`,
          en: `${row.placeName}, money of ${row.budgetYear}: ${timer.title.en}, day ${timer.days}`,
        },
        detail: { zh: `期限${timer.limitDays}天，未用 ${formatWanYuan(row.unspent)} 万元`, en: `The limit is ${timer.limitDays} days` },
        clause: timer.clause,
        due: null,
        href: `/ledger/money/${row.countyCode}`,
        state: 'do' as const,
      })),
  )
}

const oldMoney = (rows: Rows): Task[] => {
  const old = rows.filter(row => row.carriedOver?.state === 'to-reclaim' && row.unspent > 0n && !row.countyCode.endsWith('0000'))
  const [first] = old
  if (!first?.carriedOver) return []
  return [
    {
      id: 'carried-over',
      title: { zh: `${old.length}笔存量资金应收回统筹`, en: `${old.length} unspent balances are to be taken back` },
      clause: first.carriedOver.clause,
      due: null,
      href: '/ledger/carried-over',
      state: 'do',
    },
  ]
}

export const tasks: readonly TaskSource[] = [
  { action: 'ledger.allot-to-county', find: async context => lateTasks(await moneyView(context)) },
  { action: 'ledger.contribute', find: async context => lateTasks(await moneyView(context)) },
  { action: 'ledger.reclaim', find: async context => oldMoney(await moneyView(context)) },
]
