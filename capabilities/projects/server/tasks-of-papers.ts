import { daysBetween, lastSecondOf } from '@jincun/kernel'
import { sql } from '@jincun/db'
import type { Task, TaskSource } from '@jincun/http'
import { countOf } from '@jincun/policy'
import { clausesOf, endingLicences, numberIn } from '../index.ts'
import type { Contract, Contractor, EndingLicence } from '../index.ts'
import { contractors, contracts, planVersions } from './kinds.ts'
import { listRecords } from './records.ts'
import { doubtfulLines } from './doubtful-lines.ts'
import { today } from './work.ts'

/** The end of a Shanghai day, as tasks say when they are due. */
const endOf = (day: string): string => new Date(lastSecondOf(day)).toISOString()

const guaranteeTask = ({ id, countyCode, year, number, guarantee }: Contract, left: number): Task => ({
  id: `guarantee-${id}`,
  title:
    left < 0
      ? { zh: `合同${number}的担保已到期，请续保或说明`, en: `The guarantee of ${number} has ended: renew it` }
      : { zh: `合同${number}的担保还有${left}天到期`, en: `The guarantee of ${number} ends in ${left} days` },
  clause: clausesOf(year).supervision,
  due: endOf(guarantee?.expiresOn ?? ''),
  href: `/contracts/${countyCode}/${year}/${id}`,
  state: 'do',
})

const licenceTask = ({ id, countyCode, name }: Contractor, { licence, left, year }: EndingLicence): Task => ({
  id: `licence-${id}-${licence.id}`,
  title:
    left < 0
      ? { zh: `${name}的“${licence.name}”已过期`, en: `${licence.name} of ${name} has ended` }
      : { zh: `${name}的“${licence.name}”还有${left}天到期`, en: `${licence.name} of ${name} ends in ${left} days` },
  clause: clausesOf(year).supervision,
  due: endOf(licence.expiresOn ?? ''),
  href: `/contractors/${countyCode}`,
  state: 'do',
})

/** Papers of the county that end soon: guarantees of signed contracts, licences of firms that have one. */
export const paperTasks: TaskSource = {
  action: 'projects.write',
  find: async context => {
    const { tx, policy } = context
    const day = today(context)
    const signed = await listRecords(tx, contracts, sql`state = 'signed'`)
    const guarantees = signed.flatMap(contract => {
      const ends = contract.guarantee?.expiresOn
      const left = ends ? daysBetween(day, ends) : null
      return left !== null && left <= countOf(numberIn(policy, 'guarantee-alarm-days', contract)) ? [guaranteeTask(contract, left)] : []
    })
    const licences = (await listRecords(tx, contractors, sql`true`)).flatMap(firm =>
      endingLicences(firm, signed, policy, day).map(ending => licenceTask(firm, ending)),
    )
    return [...guarantees, ...licences]
  },
}

/** Contracts that were referred: waiting for the ruling, or ruled on and to be signed again. */
export const referredTasks: TaskSource = {
  action: 'projects.write',
  find: async context => {
    const referred = await listRecords(context.tx, contracts, sql`state = 'referred'`)
    const places = [...new Set(referred.map(({ countyCode }) => countyCode))]
    const lines = (await Promise.all(places.map(county => doubtfulLines(context, county)))).flat()
    return referred.map(({ id, countyCode, year, number }): Task => {
      const waits = lines.some(({ contractId }) => contractId === id)
      return {
        id: `referred-${id}`,
        title: waits
          ? { zh: `合同${number}有存疑支出，等待省里裁定`, en: `Contract ${number} waits for a ruling on doubtful spending` }
          : { zh: `合同${number}已裁定，请再次签订`, en: `Contract ${number} was ruled on: sign it` },
        clause: clausesOf(year).negativeList,
        due: null,
        href: `/contracts/${countyCode}/${year}/${id}`,
        state: waits ? 'waiting' : 'do',
      }
    })
  },
}

/** For those who propose plans: a version that waits, and the last one when it came back. */
export const planTasks: TaskSource = {
  action: 'projects.propose-plan',
  find: async ({ tx }) => {
    const all = await listRecords(tx, planVersions, sql`true`, sql`year, version`)
    const last = [...Map.groupBy(all, ({ countyCode, year }) => `${countyCode} ${year}`).values()].flatMap(each => each.slice(-1))
    return last
      .filter(({ state }) => state !== 'approved')
      .map(({ id, countyCode, year, version, state, returnedBecause }): Task => {
        const returned = state === 'returned'
        return {
          id: `own-plan-${id}`,
          title: returned
            ? {
                zh: `方案第${version}版被退回，请修改后重新提出`,
                en: `Version ${version} of the plan came back: mend it and propose again`,
              }
            : { zh: `方案第${version}版等待省里审批`, en: `Version ${version} of the plan waits for the province` },
          ...(returnedBecause ? { detail: { zh: returnedBecause, en: returnedBecause } } : {}),
          clause: clausesOf(year).register,
          due: null,
          href: `/plans/${countyCode}/${year}`,
          state: returned ? 'do' : 'waiting',
        }
      })
  },
}
