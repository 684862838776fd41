export { planeDistance } from './problem.ts'
export type {
  Load,
  Pair,
  Reloading,
  Route,
  RoutingProblem,
  RoutingSolution,
  Stop,
  TimeWindow,
  Travel,
  VehicleType,
  Visit,
} from './problem.ts'
export { solve } from './search/solve.ts'
export type { Progress, SolveOptions, Solved } from './search/solve.ts'
