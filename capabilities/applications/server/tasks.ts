import type { Task, TaskSource } from '@jincun/http'
import { findCounty } from '@jincun/places'
import { places } from '@jincun/places/server'
import type { Bilingual } from '@jincun/policy'
import { closingOf, stateLabels } from '../index.ts'
import { roundYearAt } from '../round-year.ts'
import { countByState, listApplications } from './store-lists.ts'
import type { ListRow } from './store-lists.ts'

const everything = { prefix: '', counties: null, state: null, type: null, sort: 'county', page: 1, size: 300 } as const
const clauseOfYear = (year: number, clause: string): string => `notice-${year}/${clause}`
const nameOf = (code: string): string => findCounty(places(), code)?.name ?? code

/** What the county must do with an application it has, by its state. */
function taskOf(row: ListRow, closing: Date): Task {
  const name = nameOf(row.countyCode)
  const { stops } = row.summary
  const open = row.state === 'draft' || row.state === 'returned'
  const title: Bilingual = open
    ? {
        zh: `${row.state === 'returned' ? '修改并重新提交' : '填写并提交'}${name} ${row.year} 年申报`,
        en: `${row.state === 'returned' ? 'Amend and resubmit' : 'Complete and submit'} the application of ${name}, ${row.year}`,
      }
    : {
        zh: `${name} ${row.year} 年申报：${stateLabels[row.state].zh}`,
        en: `Application of ${name}, ${row.year}: ${stateLabels[row.state].en}`,
      }
  const detail: Bilingual = open
    ? { zh: stops > 0 ? `还有 ${stops} 项阻止提交` : '可以提交', en: stops > 0 ? `${stops} findings stand in the way` : 'Ready to submit' }
    : { zh: row.state === 'submitted' ? '等待省级主管部门受理' : '', en: row.state === 'submitted' ? 'Waiting for the province' : '' }
  return {
    id: `application-${row.id}`,
    title,
    ...(detail.zh ? { detail } : {}),
    clause: clauseOfYear(row.year, open ? '5.3' : '5.2'),
    due: open ? new Date(row.extendedTo ?? closing).toISOString() : null,
    href: `/applications/${row.countyCode}/${row.id}`,
    state: open ? 'do' : row.state === 'submitted' ? 'waiting' : 'done',
  }
}

const startTask = (county: string, year: number, closing: Date): Task => ({
  id: `application-start-${county}-${year}`,
  title: { zh: `${nameOf(county)}可以申报 ${year} 年综合示范`, en: `${nameOf(county)} may apply in the round of ${year}` },
  detail: { zh: '自愿申报，尚未开始填写', en: 'By its own will; not begun yet' },
  clause: clauseOfYear(year, '5.2'),
  due: closing.toISOString(),
  href: `/applications/new?county=${county}&year=${year}`,
  state: 'do',
})

const ofCounty: TaskSource = {
  action: 'applications.write',
  find: async ({ tx, caller, now, policy }) => {
    const year = roundYearAt(policy, now)
    if (year === null) return []
    const closing = closingOf({ year, extendedTo: null }, policy)
    const { rows } = await listApplications(tx, { ...everything, year }, closing, now)
    const own = caller.grants.map(grant => grant.placeCode).filter(code => findCounty(places(), code))
    const missing =
      now < closing ? [...new Set(own)].filter(code => !rows.some(row => row.countyCode === code && row.state !== 'withdrawn')) : []
    return [
      ...rows.filter(row => row.state !== 'withdrawn').map(row => taskOf(row, closing)),
      ...missing.map(code => startTask(code, year, closing)),
    ]
  },
}

const ofProvince: TaskSource = {
  action: 'applications.decide',
  find: async ({ tx, now, policy }) => {
    const year = roundYearAt(policy, now)
    if (year === null) return []
    const closing = closingOf({ year, extendedTo: null }, policy)
    const { submitted = 0, draft = 0, returned = 0 } = await countByState(tx, { year, prefix: '' }, closing, now)
    const due = closing.toISOString()
    const decide: Task = {
      id: `applications-decide-${year}`,
      title: { zh: `受理或退回 ${submitted} 份已提交的申报`, en: `Accept or return ${submitted} submitted applications` },
      clause: clauseOfYear(year, '5.2'),
      due,
      href: `/applications?year=${year}&state=submitted`,
      state: 'do',
    }
    const wait: Task = {
      id: `applications-wait-${year}`,
      title: { zh: `${draft + returned} 个县还在填写或修改`, en: `${draft + returned} counties are still writing or amending` },
      clause: clauseOfYear(year, '5.3'),
      due,
      href: `/applications?year=${year}`,
      state: 'waiting',
    }
    return [...(submitted > 0 ? [decide] : []), ...(draft + returned > 0 ? [wait] : [])]
  },
}

const ofRulings: TaskSource = {
  action: 'applications.rule',
  find: async ({ tx, now, policy }) => {
    const year = roundYearAt(policy, now)
    if (year === null) return []
    const closing = closingOf({ year, extendedTo: null }, policy)
    const { rows } = await listApplications(tx, { ...everything, year }, closing, now)
    const lines = rows
      .filter(row => row.state === 'draft' || row.state === 'returned')
      .reduce((sum, row) => sum + row.summary.doubtfulLines, 0)
    if (lines === 0) return []
    const title = { zh: `裁定 ${lines} 条存疑的预算行`, en: `Rule on ${lines} doubtful budget lines` }
    const base = { id: `applications-rule-${year}`, title, due: closing.toISOString(), href: `/applications/doubtful-lines?year=${year}` }
    return [{ ...base, clause: clauseOfYear(year, year === 2017 ? '4.4' : '3.6'), state: 'do' }]
  },
}

/** What the next step with applications is, for county and province. */
export const tasks: readonly TaskSource[] = [ofCounty, ofProvince, ofRulings]
