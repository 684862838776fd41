/**
 * Where a message to the ministry stands. `waiting` is sent when its time comes, again and again until it is answered; `accepted` and `refused` are
 * answers of the ministry and nothing else; `replaced` was never sent because its rows changed before.
 */
export type MessageState = 'waiting' | 'accepted' | 'refused' | 'replaced'

/** What became of one try. Only an answer that was read decides. */
export type AttemptOutcome = 'accepted' | 'refused' | 'unclear' | 'no-connection' | 'cut' | 'timeout'

/** One message of the outbox, without its bytes. */
export type MessageLine = {
  id: string
  reportDate: string
  version: number
  system: string
  state: MessageState
  reason: string
  sha256: string
  builtAt: Date
  attempts: number
  nextTryAt: Date
  receipt: string
  answerMessage: string
  lastOutcome: AttemptOutcome | null
  answeredAt: Date | null
}

/** When a message that failed so many times is tried next. Waits grow and then stay: a day without the server must not become a week. */
export function nextTry(retryMinutes: readonly number[], attempts: number, now: Date): Date {
  const minutes = retryMinutes[Math.min(attempts, retryMinutes.length) - 1] ?? retryMinutes.at(-1) ?? 1
  return new Date(now.getTime() + minutes * 60_000)
}

/** The state after a try. */
export const stateAfterAttempt = (outcome: AttemptOutcome): MessageState =>
  outcome === 'accepted' || outcome === 'refused' ? outcome : 'waiting'
