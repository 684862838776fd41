import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Task, TaskSource } from '@jincun/http'
import { clausesOf, worstLight } from '../index.ts'
import { contractChanges, planVersions } from './kinds.ts'
import { doubtfulLines } from './doubtful-lines.ts'
import { listRecords } from './records.ts'
import { entryOf, loadRegister } from './register.ts'
import { paperTasks, planTasks, referredTasks } from './tasks-of-papers.ts'
import { today } from './work.ts'

/** Counties of the caller's scope that have projects, with the years of them. */
const countyYears = (tx: Transaction): Promise<{ county: string; year: number }[]> =>
  tx.rows(sql`select distinct county_code as county, year from project order by 1, 2`)

/** For the county: projects with a red light or never reported, contracts that may be signed. */
const officeTasks: TaskSource = {
  action: 'projects.write',
  find: async context => {
    const tasks: Task[] = []
    for (const { county, year } of await countyYears(context.tx)) {
      const data = await loadRegister(context.tx, county, year)
      const troubled = data.projects
        .map(each => entryOf(data, each, context.policy, today(context)))
        .filter(({ lights }) => worstLight(lights) !== 'green')
      tasks.push({
        id: `register-${county}-${year}`,
        title:
          troubled.length > 0
            ? { zh: `${troubled.length}个项目亮灯，请处理`, en: `${troubled.length} projects need attention` }
            : { zh: `${year}年项目台账正常`, en: `The register of ${year} is in order` },
        ...(troubled[0]?.lights[0]
          ? {
              detail: {
                zh: `${troubled[0].project.name}：${troubled[0].lights[0].why.zh}`,
                en: `${troubled[0].project.name}: ${troubled[0].lights[0].why.en}`,
              },
            }
          : {}),
        clause: clausesOf(year).register,
        due: null,
        href: `/projects/${county}/${year}`,
        state: troubled.length > 0 ? 'do' : 'done',
      })
    }
    return tasks
  },
}

/** Counties in scope where something may wait for a ruling: a plan, a contract or a name of an invoice. */
const countiesWithDoubts = async (tx: Transaction): Promise<string[]> =>
  (
    await tx.rows<{ county: string }>(sql`select county_code as county from plan_version where state = 'proposed'
      union select county_code from contract where state = 'referred' union select county_code from contract_change where state = 'proposed'
      union select county_code from ruling_request order by 1`)
  ).map(({ county }) => county)

/** For the province: plan changes to decide and doubtful spending to rule on. */
const provinceTasks: TaskSource = {
  action: 'projects.decide-plan',
  find: async ({ tx, policy }) => {
    const proposed = await listRecords(tx, planVersions, sql`state = 'proposed'`)
    const waiting = (await Promise.all((await countiesWithDoubts(tx)).map(county => doubtfulLines({ tx, policy }, county)))).flat()
    return [
      ...proposed.map(
        (plan): Task => ({
          id: `plan-${plan.id}`,
          title: { zh: `审批${plan.countyCode}的方案变更（第${plan.version}版）`, en: `Decide on the plan change of ${plan.countyCode}` },
          clause: clausesOf(plan.year).register,
          due: null,
          href: `/plans/${plan.countyCode}/${plan.year}`,
          state: 'do',
        }),
      ),
      ...[...Map.groupBy(waiting, ({ countyCode }) => countyCode)].flatMap(([county, lines]): Task[] => {
        const [first] = lines
        if (!first) return []
        const { year, spending } = first
        return [
          {
            id: `ruling-${county}`,
            title: {
              zh: `裁定${county}的${lines.length}处存疑支出：${spending.name}`,
              en: `Rule on ${lines.length} doubtful spendings of ${county}: ${spending.name}`,
            },
            clause: clausesOf(year).negativeList,
            due: null,
            href: `/rulings/${county}`,
            state: 'do',
          },
        ]
      }),
    ]
  },
}

/** For those who decide on changes of contracts. */
const changeTasks: TaskSource = {
  action: 'projects.decide-change',
  find: async ({ tx }) =>
    (await listRecords(tx, contractChanges, sql`state = 'proposed'`)).map(
      (change): Task => ({
        id: `contract-change-${change.id}`,
        title: { zh: `审批合同${change.after.number}的变更`, en: `Decide on the change of contract ${change.after.number}` },
        clause: clausesOf(change.after.year).register,
        due: null,
        href: `/contracts/${change.countyCode}/${change.after.year}/${change.contractId}`,
        state: 'do',
      }),
    ),
}

export const tasks: readonly TaskSource[] = [officeTasks, paperTasks, referredTasks, planTasks, provinceTasks, changeTasks]
