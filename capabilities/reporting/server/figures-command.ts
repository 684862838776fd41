import { sql } from '@jincun/db'
import type { Command } from '@jincun/http'
import { accept, formatYuan, refuse } from '@jincun/kernel'
import type { FigureSums } from '../index.ts'
import { readFigures } from './figures-view.ts'
import type { FiguresView } from './figures-view.ts'

const line = (label: string, sums: FigureSums | null): string =>
  sums === null
    ? `  ${label}  无数据 no data`
    : `  ${label}  ${String(sums.orders).padStart(10)} orders  ${formatYuan(sums.amountFen).padStart(18)} yuan, refunded ${formatYuan(
        sums.refundedFen,
      )}, net ${formatYuan(sums.netFen)}`

function textOf({ place, from, to, up, down, months, coverage }: FiguresView): string {
  return [
    `${place.code} ${place.name}  ${from} – ${to}  as of ${coverage.asOf ?? '—'}; ${coverage.countiesWithData} of ${coverage.counties} counties have data`,
    line('上行 up  ', up),
    line('下行 down', down),
    ...months.flatMap(each => [line(`${each.month} up  `, each.up), line(`${each.month} down`, each.down)]),
  ].join('\n')
}

/** `jincun figures --place CODE --from M --to M`: what the dashboards show, from the same roll-ups. */
export const figuresCommand: Command = {
  name: 'figures',
  summary: 'Figures of a place by month, direction and category, with as-of time and coverage',
  usage: 'figures --place CODE --from 2020-01 --to 2020-12 [--json]   (000000 is the nation; up and down are never added)',
  options: { place: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  run: async ({ values: { place, from, to }, policy, openDatabase }) => {
    if (typeof place !== 'string' || typeof from !== 'string' || typeof to !== 'string')
      return refuse({
        kind: 'invalid',
        code: 'wrong-use',
        where: 'figures',
        message: { zh: '请写明 --place、--from、--to。', en: 'Give --place, --from and --to.' },
      })
    const opened = await openDatabase()
    if (!opened.ok) return opened
    const figures = await opened.value.transaction({ personId: null, realm: '', jurisdictions: ['*'] }, 'snapshot', async tx => {
      const ready = await tx.row<{ table: string | null }>(sql`select to_regclass('transaction_rollup')::text as table`)
      if (ready?.table) return readFigures(tx, policy, { place, from, to })
      return refuse({
        kind: 'not-found' as const,
        code: 'no-reporting',
        message: {
          zh: '数据库里还没有报送数据表；请先启动一次程序。',
          en: 'The database has no tables of reporting yet: start the program once.',
        },
      })
    })
    return figures.ok ? accept({ json: figures.value, text: textOf(figures.value) }) : figures
  },
}
