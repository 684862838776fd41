import type { Transaction } from '@jincun/db'
import { addDays, shanghaiDate } from '@jincun/kernel'
import { goodsCategoriesFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { compareDaily, dayStanding, sayMinistryFault, summariseDays } from '../index.ts'
import type { MinistryFault } from '../index.ts'
import { buildDays } from './build-days.ts'
import { attemptsOfDay, earliestOpen, messagesBetween, messagesOfDay } from './message-store.ts'
import type { Message } from './message-store.ts'
import { endpointOf, settingsOf } from './settings-store.ts'

export const faultView = (fault: MinistryFault) => ({ ...fault, message: sayMinistryFault(fault) })

/** The last days shown unless others are asked for; more of them where an earlier one is still open. */
const daysShown = 31

/** The span asked for, or the last month; never before the day the county began, never after today. */
export function spanOf(
  asked: { from?: string | undefined; to?: string | undefined },
  startsOn: string | undefined,
  now: Date,
): { from: string; to: string } {
  const today = shanghaiDate(now)
  const to = [asked.to ?? today, today].sort()[0] ?? today
  const from = asked.from ?? addDays(to, 1 - daysShown)
  return { from: startsOn !== undefined && startsOn > from && startsOn <= to ? startsOn : from, to }
}

/** Every day of a span: what should have been sent, read off the rows now, against what was sent and answered. */
export async function daysView(
  tx: Transaction,
  policy: PolicyPack,
  countyCode: string,
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
) {
  const settings = (await settingsOf(tx, countyCode)) ?? null
  const span = spanOf(asked, settings?.startsOn, now)
  const open = asked.from === undefined ? await earliestOpen(tx, countyCode) : null
  const { from, to } = { ...span, from: [span.from, open ?? span.from].sort()[0] ?? span.from }
  const { days, dueDays } = await buildDays(tx, policy, countyCode, from, to)
  const messages = await messagesBetween(tx, countyCode, from, to)
  const standings = days.map(built => ({ built, standing: dayStanding(built, messages, { now, dueDays }) }))
  return {
    from,
    to,
    settings,
    hasAddress: (await endpointOf(tx, countyCode)).address !== '',
    summary: summariseDays(standings.map(({ standing }) => standing)),
    rows: standings
      .map(({ built, standing }) => ({
        ...standing,
        stations: built.report.stations.length,
        buyOrders: built.hasRows ? built.report.stations.reduce((sum, { buy }) => sum + buy.orders - buy.refundedOrders, 0n) : null,
        sellOrders: built.hasRows ? built.report.stations.reduce((sum, { sell }) => sum + sell.orders - sell.refundedOrders, 0n) : null,
        faults: built.faults.length,
      }))
      .reverse(),
    asOf: now.toISOString(),
  }
}

const messageView = ({ xml: _xml, content: _content, realm: _realm, ...message }: Message) => message

/** One day whole: what the rows give, every version sent with every try and answer, and what differs from the last one accepted. */
export async function dayView(tx: Transaction, policy: PolicyPack, countyCode: string, day: string, now: Date) {
  const { days, dueDays, ground } = await buildDays(tx, policy, countyCode, day, day)
  const [built] = days
  const messages = await messagesOfDay(tx, countyCode, day)
  const attempts = await attemptsOfDay(tx, countyCode, day)
  const accepted = messages.findLast(({ state }) => state === 'accepted')
  const titles = goodsCategoriesFor(policy, day).categories.flatMap(({ buyCode, sellCode, title }) => [
    [buyCode, title] as const,
    [sellCode, title] as const,
  ])
  return {
    day,
    standing: built ? dayStanding(built, messages, { now, dueDays }) : null,
    system: ground.system.title,
    refunds: ground.system.refunds,
    report: built?.report ?? null,
    message: built?.message ?? null,
    xml: built?.xml ?? null,
    faults: (built?.faults ?? []).map(faultView),
    categories: Object.fromEntries(titles),
    stations: ground.stations,
    differences: accepted && built && built.sha256 !== accepted.sha256 ? compareDaily(accepted.content, built.message) : [],
    messages: messages.map((message, index) => ({
      ...messageView(message),
      differences: index === 0 ? [] : compareDaily(messages[index - 1]?.content ?? null, message.content),
      attempts: attempts.filter(({ messageId }) => messageId === message.id),
    })),
    asOf: now.toISOString(),
  }
}
