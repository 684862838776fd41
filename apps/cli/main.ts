import { readFile } from 'node:fs/promises'
import { loadPolicy } from '@jincun/policy/load'
import { capabilities } from '@jincun/server'
import { runCommand } from './run-command.ts'

const outcome = await runCommand(process.argv.slice(2), {
  commands: capabilities.flatMap(capability => capability.commands ?? []),
  readFile: path => readFile(path),
  loadPolicy,
  now: new Date(),
})
if (outcome.output) process.stdout.write(`${outcome.output}\n`)
if (outcome.error) process.stderr.write(`${outcome.error}\n`)
process.exitCode = outcome.exitCode
