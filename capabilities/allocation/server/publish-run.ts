import type { RouteContext } from '@jincun/http'
import { accept, asJson, refuse } from '@jincun/kernel'
import type { JsonValue, Refusal, Result } from '@jincun/kernel'
import { repeatSnapshot } from '../index.ts'
import type { AllocationSnapshot } from '../index.ts'
import type { WriteContext } from './save-sheet.ts'
import { findRun, insertQuotas, provisionalQuotas, publicationKind } from './store.ts'

/** `issue` is the number of issues the person saw published; `reason` is published with it; a correction cannot do without. */
export type PublishOrder = { id: string; runId: string; issue: number; reason: string }
type PublishContext = WriteContext & Pick<RouteContext<unknown, unknown, unknown>, 'publish'>

const no = (kind: Refusal['kind'], code: string, zh: string, en: string) => refuse({ kind, code, message: { zh, en } })

function check(
  order: PublishOrder,
  published: { issue: number; runId: string } | undefined,
  runHash: string,
  publishedHash: string | undefined,
): Result<null> {
  if ((published?.issue ?? 0) !== order.issue)
    return no(
      'conflict',
      'published-meanwhile',
      '预下达数量刚由他人发布，请刷新后再看是否需要更正。',
      'The quotas were published by someone else just now; reload and see whether a correction is still needed.',
    )
  if (published && publishedHash === runHash)
    return no('wrong-state', 'already-published', '这次测算的结果已经发布，不必再发。', 'The result of this run is already published.')
  if (published && order.reason.trim() === '')
    return no(
      'invalid',
      'correction-without-reason',
      '更正已发布的预下达数量须写明理由。',
      'A correction of published quotas needs a reason.',
    )
  return accept(null)
}

/**
 * Publishes a run as the provisional quotas of its year (5.1): one row a province, and the whole working sheet in the public log.
 * The run is repeated first; a record that no longer gives its own result is not published.
 */
export async function publishRun(
  { tx, now, caller, audit, publish }: PublishContext,
  year: number,
  order: PublishOrder,
): Promise<Result<{ issue: number; inputsHash: string }>> {
  const run = await findRun(tx, order.runId)
  if (!run || run.year !== year) return no('not-found', 'run-unknown', `${year}年没有这次测算。`, `There is no such run of ${year}.`)
  const repeated = repeatSnapshot(run.snapshot)
  if (!repeated.ok) return repeated
  const published = await provisionalQuotas(tx, year)
  const [current] = published
  const checked = check(order, current, run.inputsHash, current?.inputsHash)
  if (!checked.ok) return checked
  const issue = order.issue + 1
  const reason = order.reason.trim() || null
  const stamp = { realm: caller.realm, personId: caller.personId, now }
  const added = await insertQuotas(tx, { year, issue, runId: run.id, inputsHash: run.inputsHash, reason }, run.snapshot.quotas, stamp)
  if (added !== Object.keys(run.snapshot.quotas).length)
    return no(
      'conflict',
      'published-meanwhile',
      '预下达数量刚由他人发布，请刷新后再试。',
      'The quotas were published by someone else just now; reload and try again.',
    )
  const before = current
    ? { issue: current.issue, quotas: Object.fromEntries(published.map(({ provinceCode, quota }) => [provinceCode, quota])) }
    : null
  await audit({
    countyCode: '000000',
    action: 'allocation.publish',
    recordKind: 'provisional-quotas',
    recordId: order.id,
    before,
    after: { year, issue, runId: run.id, inputsHash: run.inputsHash, quotas: run.snapshot.quotas },
    ...(reason ? { reason } : {}),
  })
  await publish({
    id: order.id,
    countyCode: '000000',
    kind: publicationKind,
    year,
    title: {
      zh: `${year}年示范县预下达数量${issue > 1 ? `（第${issue}次，更正）` : ''}`,
      en: `Provisional quotas of ${year}${issue > 1 ? ` (issue ${issue}, corrected)` : ''}`,
    },
    content: contentOf(reason ? { ...run.snapshot, note: reason } : run.snapshot),
    clause: run.snapshot.sheet.clause,
  })
  return accept({ issue, inputsHash: run.inputsHash })
}

/** A snapshot is plain JSON; its optional notes are left out where absent, as in any JSON text. */
const contentOf = (snapshot: AllocationSnapshot): JsonValue => asJson(snapshot)
