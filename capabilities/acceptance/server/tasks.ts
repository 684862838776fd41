import { sql } from '@jincun/db'
import type { Task, TaskSource } from '@jincun/http'
import { clausesOf } from '@jincun/projects'
import { contractsOfOrganisation, listRecords, sitesOfProject, today } from '@jincun/projects/server'
import { dataCompleteness } from '../index.ts'
import type { AcceptanceState } from '../index.ts'
import { acceptances, deliveries } from './kinds.ts'
import { operationTasks } from './operation-tasks.ts'

const source = (action: string, states: readonly AcceptanceState[], zh: string, en: string): TaskSource => ({
  action,
  find: async ({ tx }) =>
    (await listRecords(tx, acceptances, sql`state = any(${[...states]})`)).map(
      ({ id, countyCode, year }): Task => ({
        id: `acceptance-${action}-${id}`,
        title: { zh, en },
        clause: clausesOf(year).register,
        due: null,
        href: `/acceptance/${countyCode}/${id}`,
        state: 'do',
      }),
    ),
})

/** A contractor's own contracts that are not accepted: which data are still missing, else that acceptance can be requested (6.4d). */
const own: TaskSource = {
  action: 'acceptance.request',
  find: async ({ tx, caller, policy, now }) => {
    const contracts = caller.organisationId ? await contractsOfOrganisation(tx, caller.organisationId) : []
    const asked = new Set((await listRecords(tx, acceptances, sql`true`)).map(({ contractId }) => contractId))
    const all = await listRecords(tx, deliveries, sql`true`)
    const open = contracts.filter(({ id, state }) => state === 'signed' && !asked.has(id))
    return Promise.all(
      open.map(async (contract): Promise<Task> => {
        const { missing } = dataCompleteness(
          policy,
          contract,
          all,
          today({ now }),
          await sitesOfProject(tx, contract.countyCode, contract.projectId),
        )
        const lacking = missing.length > 0
        return {
          id: `acceptance-own-${contract.id}`,
          title: lacking
            ? { zh: `补报“${contract.title}”的数据，还缺${missing.length}项`, en: `Hand in ${missing.length} data of “${contract.title}”` }
            : {
                zh: `“${contract.title}”数据齐全，建成后申请验收`,
                en: `Data of “${contract.title}” are complete: request acceptance when built`,
              },
          clause: clausesOf(contract.year)[lacking ? 'data' : 'register'],
          due: null,
          href: `/own-acceptance/${contract.countyCode}`,
          state: 'do',
        }
      }),
    )
  },
}

export const tasks: readonly TaskSource[] = [
  own,
  operationTasks,
  source('acceptance.check', ['requested', 'defective'], '县级自验：承办单位已申请验收', 'County check: acceptance was requested'),
  source('acceptance.decide', ['checked', 'sampled'], '抽样复核并作出验收结论', 'Draw the sample and conclude the acceptance'),
]
