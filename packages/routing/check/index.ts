export { checkSolution } from './check-solution.ts'
export type { Fault, FaultCode, Verdict } from './check-solution.ts'
export { driveRoute } from './drive-route.ts'
export type { DrivenRoute, DrivenStep, Pause } from './drive-route.ts'
