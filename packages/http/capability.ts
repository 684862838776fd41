import type { Database, Transaction } from '@jincun/db'
import type { Refusal, Result } from '@jincun/kernel'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Caller, PermissionTable } from './caller.ts'
import type { Route } from './route.ts'
import type { StreamRoute } from './stream-route.ts'

/** Something a person should do next, by when, and why. */
export type Task = {
  id: string
  title: Bilingual
  /** What makes it necessary or how far it has come. */
  detail?: Bilingual
  clause: string
  /** ISO instant, or null where no deadline is set. */
  due: string | null
  href: string
  /** `waiting` is for others to do; `coming` is what follows by the calendar, told to those who have nothing to do now. */
  state: 'do' | 'waiting' | 'coming' | 'done'
}

/** Finds tasks for those who may do `action`, or for everyone signed in ('signed-in': such a source sees no rows); runs read-only in the scope of that action. */
export type TaskSource = {
  action: string
  find: (context: { tx: Transaction; caller: Caller; now: Date; policy: PolicyPack }) => Promise<readonly Task[]>
}

export type SeedContext = { database: Database; policy: PolicyPack; now: Date; newId: () => string }

/** One command of the command line; the same code as the server's. */
export type Command = {
  /** 'allocate' or two words, 'policy check'. */
  name: string
  summary: string
  usage: string
  options: ParseArgsOptionsConfig
  run: (input: {
    values: Readonly<Record<string, string | boolean | undefined>>
    positionals: readonly string[]
    readFile: (path: string) => Promise<Uint8Array>
    /** The bytes of a file as they come off the disk, for files of any size. */
    readStream: (path: string) => AsyncIterable<Uint8Array>
    policy: PolicyPack
    now: Date
    /** The program's database as its owner sees it: every row. Refused with one sentence where there is none. */
    openDatabase: () => Promise<Result<Database>>
  }) => Promise<Result<{ json: unknown; text: string }, Refusal>>
}

/** What a slice's server gives to the program. */
export type Capability = {
  name: string
  migrations?: URL
  permissions: PermissionTable
  routes: readonly Route[]
  /** Routes that take bodies of any size. */
  streams?: readonly StreamRoute[]
  tasks?: readonly TaskSource[]
  commands?: readonly Command[]
  /** Goes on with work that a stop of the program cut off; run once when the server listens. */
  resume?: (context: SeedContext) => Promise<void>
  /** Puts demonstration records in place; runs once, on an empty database, after the slices before it. */
  seed?: (context: SeedContext) => Promise<void>
}
