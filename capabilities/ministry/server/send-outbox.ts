import type { Database, Scope } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { ministrySystemFor } from '@jincun/policy'
import type { MinistrySystem, PolicyPack } from '@jincun/policy'
import { createHash } from 'node:crypto'
import { judgeAnswer, nextTry, soapEnvelope, stateAfterAttempt } from '../index.ts'
import { beginAttempt, claimMessage, endAttempt } from './message-store.ts'
import type { AttemptEnd, Message } from './message-store.ts'
import { readXml } from './read-xml.ts'
import { endpointOf } from './settings-store.ts'
import { callSoap } from './soap-call.ts'
import type { CallResult } from './soap-call.ts'

export type SendWork = { database: Database; scope: Scope; policy: PolicyPack; now: () => Date }

/** What a round of sending did for a county. `stoppedBy` is the failure it stopped at; what stands behind it waits its turn. */
export type SendRound = { sent: { day: string; version: number; outcome: string; receipt: string }[]; stoppedBy: string | null }

const noAddress: Refusal = {
  kind: 'wrong-state',
  code: 'no-endpoint',
  message: {
    zh: '还没有设置部系统的接口地址；请系统管理员在“上报设置”里填写。',
    en: 'No address of the ministry’s system is set; the system administrator sets it.',
  },
}

const demoAddress: Refusal = {
  kind: 'wrong-state',
  code: 'demo-endpoint-not-local',
  message: {
    zh: '演示数据只能发往本机（127.0.0.1）的模拟系统，不能发往其他地址。',
    en: 'Demonstration data go to a stand-in on this machine (127.0.0.1) only.',
  },
}

/** Demonstration figures must never reach the ministry: an installation of demo data sends to its own machine only. */
const isLocal = (address: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)

function endOf(system: MinistrySystem, message: Message, result: CallResult, now: Date): AttemptEnd {
  const nextTryAt = nextTry(system.retryMinutes, message.attempts, now)
  const nothing = { httpStatus: null, answer: null, answerSha256: null, receipt: '', nextTryAt }
  if (result.kind !== 'answer') return { ...nothing, outcome: result.kind, state: stateAfterAttempt(result.kind), message: result.message }
  const judged = judgeAnswer(system, { status: result.status, text: result.bytes.toString('utf8') }, readXml)
  return {
    ...nothing,
    outcome: judged.verdict,
    state: stateAfterAttempt(judged.verdict),
    httpStatus: result.status,
    answer: result.bytes,
    answerSha256: createHash('sha256').update(result.bytes).digest('hex'),
    receipt: judged.verdict === 'accepted' ? judged.receipt : '',
    message: judged.verdict === 'accepted' ? '' : judged.message,
  }
}

/** Held this long beyond the time an answer may take: a sender that was stopped lets go of its message by itself. */
const holdExtraSeconds = 60

async function sendOne(work: SendWork, countyCode: string, address: string): Promise<{ message: Message; end: AttemptEnd } | null> {
  const { database, scope, policy } = work
  const began = work.now()
  const longest = Math.max(...[...policy.ministrySystems.values()].map(({ timeoutSeconds }) => timeoutSeconds))
  const message = await database.transaction(scope, 'write', async tx => {
    const claimed = await claimMessage(tx, countyCode, began, new Date(began.getTime() + (longest + holdExtraSeconds) * 1000))
    if (claimed) await beginAttempt(tx, claimed, address, began)
    return claimed
  })
  if (!message) return null
  const system = ministrySystemFor(policy, message.system)
  const result = await callSoap(address, system.soap.action, soapEnvelope(system, message.xml), system.timeoutSeconds)
  const ended = work.now()
  const end = endOf(system, message, result, ended)
  await database.transaction(scope, 'write', tx => endAttempt(tx, message, end, ended))
  return { message, end }
}

/** Where reports of a county go, unless they may go nowhere. */
export async function addressFor({ database, scope }: Pick<SendWork, 'database' | 'scope'>, countyCode: string): Promise<Result<string>> {
  const { address } = await database.transaction(scope, 'read', tx => endpointOf(tx, countyCode))
  if (address === '') return refuse(noAddress)
  return scope.realm === 'demo' && !isLocal(address) ? refuse(demoAddress) : accept(address)
}

/**
 * Sends what waits in a county's outbox, oldest day first, one after the other, and stops at the first that has no clear answer: later days do not
 * overtake it. A refusal is an answer and holds nobody up. Each call is outside any transaction of the database.
 */
export async function sendOutbox(work: SendWork, countyCode: string): Promise<Result<SendRound>> {
  const address = await addressFor(work, countyCode)
  if (!address.ok) return address
  const round: SendRound = { sent: [], stoppedBy: null }
  for (;;) {
    const done = await sendOne(work, countyCode, address.value)
    if (!done) return accept(round)
    const { message, end } = done
    round.sent.push({ day: message.reportDate, version: message.version, outcome: end.outcome, receipt: end.receipt })
    if (end.state === 'waiting') return accept({ ...round, stoppedBy: [end.outcome, end.message].filter(Boolean).join(': ') })
  }
}
