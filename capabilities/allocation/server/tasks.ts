import type { TaskSource } from '@jincun/http'
import { readInputGrid } from '../index.ts'
import { inputContext } from './save-sheet.ts'
import { latestSheet, provisionalQuotas, runsOfYear } from './store.ts'

/** What the centre must do next for each year whose factor sheet is in the policy data and whose quotas are not published. */
export const tasks: readonly TaskSource[] = [
  {
    action: 'allocation.publish',
    find: async ({ tx, policy }) => {
      const years = [...policy.factorSheets.keys()].sort()
      const open = await Promise.all(
        years.map(async year => {
          if ((await provisionalQuotas(tx, year)).length > 0) return []
          const saved = await latestSheet(tx, year)
          const wrong = saved ? readInputGrid(saved.grid, inputContext(policy, year)).errors.length : 0
          const runs = await runsOfYear(tx, year)
          return [
            {
              id: `allocation-${year}`,
              title: { zh: `测算并发布${year}年示范县预下达数量`, en: `Work out and publish the provisional quotas of ${year}` },
              detail:
                wrong > 0
                  ? { zh: `数据表还有${wrong}处错误待改`, en: `${wrong} errors in the input sheet are to be mended` }
                  : { zh: `已保存${runs.length}次测算，尚未发布`, en: `${runs.length} runs kept, none published` },
              clause: 'notice-2020/5.1',
              due: null,
              href: `/allocation/${year}`,
              state: 'do' as const,
            },
          ]
        }),
      )
      return open.flat()
    },
  },
]
