import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { allocate } from './allocate.ts'
import type { Allocation } from './allocate.ts'
import type { FactorInputs } from './factor-input.ts'
import { sheetWeights } from './factor-settings.ts'
import type { AllocationOptions } from './factor-settings.ts'
import { fromText, toText } from './rational.ts'
import type { AllocationSettings, AllocationSnapshot } from './snapshot.ts'

/** The settings a factor sheet proposes for a total. */
export function proposedSettings(sheet: FactorSheet, total: number): AllocationSettings {
  return {
    total,
    method: sheet.rounding,
    floor: sheet.floor,
    cap: sheet.cap,
    weights: Object.fromEntries(Object.entries(sheetWeights(sheet)).map(([id, weight]) => [id, toText(weight)])),
    missing: Object.fromEntries(sheet.factors.map(({ id, missing }) => [id, missing])),
  }
}

export const optionsOf = ({ weights, ...settings }: AllocationSettings): AllocationOptions => ({
  ...settings,
  weights: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, fromText(weight)])),
})

/** Runs the factor method on written-out settings and keeps what is needed to repeat it. */
export function takeSnapshot(
  sheet: FactorSheet,
  settings: AllocationSettings,
  inputs: FactorInputs,
): Result<{ snapshot: AllocationSnapshot; allocation: Allocation }> {
  const result = allocate(inputs, sheet, optionsOf(settings))
  if (!result.ok) return result
  const { inputsHash, provinces } = result.value
  const quotas = Object.fromEntries(provinces.map(({ code, quota }) => [code, quota]))
  return accept({ allocation: result.value, snapshot: { sheet, settings, inputs, inputsHash, quotas } })
}

/**
 * Repeats a kept run and checks that it still says what was kept: same fingerprint, same quotas.
 * A difference is refused, never shown as if it were the result: the record or the program has changed.
 */
export function repeatSnapshot(snapshot: AllocationSnapshot): Result<Allocation> {
  const result = allocate(snapshot.inputs, snapshot.sheet, optionsOf(snapshot.settings))
  if (!result.ok) return result
  const same =
    result.value.inputsHash === snapshot.inputsHash && result.value.provinces.every(({ code, quota }) => snapshot.quotas[code] === quota)
  if (same) return result
  return refuse({
    kind: 'conflict',
    code: 'snapshot-differs',
    message: {
      zh: '重新计算的结果与存档不一致：记录或算法版本已改变，请以存档为准并联系系统管理员。',
      en: 'Recomputing gives another result than was kept: the record or the calculation has changed. The kept result stands; tell the administrator.',
    },
    details: { kept: snapshot.inputsHash, recomputed: result.value.inputsHash },
  })
}
