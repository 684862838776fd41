import { deliveriesOf } from '@jincun/acceptance/server'
import type { Task, TaskSource } from '@jincun/http'
import { lastSecondOf, shanghaiDate } from '@jincun/kernel'
import { reportTypesOn } from '@jincun/policy'
import { clausesOf } from '@jincun/projects'
import { isOpen, owedOf } from '../index.ts'
import type { Owed, Owing } from '../index.ts'
import { dutiesOfContracts, obligedOf } from './duty-ground.ts'
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

/** Whose duties someone is told of: a county's office all of the county, a firm its own. */
async function dutyTask(context: Parameters<TaskSource['find']>[0], county: string, isOffice: boolean): Promise<Task[]> {
  const { tx, caller, policy, now } = context
  const obliged = await obligedOf(tx, county, isOffice ? 'all' : { code: await ownCode({ tx, caller }) })
  const duties = await dutiesOfContracts({ tx, policy, now }, county, obliged)
  const open = duties.filter(isOpen).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  const [next] = open
  if (!next) return []
  const missing = open.reduce((sum, { required, present }) => sum + required - present, 0)
  const year = obliged.find(({ contract }) => contract.id === next.contractId)?.contract.year ?? Number(next.period.slice(0, 4))
  const place = next.siteName === '' ? '' : `${next.siteName}，`
  return [
    {
      id: `duties-${county}-${isOffice ? 'office' : 'own'}`,
      title:
        missing > 0
          ? { zh: `${isOffice ? '督促补报' : '补报'}到期的报表：缺${missing}份`, en: `${missing} reports that are due are missing` }
          : { zh: `${isOffice ? '督促上报' : '上报'}将到期的报表`, en: 'Reports fall due' },
      detail: {
        zh: `最早的：${place}${next.period} ${next.title.zh}，应报日${next.dueOn}`,
        en: `First: ${next.title.en} of ${next.period}, due ${next.dueOn}`,
      },
      clause: clausesOf(year).data,
      due: new Date(lastSecondOf(next.dueOn)).toISOString(),
      href: `/duties?county=${county}&show=open`,
      state: 'do',
    },
  ]
}

/** What a firm hands in next, and what a county's office sees to (6.4d): everything open in one task a county, by what was due first. */
const ofDuties: TaskSource = {
  action: 'reporting.contract-forms',
  find: async context => {
    const tasks: Task[] = []
    for (const { role, placeCode } of context.caller.grants)
      if (role === 'contractor' || role === 'county-programme-office')
        tasks.push(...(await dutyTask(context, placeCode, role === 'county-programme-office')))
    return tasks
  },
}

export const tasks = [ofStations, ofDuties]
