import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { AttemptOutcome, DailyMessage, MessageLine, MessageState } from '../index.ts'

export type Message = MessageLine & { countyCode: string; realm: string; xml: string; content: DailyMessage }

export type Attempt = {
  attempt: number
  address: string
  startedAt: Date
  finishedAt: Date | null
  outcome: AttemptOutcome | null
  httpStatus: number | null
  answerSha256: string | null
  message: string
  answer: string | null
}

const line = sql`id, report_date as "reportDate", version, system, state, reason, sha256, built_at as "builtAt", attempts,
  next_try_at as "nextTryAt", receipt, answer_message as "answerMessage", last_outcome as "lastOutcome", answered_at as "answeredAt"`
const whole = sql`${line}, county_code as "countyCode", realm, xml, content`

/** Messages of a county from day to day, without their bytes. */
export const messagesBetween = (tx: Transaction, countyCode: string, from: string, to: string): Promise<MessageLine[]> =>
  tx.rows<MessageLine>(sql`select ${line} from ministry_message where county_code = ${countyCode} and report_date between ${from} and ${to}
    order by report_date, version`)

/** The earliest day whose last message has no acceptance yet; null where every one has. */
export const earliestOpen = async (tx: Transaction, countyCode: string): Promise<string | null> =>
  (
    await tx.row<{ day: string | null }>(sql`select min(report_date) as day from (select distinct on (report_date) report_date, state
      from ministry_message where county_code = ${countyCode} and state <> 'replaced' order by report_date, version desc) last
      where state <> 'accepted'`)
  )?.day ?? null

/** Messages of one day, whole, oldest version first. */
export const messagesOfDay = (tx: Transaction, countyCode: string, day: string): Promise<Message[]> =>
  tx.rows<Message>(sql`select ${whole} from ministry_message where county_code = ${countyCode} and report_date = ${day} order by version`)

export const findMessage = (tx: Transaction, countyCode: string, id: string): Promise<Message | undefined> =>
  tx.row<Message>(sql`select ${whole} from ministry_message where county_code = ${countyCode} and id = ${id}`)

/** Holds a county's outbox against a second builder until the transaction ends. */
export const holdOutbox = (tx: Transaction, countyCode: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`ministry outbox ${countyCode}`}, 0))`)

export type NewMessage = Pick<
  Message,
  'countyCode' | 'id' | 'realm' | 'reportDate' | 'version' | 'system' | 'content' | 'xml' | 'sha256' | 'reason'
>

export const insertMessage = (tx: Transaction, message: NewMessage, now: Date, personId: string | null): Promise<number> =>
  tx.run(sql`insert into ministry_message (county_code, id, realm, report_date, version, system, content, xml, sha256, reason, built_at, built_by,
      state, next_try_at)
    values (${message.countyCode}, ${message.id}, ${message.realm}, ${message.reportDate}, ${message.version}, ${message.system},
      ${JSON.stringify(message.content)}::jsonb, ${message.xml}, ${message.sha256}, ${message.reason}, ${now}, ${personId}, 'waiting', ${now})
    on conflict do nothing`)

/** Puts a message aside that was never sent. */
export const replaceMessage = (tx: Transaction, countyCode: string, id: string): Promise<number> =>
  tx.run(sql`update ministry_message set state = 'replaced' where county_code = ${countyCode} and id = ${id} and state = 'waiting'
    and attempts = 0`)

/** Lets everything that waits be tried now, but for what is on the line at this moment (no call lasts longer than the time set aside here). */
export const tryNow = (tx: Transaction, countyCode: string, now: Date): Promise<number> =>
  tx.run(sql`update ministry_message set next_try_at = ${now} where county_code = ${countyCode} and state = 'waiting' and next_try_at > ${now}
    and not exists (select from ministry_attempt a where a.county_code = ministry_message.county_code and a.message_id = ministry_message.id
      and a.attempt = ministry_message.attempts and a.finished_at is null and a.started_at > ${now}::timestamptz - interval '12 minutes')`)

/**
 * Takes the earliest waiting message of a county if its time has come, and holds it until `heldUntil`: another sender then finds the earliest one held
 * and stops, so that days arrive in their order and none twice at once.
 */
export const claimMessage = (tx: Transaction, countyCode: string, now: Date, heldUntil: Date): Promise<Message | undefined> =>
  tx.row<Message>(sql`update ministry_message m set attempts = attempts + 1, next_try_at = ${heldUntil}
    where m.county_code = ${countyCode} and m.state = 'waiting' and m.next_try_at <= ${now}
      and m.id = (select e.id from ministry_message e where e.county_code = ${countyCode} and e.state = 'waiting'
        order by e.report_date, e.version limit 1)
    returning ${whole}`)

export const beginAttempt = (tx: Transaction, message: Message, address: string, now: Date): Promise<number> =>
  tx.run(sql`insert into ministry_attempt (county_code, message_id, attempt, realm, address, started_at)
    values (${message.countyCode}, ${message.id}, ${message.attempts}, ${message.realm}, ${address}, ${now})`)

export type AttemptEnd = {
  outcome: AttemptOutcome
  state: MessageState
  httpStatus: number | null
  answer: Buffer | null
  answerSha256: string | null
  receipt: string
  message: string
  nextTryAt: Date
}

/** Writes what came of a try, with the answer as it came, and where the message stands after it. */
export async function endAttempt(tx: Transaction, message: Message, end: AttemptEnd, now: Date): Promise<void> {
  await tx.run(sql`update ministry_attempt set finished_at = ${now}, outcome = ${end.outcome}, http_status = ${end.httpStatus},
      answer = ${end.answer}, answer_sha256 = ${end.answerSha256}, message = ${end.message}
    where county_code = ${message.countyCode} and message_id = ${message.id} and attempt = ${message.attempts}`)
  await tx.run(sql`update ministry_message set state = ${end.state}, last_outcome = ${end.outcome}, next_try_at = ${end.nextTryAt},
      receipt = ${end.receipt}, answer_message = ${end.message}, answered_at = ${end.state === 'waiting' ? null : now},
      answer_sha256 = ${end.answerSha256}
    where county_code = ${message.countyCode} and id = ${message.id} and state = 'waiting'`)
}

/** Tries of the messages of one day, oldest first, with the beginning of each answer as text. */
export const attemptsOfDay = (tx: Transaction, countyCode: string, day: string): Promise<(Attempt & { messageId: string })[]> =>
  tx.rows(sql`select a.message_id as "messageId", a.attempt, a.address, a.started_at as "startedAt", a.finished_at as "finishedAt", a.outcome,
      a.http_status as "httpStatus", a.answer_sha256 as "answerSha256", a.message,
      encode(substring(a.answer from 1 for 2000), 'escape') as answer
    from ministry_attempt a join ministry_message m on m.county_code = a.county_code and m.id = a.message_id
    where a.county_code = ${countyCode} and m.report_date = ${day} order by m.version, a.attempt`)

/** An answer as it came, byte for byte. */
export const answerBytes = (
  tx: Transaction,
  countyCode: string,
  id: string,
  attempt: number,
): Promise<{ answer: Buffer | null } | undefined> =>
  tx.row(sql`select answer from ministry_attempt where county_code = ${countyCode} and message_id = ${id} and attempt = ${attempt}`)
