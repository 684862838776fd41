import { readFile } from 'node:fs/promises'
import { loadPolicy } from '@jincun/policy/load'
import { capabilities, openOwnerDatabase, readSettings } from '@jincun/server'
import { openDatabase } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Surroundings } from './run-command.ts'

/** Everything the program has: all commands, the policy folder, the database. */
export const programSurroundings = (): Surroundings => ({
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
