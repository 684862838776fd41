import type { RouteContext } from '@jincun/http'
import { accept, canonicalJson, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { factorSheetFor } from '@jincun/policy'
import { places } from '@jincun/places/server'
import { sha256Hex } from '@jincun/proof'
import { readInputGrid } from '../index.ts'
import type { CellError, InputContext, InputGrid } from '../index.ts'
import { gridDifference } from '../grid-difference.ts'
import { insertSheet, latestSheet, sheetById } from './store.ts'

export type WriteContext = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit'>

/** `version` is the one the person saw; `source` says where the figures come from. */
export type SheetOrder = { id: string; version: number; grid: InputGrid; source: string }
export type SheetSaved = { version: number; errors: readonly CellError[]; changed: number }

export const inputContext = (policy: WriteContext['policy'], year: number): InputContext => ({
  sheet: factorSheetFor(policy, year),
  provinces: places().provinces,
})

const changedMeanwhile = (year: number, mine: InputGrid, theirs: { version: number; grid: InputGrid; savedBy: string | null }) =>
  refuse({
    kind: 'conflict' as const,
    code: 'sheet-changed-meanwhile',
    message: {
      zh: `${year}年数据表已由${theirs.savedBy ?? '他人'}改成第${theirs.version}版，您的修改没有保存；请对照差异后在新版上重改。`,
      en: `The input sheet of ${year} is now version ${theirs.version} (${theirs.savedBy ?? 'someone else'}); your change was not saved. Compare and make it again on the new version.`,
    },
    details: { version: theirs.version, differences: gridDifference(theirs.grid, mine) },
  })

/** Adds a version of the input sheet, right or wrong; wrong cells are answered and stay until they are mended. */
export async function saveSheet(
  { tx, now, policy, caller, audit }: WriteContext,
  year: number,
  order: SheetOrder,
): Promise<Result<SheetSaved>> {
  const { errors } = readInputGrid(order.grid, inputContext(policy, year))
  const again = await sheetById(tx, order.id)
  if (again && gridDifference(again.grid, order.grid).length === 0) return accept({ version: again.version, errors, changed: 0 })
  const latest = await latestSheet(tx, year)
  const seen = latest?.version ?? 0
  const version = seen + 1
  const fresh = order.version === seen && !again
  const added = fresh && (await insertSheet(tx, { ...order, year, version }, { realm: caller.realm, personId: caller.personId, now }))
  if (!added) {
    const theirs = fresh ? await latestSheet(tx, year) : latest
    return changedMeanwhile(year, order.grid, theirs ?? { version: seen, grid: { header: [], rows: [] }, savedBy: null })
  }
  const changes = latest ? gridDifference(latest.grid, order.grid) : []
  await audit({
    countyCode: '000000',
    action: 'allocation.prepare',
    recordKind: 'allocation-sheet',
    recordId: order.id,
    before: latest ? { version: latest.version, grid: sha256Hex(canonicalJson(latest.grid)) } : null,
    after: { year, version, source: order.source, grid: sha256Hex(canonicalJson(order.grid)), changes },
  })
  return accept({ version, errors, changed: changes.length })
}
