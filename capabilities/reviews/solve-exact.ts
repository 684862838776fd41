import { assert } from '@jincun/kernel'

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

/** Numerators over one common denominator. */
export type ExactSolution = { numerators: bigint[]; denominator: bigint }

/**
 * Solves A·x = b exactly, by fraction-free elimination and back substitution: every division leaves no remainder, numbers stay as
 * short as determinants, and the common denominator is the determinant up to its sign
 * (Bareiss, E. H., 1968: Sylvester's identity and multistep integer-preserving Gaussian elimination, Math. Comp. 22, 565–578).
 * @param matrix regular, square, whole numbers
 * @param right as many whole numbers
 */
export function solveExactly(matrix: readonly (readonly bigint[])[], right: readonly bigint[]): ExactSolution {
  const size = matrix.length
  const rows = matrix.map((row, index) => [...row, at(right, index)])
  let denominator = 1n
  for (let column = 0; column < size; column++) {
    const lead = pivot(rows, column)
    const head = at(lead, column)
    for (const row of rows.slice(column + 1)) {
      const factor = at(row, column)
      for (let index = column; index <= size; index++) row[index] = (at(row, index) * head - factor * at(lead, index)) / denominator
    }
    denominator = head
  }
  const numerators: bigint[] = Array(size).fill(0n)
  for (let index = size - 1; index >= 0; index--) {
    const row = at(rows, index)
    let rest = at(row, size) * denominator
    for (let later = index + 1; later < size; later++) rest -= at(row, later) * at(numerators, later)
    numerators[index] = rest / at(row, index)
  }
  return { numerators, denominator }
}
