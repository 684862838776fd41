import { deliveriesOf } from '@jincun/acceptance/server'
import type { Task, TaskSource } from '@jincun/http'
import { lastSecondOf, shanghaiDate } from '@jincun/kernel'
import { reportTypesOn } from '@jincun/policy'
import { clausesOf } from '@jincun/projects'
import { owedOf } from '../index.ts'
import type { Owed, Owing } from '../index.ts'
import { owingOf } from './owing.ts'
import { ownCode } from './own-contractor.ts'

const open = ({ state }: Owed): boolean => state === 'missing' || state === 'not-due'

function taskOf(countyCode: string, owing: readonly Owing[], { contractId, item, month, dueOn, term, state }: Owed): Task {
  const year = owing.find(({ contract }) => contract.id === contractId)?.contract.year ?? Number(month.slice(0, 4))
  const late = state === 'missing'
  return {
    id: `report-${contractId}-${item}-${month}`,
    title: {
      zh: `${late ? '补报' : '报送'}${month}的${term.zh}`,
      en: `${late ? 'Hand in what is missing' : 'Report'}: ${term.en} of ${month}`,
    },
    clause: clausesOf(year).data,
    due: new Date(lastSecondOf(dueOn)).toISOString(),
    href: `/reporting?county=${countyCode}`,
    state: 'do',
  }
}

/** What the keeper of a station reports next for its firm (6.4d): the earliest data that are missing or fall due. */
const ofStations: TaskSource = {
  action: 'reporting.submit',
  find: async ({ tx, caller, policy, now }) => {
    const counties = new Set(caller.grants.filter(({ role }) => role === 'station-keeper').map(({ placeCode }) => placeCode))
    const [today, tasks]: [string, Task[]] = [shanghaiDate(now), []]
    for (const county of counties) {
      const owing = await owingOf(tx, county, { code: await ownCode({ tx, caller }) })
      const owed = owedOf(policy, owing, await deliveriesOf(tx, county), reportTypesOn(policy, today), today)
      const [next] = owed.filter(open).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
      if (next) tasks.push(taskOf(county, owing, next))
    }
    return tasks
  },
}

export const tasks = [ofStations]
