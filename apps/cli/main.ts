import { readFile } from 'node:fs/promises'
import { loadPolicy } from '@jincun/policy/load'
import { capabilities, openOwnerDatabase, readSettings } from '@jincun/server'
import { openDatabase } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import { runCommand } from './run-command.ts'

const outcome = await runCommand(process.argv.slice(2), {
  commands: capabilities.flatMap(capability => capability.commands ?? []),
  readFile: path => readFile(path),
  loadPolicy,
  now: new Date(),
  openDatabase: async () => {
    const owner = await openOwnerDatabase(readSettings([], process.env), 'existing')
    if (!owner)
      return refuse({
        kind: 'not-found',
        code: 'no-database',
        message: {
          zh: '没有数据库：请设置 DATABASE_URL，或先运行一次 npm start。',
          en: 'There is no database: set DATABASE_URL, or run npm start once.',
        },
      })
    const database = openDatabase(owner.url, { connections: 2, role: null })
    return accept({ database, close: () => database.close().then(owner.leave) })
  },
})
if (outcome.output) process.stdout.write(`${outcome.output}\n`)
if (outcome.error) process.stderr.write(`${outcome.error}\n`)
process.exitCode = outcome.exitCode
