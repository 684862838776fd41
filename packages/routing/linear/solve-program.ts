import loader from 'highs'
import type { Highs, Model } from 'highs'

/** One linear condition: lower ≤ Σ values[k] × x[columns[k]] ≤ upper. */
export type LinearRow = { lower: number; upper: number; columns: readonly number[]; values: readonly number[] }

/** Minimise costs × x under rows and bounds; `integer` columns take whole values. */
export type LinearProgram = {
  costs: readonly number[]
  lower: readonly number[]
  upper: readonly number[]
  rows: readonly LinearRow[]
  integer?: readonly boolean[]
}

export type ProgramOutcome = {
  /** 'feasible': a limit stopped the search with a solution in hand; 'none': without one. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'none'
  objective: number
  /** No solution costs less than this. */
  bound: number
  x: Float64Array
  /** Shadow price of each row; meaningful for programs without integer columns. */
  duals: Float64Array
}

export type ProgramOptions = {
  /** Wall seconds after which the search stops with what it has. */
  secondsMax?: number
  /** Relative gap at which an integer solution counts as optimal. */
  relativeGap?: number
  /** A solution known beforehand. */
  start?: Float64Array
}

/** The package declares its types as CommonJS and is an ES module at run time, where the default export is the loader itself. */
const highsLoader = loader as unknown as typeof loader.default
let loading: Promise<Highs> | undefined
const loadHighs = (): Promise<Highs> => {
  loading ??= highsLoader()
  return loading
}

function packRows(rows: readonly LinearRow[]) {
  const size = rows.reduce((sum, row) => sum + row.columns.length, 0)
  const starts = new Int32Array(rows.length + 1)
  const indices = new Int32Array(size)
  const values = new Float64Array(size)
  let at = 0
  rows.forEach((row, index) => {
    indices.set(row.columns, at)
    values.set(row.values, at)
    at += row.columns.length
    starts[index + 1] = at
  })
  return { starts, indices, values }
}

function modelOf(highs: Highs, program: LinearProgram): Model {
  const unbounded = (value: number): number => (value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value)
  return highs.createModel({
    numCols: program.costs.length,
    numRows: program.rows.length,
    colCost: program.costs,
    colLower: program.lower.map(unbounded),
    colUpper: program.upper.map(unbounded),
    rowLower: program.rows.map(row => unbounded(row.lower)),
    rowUpper: program.rows.map(row => unbounded(row.upper)),
    matrix: { format: 'csr', numRows: program.rows.length, numCols: program.costs.length, ...packRows(program.rows) },
    ...(program.integer ? { integrality: Int32Array.from(program.integer, whole => (whole ? 1 : 0)) } : {}),
  })
}

function configure(model: Model, program: LinearProgram, options: ProgramOptions): void {
  model.options.set({ output_flag: false, primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 })
  if (options.secondsMax !== undefined) model.options.set('time_limit', Math.max(0.01, options.secondsMax))
  if (program.integer) model.options.set('mip_rel_gap', options.relativeGap ?? 1e-9)
  // A hint only: the status-keeping call, since HiGHS refuses starts of models it can solve by looking at them.
  if (options.start) model.raw.setSolution({ colValue: options.start })
}

/**
 * Solves a linear or mixed-integer program by HiGHS (Huangfu & Hall 2018, doi 10.1007/s12532-017-0130-5), one thread.
 * Throws when HiGHS itself fails, which is a bug of the model, never of a user's data.
 */
export async function solveProgram(program: LinearProgram, options: ProgramOptions = {}): Promise<ProgramOutcome> {
  const highs = await loadHighs()
  const model = modelOf(highs, program)
  try {
    configure(model, program, options)
    const { modelStatus } = model.run()
    const infeasible = modelStatus === 8 || modelStatus === 9
    const solved = modelStatus === 7 || (!infeasible && Number(model.info.get('primal_solution_status')) === 2)
    if (!solved)
      return {
        status: infeasible ? 'infeasible' : 'none',
        objective: Infinity,
        bound: -Infinity,
        x: new Float64Array(),
        duals: new Float64Array(),
      }
    const objective = model.getObjectiveValue()
    const bound = program.integer ? Number(model.info.get('mip_dual_bound')) : modelStatus === 7 ? objective : -Infinity
    const { colValue, rowDual } = model.getSolution()
    return { status: modelStatus === 7 ? 'optimal' : 'feasible', objective, bound, x: colValue, duals: rowDual }
  } finally {
    model.dispose()
  }
}
