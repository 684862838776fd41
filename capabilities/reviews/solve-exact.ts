import { assert } from '@jincun/kernel'
import type { Ratio } from '@jincun/kernel'
import { fraction, minus, times, zero } from './exact.ts'

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index]
  assert(value !== undefined, 'an index lies inside its list')
  return value
}

/** Moves the first row with a non-zero entry in `column`, from `column` down, up to `column`. The matrix must be regular. */
function pivot(rows: bigint[][], column: number): bigint[] {
  const found = rows.findIndex((row, index) => index >= column && at(row, column) !== 0n)
  assert(found >= 0, 'the matrix is regular')
  const chosen = at(rows, found)
  rows[found] = at(rows, column)
  rows[column] = chosen
  return chosen
}

/**
 * Solves A·x = b exactly, by fraction-free elimination: every division leaves no remainder and numbers stay as short as determinants
 * (Bareiss, E. H., 1968: Sylvester's identity and multistep integer-preserving Gaussian elimination, Math. Comp. 22, 565–578).
 * @param matrix regular, square, whole numbers
 * @param right as many whole numbers
 */
export function solveExactly(matrix: readonly (readonly bigint[])[], right: readonly bigint[]): Ratio[] {
  const size = matrix.length
  const rows = matrix.map((row, index) => [...row, at(right, index)])
  let previous = 1n
  for (let column = 0; column < size; column++) {
    const lead = pivot(rows, column)
    const head = at(lead, column)
    for (let below = column + 1; below < size; below++) {
      const row = at(rows, below)
      const factor = at(row, column)
      for (let index = column; index <= size; index++) row[index] = (at(row, index) * head - factor * at(lead, index)) / previous
    }
    previous = head
  }
  const solution: Ratio[] = Array(size).fill(zero)
  for (let index = size - 1; index >= 0; index--) {
    const row = at(rows, index)
    let rest = fraction(at(row, size))
    for (let later = index + 1; later < size; later++) rest = minus(rest, times(fraction(at(row, later)), at(solution, later)))
    solution[index] = times(rest, fraction(1n, at(row, index)))
  }
  return solution
}
