import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { factorSheetFor } from '@jincun/policy'
import { readInputGrid, refuseGrid, takeSnapshot } from '../index.ts'
import type { AllocationSettings } from '../index.ts'
import { inputContext } from './save-sheet.ts'
import type { WriteContext } from './save-sheet.ts'
import { findRun, insertRun, sheetOfVersion } from './store.ts'

/** `version` of the input sheet to run on. */
export type RunOrder = { id: string; version: number; title: string; settings: AllocationSettings }

const noSuchVersion = (year: number, version: number) =>
  refuse({
    kind: 'not-found' as const,
    code: 'sheet-version-unknown',
    message: {
      zh: `${year}年没有第${version}版数据表，请先保存数据表。`,
      en: `There is no version ${version} of the input sheet of ${year}; save the sheet first.`,
    },
  })

/** Runs the factor method on a saved version of the input sheet and keeps the run with all it needs to be repeated. */
export async function makeRun(
  { tx, now, policy, caller, audit }: WriteContext,
  year: number,
  order: RunOrder,
): Promise<Result<{ id: string; inputsHash: string }>> {
  const sheet = await sheetOfVersion(tx, year, order.version)
  if (!sheet) return noSuchVersion(year, order.version)
  const { inputs, errors } = readInputGrid(sheet.grid, inputContext(policy, year))
  if (!inputs) return refuseGrid(errors)
  const taken = takeSnapshot(factorSheetFor(policy, year), order.settings, inputs)
  if (!taken.ok) return taken
  const { snapshot } = taken.value
  const { total, method } = order.settings
  const run = { id: order.id, year, sheetVersion: order.version, title: order.title, inputsHash: snapshot.inputsHash, total, method }
  const added = await insertRun(tx, run, snapshot, { realm: caller.realm, personId: caller.personId, now })
  if (!added) {
    const stored = await findRun(tx, order.id)
    if (stored?.inputsHash === snapshot.inputsHash) return accept({ id: order.id, inputsHash: snapshot.inputsHash })
    return refuse({
      kind: 'conflict',
      code: 'id-already-used',
      message: { zh: '该编号已用于另一次测算，请刷新后重试。', en: 'This id already belongs to another run; reload and try again.' },
    })
  }
  await audit({
    countyCode: '000000',
    action: 'allocation.prepare',
    recordKind: 'allocation-run',
    recordId: order.id,
    before: null,
    after: { ...run, settings: order.settings },
  })
  return accept({ id: order.id, inputsHash: snapshot.inputsHash })
}
