import { parseArgs } from 'node:util'
import { toWire } from '@jincun/http/wire'
import type { Database } from '@jincun/db'
import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { PolicyFault, PolicyGap } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'

export type Surroundings = {
  commands: readonly Command[]
  readFile: (path: string) => Promise<Uint8Array>
  /** Reads a file piece by piece; where it is not given, files are read whole. */
  readStream?: (path: string) => AsyncIterable<Uint8Array>
  loadPolicy: () => PolicyPack
  now: Date
  openDatabase: () => Promise<Result<OpenedDatabase>>
}

/** A database and how to leave it: a server that was started for the command is stopped, one that ran before is not. */
export type OpenedDatabase = { database: Database; close: () => Promise<void> }

export type Outcome = { exitCode: 0 | 1 | 2; output?: string; error?: string }

const wrong = (error: string): Outcome => ({ exitCode: 2, error })

function usage(commands: readonly Command[]): string {
  const lines = commands.map(command => `  ${command.name.padEnd(16)}${command.summary}`)
  return ['npm run -s jincun -- <command> [options] [--json]', '', ...lines, '', '<command> --help tells its options.'].join('\n')
}

/** The command whose one or two words begin the arguments, and what follows them. */
function choose(args: readonly string[], commands: readonly Command[]): { command: Command; rest: string[] } | undefined {
  for (const words of [2, 1]) {
    const command = commands.find(candidate => candidate.name === args.slice(0, words).join(' '))
    if (command) return { command, rest: args.slice(words) }
  }
  return undefined
}

/** A file that cannot be read is the caller's mistake, told in one sentence; anything else is a bug and throws. */
function sentenceOf(error: unknown): string {
  if (error instanceof PolicyGap || error instanceof PolicyFault) return error.message
  if (error instanceof Error && 'code' in error && 'path' in error)
    return `${String(error.path)} cannot be read (${String(error.code)}). Check the path.`
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message.replaceAll(/\s*\n\s*/g, ' ')
  throw error
}

/** One sentence on stderr; where a command's format has an answer for errors (VROOM's code and error), that on stdout as well. */
function refused({ where, message, details }: Refusal, json: boolean): Outcome {
  const clause = typeof details === 'object' && details !== null && 'clause' in details ? ` (${String(details.clause)})` : ''
  const sentence = wrong(`${where ? `${where}: ` : ''}${message.en} / ${message.zh}${clause}`)
  const answer = typeof details === 'object' && details !== null && 'answer' in details ? details.answer : undefined
  return json && answer !== undefined ? { ...sentence, output: toWire(answer) } : sentence
}

const readWhole = (readFile: Surroundings['readFile']) =>
  async function* (path: string): AsyncGenerator<Uint8Array> {
    yield await readFile(path)
  }

/** Opens the database when a command asks for it, once, and leaves it when the command is done. */
function lend(open: Surroundings['openDatabase']) {
  const opened: OpenedDatabase[] = []
  const openDatabase = async (): Promise<Result<Database>> => {
    const [known] = opened
    if (known) return accept(known.database)
    const result = await open()
    if (!result.ok) return result
    opened.push(result.value)
    return accept(result.value.database)
  }
  return { openDatabase, leave: async () => void (await Promise.all(opened.map(each => each.close()))) }
}

/** Runs one command line. Exit codes: 0 done, 2 wrong use or wrong input with one sentence on stderr. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const { commands, readFile, now } = surroundings
  if (args.length === 0 || args[0] === '--help') return { exitCode: 0, output: usage(commands) }
  const chosen = choose(args, commands)
  if (!chosen) return wrong(`There is no command '${args[0]}'. Run without a command to see them all.`)
  const { command, rest } = chosen
  if (rest.includes('--help')) return { exitCode: 0, output: `${command.summary}\n\nUsage: npm run -s jincun -- ${command.usage}` }
  const { openDatabase, leave } = lend(surroundings.openDatabase)
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const result = await command.run({
      values: values as Record<string, string | boolean | undefined>,
      positionals,
      readFile,
      readStream: surroundings.readStream ?? readWhole(readFile),
      policy: surroundings.loadPolicy(),
      now,
      openDatabase,
    })
    if (!result.ok) return refused(result.reason, values.json === true)
    return { exitCode: 0, output: values.json ? toWire(result.value.json) : result.value.text }
  } catch (error) {
    return wrong(sentenceOf(error))
  } finally {
    await leave()
  }
}
