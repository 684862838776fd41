export { allMigrations, buildProgram, prepareDatabase } from './build.ts'
export type { Program, ProgramSettings } from './build.ts'
export { capabilities } from './capabilities.ts'
export { seedDemonstration } from './seed.ts'
