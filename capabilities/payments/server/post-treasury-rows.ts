import { sql } from '@jincun/db'
import type { Bilingual, Finding } from '@jincun/policy'
import type { StandingRow } from '../index.ts'
import { countyGround } from './county-ground.ts'
import { holdCounty } from './ground.ts'
import type { Context } from './ground.ts'
import { takeHeldStep } from './steps.ts'

type Stopped = { number: number; requestId: string; code: string; message: Bilingual; findings: readonly Finding[] }

/**
 * Enters the vouchers and bounces of the rows that are ready, each whole or not at all: a row that a rule stops is undone by itself and told,
 * so that one payment in dispute does not hold up the others of the file. What they are judged against is read once for the file; after a step
 * only the request it moved is read again.
 */
export async function postRows(
  context: Context,
  countyCode: string,
  rows: readonly StandingRow[],
): Promise<{ posted: number; stopped: Stopped[] }> {
  await holdCounty(context.tx, countyCode)
  const county = countyGround(context.tx, countyCode)
  const stopped: Stopped[] = []
  let posted = 0
  for (const { standing, now, line, requestId, number } of rows) {
    if (standing !== 'ready' || line === null || requestId === null) continue
    const step = now === 'to-post' ? 'pay' : 'bounce'
    await context.tx.run(sql`savepoint treasury_row`)
    const paper = { reason: step === 'bounce' ? '国库退票' : '', voucher: line.voucher, paidOn: line.paidOn }
    const done = await takeHeldStep(context, requestId, step, 'payments.finance-approve', paper, county)
    if (done.ok) {
      posted += 1
      await county.moved(requestId)
    } else {
      await context.tx.run(sql`rollback to savepoint treasury_row`)
      const { code, message } = done.reason
      stopped.push({ number, requestId, code, message, findings: 'findings' in done.reason ? (done.reason.findings as Finding[]) : [] })
    }
    await context.tx.run(sql`release savepoint treasury_row`)
  }
  return { posted, stopped }
}
