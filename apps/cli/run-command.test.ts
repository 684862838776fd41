import { accept, refuse } from '@jincun/kernel'
import type { Command } from '@jincun/http'
import { PolicyFault } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { noDatabase } from '../../test/support/no-database.ts'
import { runCommand } from './run-command.ts'

const echo: Command = {
  name: 'echo back',
  summary: 'Says what it was told',
  usage: 'echo back --word W',
  options: { word: { type: 'string' }, file: { type: 'string' } },
  run: async ({ values, readFile, openDatabase }) => {
    if (values.file) await readFile(String(values.file))
    if (values.word === 'database') {
      const opened = await openDatabase()
      if (!opened.ok) return opened
    }
    return values.word
      ? accept({ json: { word: values.word, money: 5n }, text: String(values.word) })
      : refuse({ kind: 'invalid', code: 'no-word', where: '--word', message: { zh: '请给出词', en: 'give a word' } })
  },
}
const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: 'absent.csv' })
const openDatabase = noDatabase
const run = (...args: string[]) =>
  runCommand(args, {
    commands: [echo],
    readFile: () => Promise.reject(missing),
    loadPolicy,
    now: new Date('2020-05-20T09:00:00+08:00'),
    openDatabase,
  })

test('text by default, JSON when asked, money as decimal text', async () => {
  expect(await run('echo', 'back', '--word', 'hi')).toEqual({ exitCode: 0, output: 'hi' })
  expect(await run('echo', 'back', '--word', 'hi', '--json')).toEqual({ exitCode: 0, output: '{"word":"hi","money":"5"}' })
})

test.each([
  ['an unknown command', ['ech'], /no command 'ech'/],
  ['an unknown option', ['echo', 'back', '--wrod', 'x'], /--wrod/],
  ['an option without its value', ['echo', 'back', '--word'], /--word/],
  ['a missing value', ['echo', 'back'], /--word: give a word/],
  ['a database that is not there', ['echo', 'back', '--word', 'database'], /there is no database/],
  ['a file that is not there', ['echo', 'back', '--file', 'absent.csv'], /absent.csv cannot be read \(ENOENT\)/],
])('%s exits with 2 and one sentence', async (_what, args, sentence) => {
  const outcome = await run(...args)
  expect(outcome.exitCode).toBe(2)
  expect(outcome.error).toMatch(sentence)
  expect(outcome.error?.includes('\n')).toBe(false)
})

test('without a command it lists them all', async () => {
  expect((await run()).output).toContain('echo back')
})

test('a fault of the policy folder is told as one sentence with file and field', async () => {
  const spoiled = () => {
    throw new PolicyFault({ file: 'policy/rules/2020.yaml', field: 'list[0].rule', message: { zh: '缺少这一项', en: 'this is missing' } })
  }
  const surroundings = { commands: [echo], readFile: () => Promise.reject(missing), loadPolicy: spoiled, now: new Date(0), openDatabase }
  expect(await runCommand(['echo', 'back', '--word', 'hi'], surroundings)).toEqual({
    exitCode: 2,
    error: 'policy/rules/2020.yaml › list[0].rule: 缺少这一项 / this is missing',
  })
})
