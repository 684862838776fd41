import { runCommand } from '../../../apps/cli/run-command.ts'
import { loadPolicy } from '@jincun/policy/load'
import { describe, expect, test } from 'vitest'
import { noDatabase } from '../../../test/support/no-database.ts'
import { checkListCommand } from './check-list-command.ts'

const files = new Map<string, string | Uint8Array>()
const run = (args: string) =>
  runCommand(['check-list', ...args.split(' ')], {
    commands: [checkListCommand],
    loadPolicy,
    now: new Date('2020-05-20T09:00:00+08:00'),
    openDatabase: noDatabase,
    readFile: async path => {
      const content = files.get(path)
      if (content === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT', path })
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
  })

/** Real counties of Sichuan without a record of earlier support: nine of the 832, then others. */
const poverty = ['510525', '510726', '510727', '510812', '510821', '510822', '510823', '511129', '511133']
const others = [
  '510104',
  '510105',
  '510106',
  '510107',
  '510108',
  '510112',
  '510113',
  '510114',
  '510115',
  '510116',
  '510117',
  '510121',
  '510129',
  '510131',
  '510181',
  '510182',
  '510184',
]
const csv = (codes: readonly string[], type = 'first') =>
  ['rank,county_code,type,score', ...codes.map((code, index) => `${index + 1},${code},${type},${99 - index}`)].join('\n')

files.set('25.csv', csv([...poverty, ...others.slice(0, 16)]))
files.set('26.csv', csv([...poverty, ...others]))
files.set('no-poverty.csv', csv(others.slice(0, 10)))
files.set('repeat.csv', csv(['510824'], 'repeat'))
files.set('old-code.csv', 'rank,county_code,type,score\n1,320684,first,90\n')
files.set('reasons.json', '{"poverty-share": "贫困县均已支持"}')
files.set('facts.json', '{"eligible": ["510824"]}')

type Answer = { submittable: boolean; findings: { code: string; status: string; message: { zh: string } }[] }
const json = async (args: string): Promise<Answer> => JSON.parse((await run(`${args} --json`)).output ?? '{}') as Answer
const unmet = (answer: Answer) => answer.findings.filter(finding => finding.status !== 'met').map(finding => finding.code)

test.each([
  ['25 of 17 in the last second', '--province 51 --quota 17 --list 25.csv --at 2020-05-29T23:59:59+08:00', []],
  ['the same by the long code', '--province 510000 --quota 17 --list 25.csv --at 2020-05-29T23:59:59+08:00', []],
  ['one second later', '--province 51 --quota 17 --list 25.csv --at 2020-05-30T00:00:00+08:00', ['submitted-in-time']],
  ['26 of 17', '--province 51 --quota 17 --list 26.csv --at 2020-05-29T23:59:59+08:00', ['application-cap']],
  ['the list of another province', '--province 52 --quota 17 --list 25.csv', ['in-province']],
  ['a repeat with nothing to show', '--province 51 --quota 17 --list repeat.csv', ['each-eligible']],
  ['a repeat the province vouches for', '--province 51 --quota 17 --list repeat.csv --facts facts.json', []],
])('%s', async (_name, args, codes) => {
  const answer = await json(`--year 2020 ${args}`)
  expect(unmet(answer)).toEqual(codes)
  expect(answer.submittable).toBe(codes.length === 0)
})

test('an unmet share passes with a recorded reason only', async () => {
  const args = '--year 2020 --province 51 --quota 17 --list no-poverty.csv'
  expect(await json(args)).toMatchObject({ submittable: false })
  expect(await json(`${args} --reasons reasons.json`)).toMatchObject({ submittable: true })
})

test('an older code stands for its successor, and the finding says so', async () => {
  const { findings } = await json('--year 2020 --province 32 --quota 2 --list old-code.csv')
  expect(findings.find(finding => finding.code === 'known-counties')).toMatchObject({
    status: 'met',
    message: { zh: expect.stringContaining('320684→320614') },
  })
})

test('without --json a person reads it', async () => {
  expect((await run('--year 2020 --province 51 --quota 17 --list 26.csv')).output).toContain(
    '✗ 申报26个县；预下达17个，上限为25个，须减少1个。',
  )
})

describe('wrong use: one sentence, exit code 2', () => {
  files.set('short-code.csv', 'rank,county_code,type,score\n1,51072,first,90\n')
  files.set('bad-type.csv', 'rank,county_code,type,score\n1,510726,third,90\n')
  files.set('header-only.csv', 'rank,county_code,type,score\n')
  files.set('no-type.csv', 'rank,county_code,score\n1,510726,90\n')
  files.set('not-json.json', '{')
  test.each([
    ['--province 51 --quota 17 --list 25.csv', '--year'],
    ['--year 2020 --quota 17 --list 25.csv', '--province'],
    ['--year 2020 --province 51000 --quota 17 --list 25.csv', '--province'],
    ['--year 2020 --province 99 --quota 17 --list 25.csv', 'No province has the code 990000'],
    ['--year 2020 --province 51 --list 25.csv', '--quota'],
    ['--year 2020 --province 51 --quota 17.5 --list 25.csv', '--quota'],
    ['--year 2020 --province 51 --quota 17', '--list'],
    ['--year 2020 --province 51 --quota 17 --list absent.csv', 'absent.csv'],
    ['--year 2020 --province 51 --quota 17 --list 25.csv --at 2020-05-29', '--at'],
    ['--year 2020 --province 51 --quota 17 --list 25.csv --at 2020-05-29T23:59:59', 'offset'],
    ['--year 2019 --province 51 --quota 17 --list 25.csv', 'policy/rules/2019.yaml'],
    ['--year 2020 --province 51 --quota 17 --list short-code.csv', 'Row 2'],
    ['--year 2020 --province 51 --quota 17 --list bad-type.csv', 'C2'],
    ['--year 2020 --province 51 --quota 17 --list header-only.csv', 'no row'],
    ['--year 2020 --province 51 --quota 17 --list no-type.csv', 'lacks: type'],
    ['--year 2020 --province 51 --quota 17 --list 25.csv --reasons not-json.json', 'not-json.json'],
  ])('%s', async (args, says) => {
    const outcome = await run(args)
    expect(outcome).toMatchObject({ exitCode: 2, error: expect.stringContaining(says) })
    expect(outcome.error?.trim().split('\n')).toHaveLength(1)
  })
})
