export { runCommand } from './run-command.ts'
export type { Outcome, Surroundings } from './run-command.ts'
