import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import type { ApportionmentMethod } from './apportion.ts'
import { canonicalFigure, columnsOf } from './figures.ts'
import type { FactorInputs } from './factor-input.ts'
import type { FactorSetting } from './factor-settings.ts'
import { toText } from './rational.ts'

/** Version of the calculation: raised whenever the same inputs could give another answer. */
export const calculation = 'factor-method/1'

export type Determinants = {
  year: number
  total: number
  method: ApportionmentMethod
  floor: number
  cap: number | null
  factors: readonly FactorSetting[]
  inputs: FactorInputs
}

/**
 * Everything that determines the result and nothing else, as one canonical text: provinces by code, only the columns in use,
 * figures without idle zeros. Row order, names and titles do not change it. Its SHA-256 is the inputsHash of the working sheet.
 */
export function canonicalInputs({ year, total, method, floor, cap, factors, inputs }: Determinants): string {
  const columns = [...new Set(factors.flatMap(columnsOf))]
  const rows = inputs.provinces
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, values }): JsonValue => {
      const figures = columns.map((column): [string, JsonValue] => [column, canonicalFigure(values[column] ?? '')])
      return { code, values: Object.fromEntries(figures) }
    })
  return canonicalJson({
    calculation,
    year,
    total,
    method,
    floor,
    cap,
    factors: factors.map(({ id, column, weight, better, normalisation, missing }) => ({
      id,
      column,
      weight: toText(weight),
      better,
      normalisation,
      missing,
    })),
    provinces: rows,
  })
}

/** SHA-256, lower-case hexadecimal, of the canonical inputs. */
export const inputsHashOf = (determinants: Determinants): string => sha256Hex(canonicalInputs(determinants))
