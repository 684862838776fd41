import { randomBytes } from 'node:crypto'
import { sql } from '@jincun/db'
import type { Database, Scope, Transaction } from '@jincun/db'
import type { Command } from '@jincun/http'
import { accept, formatYuan, refuse, uuidV7 } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { ministryFormFor, ministrySystemFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { installationNow, versionsOfForm } from '@jincun/reporting/server'
import { buildForm, dayStanding, sayMinistryFault } from '../index.ts'
import { buildDays } from './build-days.ts'
import type { BuiltDay } from './build-days.ts'
import { faultView } from './day-view.ts'
import { messagesBetween } from './message-store.ts'
import { queueDueDays } from './queue-days.ts'
import { sendOutbox } from './send-outbox.ts'
import { reportingCounties, settingsOf } from './settings-store.ts'

const wrongUse = (where: string, zh: string, en: string) =>
  refuse({ kind: 'invalid' as const, code: 'wrong-use', where, message: { zh, en } })

type Opened = { database: Database; scope: Scope; now: Date }
type Input = Parameters<Command['run']>[0]

/** The database as the installation has it: its realm, its clock, every county. */
async function openAll({ openDatabase, now }: Input): Promise<Result<Opened>> {
  const opened = await openDatabase()
  if (!opened.ok) return opened
  const found = await opened.value.transaction({ personId: null, realm: '', jurisdictions: ['*'] }, 'read', async tx => {
    const table = await tx.row<{ there: string | null }>(sql`select to_regclass('ministry_message')::text as there`)
    return table?.there ? tx.row<{ realm: string }>(sql`select realm from installation`) : undefined
  })
  if (!found)
    return refuse({
      kind: 'not-found',
      code: 'no-ministry',
      message: {
        zh: '数据库里还没有部系统对接的数据表；请先启动一次程序。',
        en: 'The database has no tables of the ministry exchange yet: start the program once.',
      },
    })
  const scope = { personId: null, realm: found.realm, jurisdictions: ['*'] }
  return accept({ database: opened.value, scope, now: await installationNow(opened.value, now) })
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** Counties asked for: the one named, or all that report. */
async function countiesOf(tx: Transaction, named: unknown): Promise<string[]> {
  return typeof named === 'string' ? [named] : reportingCounties(tx)
}

async function dailyOf(tx: Transaction, policy: PolicyPack, countyCode: string, day: string, now: Date) {
  const { days, ground, dueDays } = await buildDays(tx, policy, countyCode, day, day)
  const [built] = days
  const messages = await messagesBetween(tx, countyCode, day, day)
  if (!built) throw new Error(`the day ${day} was not built`)
  return { countyCode, system: ground.system.id, built, standing: dayStanding(built, messages, { now, dueDays }) }
}

type Daily = Awaited<ReturnType<typeof dailyOf>>

/** Money as decimal text of 分 beside the message's own yuan, so that neither is mistaken for the other. */
const dailyJson = (date: string, all: readonly Daily[]) => ({
  date,
  counties: all.map(({ countyCode, system, built, standing }) => ({
    county: countyCode,
    system,
    state: standing.state,
    dueOn: standing.dueOn,
    receipt: standing.message?.receipt ?? '',
    faults: built.faults.map(faultView),
    report: built.report,
    message: built.message,
    sha256: built.sha256,
  })),
})

const sideLine = (label: string, { orders, categories }: BuiltDay['report']['stations'][number]['buy']): string =>
  `${label} ${orders} orders ${categories.map(({ category, amountFen }) => `${category}: ${formatYuan(amountFen)}`).join(', ')}`

function dailyText(date: string, all: readonly Daily[]): string {
  if (all.length === 0) return `${date}: no county reports to the ministry's system.`
  return all
    .flatMap(({ countyCode, system, built, standing }) => [
      `${date} ${countyCode} ${system}: ${standing.state}`,
      ...built.faults.map(fault => `  ! ${sayMinistryFault(fault).en}`),
      ...built.report.stations.map(({ station, buy, sell }) => `  ${station}  ${sideLine('buy', buy)} | ${sideLine('sell', sell)}`),
    ])
    .join('\n')
}

const notBuildable = ({ built, countyCode }: Daily) => {
  const [fault] = built.faults
  const said = fault ? sayMinistryFault(fault) : { zh: '这一天没有可上报的交易', en: 'there is nothing to report of this day' }
  return refuse({
    kind: 'wrong-state' as const,
    code: 'report-not-buildable',
    where: countyCode,
    message: { zh: `不能生成：${said.zh}。`, en: `It cannot be made: ${said.en}.` },
  })
}

/** `jincun ministry daily --date D`: the daily report as the rows give it now; nothing is sent. */
const daily: Command = {
  name: 'ministry daily',
  summary: "A day's report to the ministry's system, made from stored rows (--json or --xml)",
  usage: 'ministry daily --date 2020-04-02 [--county CODE] [--json | --xml]',
  options: { date: { type: 'string' }, county: { type: 'string' }, xml: { type: 'boolean' } },
  run: async input => {
    const { date, county, xml } = input.values
    if (!isDay(date)) return wrongUse('--date', '请写明日期，如 --date 2020-04-02。', 'Give a day, such as --date 2020-04-02.')
    const opened = await openAll(input)
    if (!opened.ok) return opened
    const { database, scope, now } = opened.value
    const all = await database.transaction(scope, 'snapshot', async tx => {
      const counties = await countiesOf(tx, county)
      const built: Daily[] = []
      for (const code of counties) built.push(await dailyOf(tx, input.policy, code, date, now))
      return built
    })
    if (!xml) return accept({ json: dailyJson(date, all), text: dailyText(date, all) })
    const [only, ...more] = all
    if (!only || more.length > 0) return wrongUse('--county', '请用 --county 指明一个县。', 'Name one county with --county.')
    return only.built.xml === null
      ? notBuildable(only)
      : accept({ json: { xml: only.built.xml, sha256: only.built.sha256 }, text: only.built.xml })
  },
}

/** `jincun ministry send`: makes what is due and sends what waits, county by county; for a timer. */
const send: Command = {
  name: 'ministry send',
  summary: "Makes what is due and sends what waits to the ministry's system; run by a timer",
  usage: 'ministry send [--county CODE] [--json]',
  options: { county: { type: 'string' } },
  run: async input => {
    const opened = await openAll(input)
    if (!opened.ok) return opened
    const { database, scope, now } = opened.value
    const began = Date.now()
    const clock = (): Date => new Date(now.getTime() + Date.now() - began)
    const work = { policy: input.policy, now, newId: () => uuidV7(clock(), randomBytes(10)), realm: scope.realm, personId: null }
    const counties = await database.transaction(scope, 'read', tx => countiesOf(tx, input.values.county))
    const rounds: object[] = []
    const lines: string[] = []
    for (const county of counties) {
      const queued = await database.transaction(scope, 'write', tx => queueDueDays(tx, county, work))
      const round = await sendOutbox({ database, scope, policy: input.policy, now: clock }, county)
      const told = round.ok ? round.value : { sent: [], stoppedBy: round.reason.message.en }
      rounds.push({ county, queued, ...told })
      lines.push(
        `${county}: ${queued.length} made, ${told.sent.filter(({ outcome }) => outcome === 'accepted').length} accepted${told.stoppedBy ? `; ${told.stoppedBy}` : ''}`,
      )
    }
    return accept({ json: { rounds }, text: lines.length > 0 ? lines.join('\n') : "No county reports to the ministry's system." })
  },
}

/** `jincun ministry form`: a monthly or yearly form under the ministry's names. */
const form: Command = {
  name: 'ministry form',
  summary: "A monthly or yearly form under the names of the ministry's system, from the last version handed in",
  usage: 'ministry form --type monthly-logistics --period 2020-04 --county CODE [--json]',
  options: { type: { type: 'string' }, period: { type: 'string' }, county: { type: 'string' } },
  run: async input => {
    const { type, period, county } = input.values
    if (typeof type !== 'string' || typeof period !== 'string' || typeof county !== 'string')
      return wrongUse('ministry form', '请写明 --type、--period、--county。', 'Give --type, --period and --county.')
    const opened = await openAll(input)
    if (!opened.ok) return opened
    const { database, scope } = opened.value
    const { faults, report } = await database.transaction(scope, 'read', async tx => {
      const settings = await settingsOf(tx, county)
      if (!settings) return { faults: [{ code: 'settings-missing' as const, where: county, value: '' }], report: null }
      const versions = await versionsOfForm(tx, { countyCode: county, reporter: '', form: type, period })
      return buildForm(ministryFormFor(input.policy, ministrySystemFor(input.policy, settings.system), type), versions.at(-1))
    })
    const [fault] = faults
    if (!report && fault) {
      const said = sayMinistryFault(fault)
      return refuse({
        kind: 'wrong-state',
        code: 'report-not-buildable',
        where: type,
        message: { zh: `不能生成：${said.zh}。`, en: `It cannot be made: ${said.en}.` },
      })
    }
    return accept({ json: report, text: JSON.stringify(report, null, 2) })
  },
}

export const commands: readonly Command[] = [daily, send, form]
