import { sql } from '@jincun/db'
import type { Task, TaskSource } from '@jincun/http'
import { listRecords } from '@jincun/projects/server'
import type { AcceptanceState } from '../index.ts'
import { acceptances } from './kinds.ts'

const source = (action: string, states: readonly AcceptanceState[], zh: string, en: string): TaskSource => ({
  action,
  find: async ({ tx }) =>
    (await listRecords(tx, acceptances, sql`state = any(${[...states]})`)).map(
      ({ id, countyCode, year }): Task => ({
        id: `acceptance-${action}-${id}`,
        title: { zh, en },
        clause: `notice-${year}/6.2`,
        due: null,
        href: `/acceptance/${countyCode}/${id}`,
        state: 'do',
      }),
    ),
})

export const tasks: readonly TaskSource[] = [
  source('acceptance.check', ['requested', 'defective'], '县级自验：承办单位已申请验收', 'County check: acceptance was requested'),
  source('acceptance.decide', ['checked', 'sampled'], '抽样复核并作出验收结论', 'Draw the sample and conclude the acceptance'),
]
