import type { Task, TaskSource } from '@jincun/http'
import { addDays, formatWanYuan, lastSecondOf } from '@jincun/kernel'
import { moneyRulesOf, moneyView } from './money-routes.ts'

type Rows = Awaited<ReturnType<typeof moneyView>>

/** Steps whose limit ends within these days are on the home too. */
const daysAhead = 5

/** Steps that are about to be due: seen before the limit is passed. */
function dueTasks(rows: Rows): Task[] {
  return rows.flatMap(row =>
    row.timers
      .filter(timer => timer.state === 'running' && timer.limitDays - (timer.days ?? 0) <= daysAhead)
      .map(timer => ({
        id: `due-${timer.step}-${row.countyCode}-${row.budgetYear}-${row.batchYear}`,
        title: {
          zh: `${row.placeName}${row.budgetYear}年资金：${timer.title.zh}第${timer.days}天，期限${timer.limitDays}天`,
          en: `${row.placeName}, money of ${row.budgetYear}: ${timer.title.en}, day ${timer.days} of ${timer.limitDays}`,
        },
        clause: timer.clause,
        due: timer.since === null ? null : lastSecondOf(addDays(timer.since, timer.limitDays)),
        href: `/ledger/money/${row.countyCode}`,
        state: 'do' as const,
      })),
  )
}

/** Places whose next step is late: seen on the first day after the limit, not in an audit. */
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
        due: timer.since === null ? null : lastSecondOf(addDays(timer.since, timer.limitDays)),
        href: `/ledger/money/${row.countyCode}`,
        state: 'do' as const,
      })),
  )
}

const oldMoney = (rows: Rows): Task[] => {
  const old = rows.filter(row => row.carriedOver?.state === 'to-reclaim' && row.unspent > 0n)
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

/** Money is there and the rules of the year are not: nobody is judged by another year's, and nobody overlooks it. */
function missingRules(context: Parameters<TaskSource['find']>[0], rows: Rows): Task[] {
  const { year, missing } = moneyRulesOf(context)
  if (rows.length === 0 || missing.length === 0) return []
  return [
    {
      id: `money-rules-${year}`,
      title: {
        zh: `请补全${year}年的资金参数，时限与存量判定才能进行`,
        en: `Fill the money parameters of ${year}: without them nothing is timed`,
      },
      detail: { zh: missing.join('、'), en: missing.join(', ') },
      clause: 'notice-2020/3.7',
      due: null,
      href: '/ledger',
      state: 'do',
    },
  ]
}

const late = async (context: Parameters<TaskSource['find']>[0]): Promise<Task[]> => {
  const rows = await moneyView(context)
  return [...lateTasks(rows), ...dueTasks(rows)]
}

export const tasks: readonly TaskSource[] = [
  { action: 'ledger.allot-to-county', find: late },
  { action: 'ledger.contribute', find: late },
  {
    action: 'ledger.reclaim',
    find: async context => {
      const rows = await moneyView(context)
      return [...missingRules(context, rows), ...oldMoney(rows)]
    },
  },
]
