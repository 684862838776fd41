import type { Transaction } from '@jincun/db'
import { accept, addDays, refuse, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { buildsAt, sayMinistryFault } from '../index.ts'
import type { MessageLine } from '../index.ts'
import { buildDays } from './build-days.ts'
import type { BuiltDay } from './build-days.ts'
import { holdOutbox, insertMessage, messagesBetween, messagesOfDay, replaceMessage } from './message-store.ts'
import type { NewMessage } from './message-store.ts'
import { settingsOf } from './settings-store.ts'

/** Who queues, when, in which realm. */
export type QueueWork = { policy: PolicyPack; now: Date; newId: () => string; realm: string; personId: string | null }

/** Days are looked over again this far back: what came later than that is queued by hand. */
const daysLookedOver = 62

const rowsChanged = '发送前数据有变，自动重新生成 / rows changed before it was sent'

const messageOf = (
  built: BuiltDay,
  countyCode: string,
  version: number,
  reason: string,
  system: string,
  work: QueueWork,
): NewMessage | null =>
  built.message && built.xml !== null && built.sha256 !== null
    ? {
        countyCode,
        id: work.newId(),
        realm: work.realm,
        reportDate: built.day,
        version,
        system,
        content: built.message,
        xml: built.xml,
        sha256: built.sha256,
        reason,
      }
    : null

/** What a day's last message asks for: a first one, a fresh one in place of one never sent, or nothing. */
function nextOf(built: BuiltDay, last: MessageLine | undefined): { version: number; reason: string; replaces: string | null } | null {
  if (!last) return { version: 1, reason: '', replaces: null }
  const unsent = last.state === 'waiting' && last.attempts === 0
  if (unsent && last.sha256 !== built.sha256) return { version: last.version + 1, reason: rowsChanged, replaces: last.id }
  return last.state === 'replaced' ? { version: last.version + 1, reason: rowsChanged, replaces: null } : null
}

/**
 * Puts into the outbox every day that is over, whose hour has come, that has rows and no message yet, oldest first. Days that were answered are never
 * touched: a change of those is a correction, which a person makes with a reason.
 */
export async function queueDueDays(tx: Transaction, countyCode: string, work: QueueWork): Promise<string[]> {
  const settings = await settingsOf(tx, countyCode)
  if (!settings) return []
  const to = addDays(shanghaiDate(work.now), -1)
  const from = [settings.startsOn, addDays(to, -daysLookedOver)].sort()[1] ?? to
  if (from > to) return []
  await holdOutbox(tx, countyCode)
  const { days, ground } = await buildDays(tx, work.policy, countyCode, from, to)
  const lasts = new Map((await messagesBetween(tx, countyCode, from, to)).map(message => [message.reportDate, message]))
  const queued: string[] = []
  for (const built of days) {
    if (work.now < buildsAt(built.day, ground.system.buildAfterHours)) continue
    const next = built.sha256 === null ? null : nextOf(built, lasts.get(built.day))
    const message = next && messageOf(built, countyCode, next.version, next.reason, ground.system.id, work)
    if (!next || !message) continue
    if (next.replaces !== null) await replaceMessage(tx, countyCode, next.replaces)
    await insertMessage(tx, message, work.now, work.personId)
    queued.push(built.day)
  }
  return queued
}

const no = (kind: 'invalid' | 'wrong-state' | 'conflict', code: string, zh: string, en: string) =>
  refuse({ kind, code, message: { zh, en } })

function mayQueue(
  built: BuiltDay,
  messages: readonly MessageLine[],
  order: { reason: string; seenVersion: number },
  now: Date,
): Result<true> {
  const last = messages.at(-1)
  if ((last?.version ?? 0) !== order.seenVersion)
    return no(
      'conflict',
      'message-version',
      `这一天已有第${last?.version ?? 0}版，请刷新后再看。`,
      `This day has version ${last?.version ?? 0} by now; reload.`,
    )
  if (built.day >= shanghaiDate(now)) return no('wrong-state', 'day-not-over', '这一天还没有结束。', 'This day is not over yet.')
  if (built.sha256 === null) {
    const [fault] = built.faults
    const said = fault ? sayMinistryFault(fault) : { zh: '这一天没有可上报的交易', en: 'there is nothing to report of this day' }
    return no('wrong-state', 'report-not-buildable', `不能生成：${said.zh}。`, `It cannot be made: ${said.en}.`)
  }
  if (last?.state === 'waiting' && last.attempts > 0)
    return no(
      'wrong-state',
      'message-under-way',
      '上一版已发出、尚无明确答复；有答复后才能更正。',
      'The last version was sent and has no clear answer yet; correct it once it has.',
    )
  if (last && last.state !== 'replaced' && last.sha256 === built.sha256)
    return no('wrong-state', 'nothing-changed', '与上一版内容相同，无需再报。', 'Nothing differs from the last version.')
  if (messages.some(({ state }) => state === 'accepted' || state === 'refused') && order.reason.trim() === '')
    return no('invalid', 'reason-needed', '更正已上报的内容须写明原因。', 'Give the reason for correcting what was reported.')
  return accept(true)
}

/** Makes the report of one day now, or its correction with a reason. The same id again is the same message. */
export async function queueDay(
  tx: Transaction,
  countyCode: string,
  day: string,
  order: { id: string; reason: string; seenVersion: number },
  work: QueueWork,
): Promise<Result<{ version: number; sha256: string }>> {
  await holdOutbox(tx, countyCode)
  const messages = await messagesOfDay(tx, countyCode, day)
  const same = messages.find(({ id }) => id === order.id)
  if (same) return accept({ version: same.version, sha256: same.sha256 })
  const { days, ground } = await buildDays(tx, work.policy, countyCode, day, day)
  const [built] = days
  if (!built) return no('wrong-state', 'day-not-over', '这一天还没有结束。', 'This day is not over yet.')
  const permitted = mayQueue(built, messages, order, work.now)
  if (!permitted.ok) return permitted
  const last = messages.at(-1)
  const message = messageOf(built, countyCode, (last?.version ?? 0) + 1, order.reason.trim(), ground.system.id, {
    ...work,
    newId: () => order.id,
  })
  if (!message) return no('wrong-state', 'report-not-buildable', '不能生成。', 'It cannot be made.')
  if (last?.state === 'waiting') await replaceMessage(tx, countyCode, last.id)
  await insertMessage(tx, message, work.now, work.personId)
  return accept({ version: message.version, sha256: message.sha256 })
}
