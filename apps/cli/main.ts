import { planningCommands } from '@jincun/server/planning'
import { runCommand } from './run-command.ts'
import { planningSurroundings } from './planning-surroundings.ts'

// Loading the whole program takes seconds, which a plan asked for in one second does not have.
const planning = planningCommands.some(({ name }) => name === process.argv[2])
const surroundings = planning ? planningSurroundings(planningCommands) : (await import('./program-surroundings.ts')).programSurroundings()
const outcome = await runCommand(process.argv.slice(2), surroundings)
if (outcome.output) process.stdout.write(`${outcome.output}\n`)
if (outcome.error) process.stderr.write(`${outcome.error}\n`)
process.exitCode = outcome.exitCode
