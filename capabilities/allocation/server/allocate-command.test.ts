import { readFileSync } from 'node:fs'
import { writeWorkbook } from '@jincun/documents'
import { loadPolicy } from '@jincun/policy/load'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { noDatabase } from '../../../test/support/no-database.ts'
import { runCommand } from '../../../apps/cli/run-command.ts'
import type { AllocationDocument } from '../index.ts'
import { allocateCommand } from './allocate-command.ts'

const real = readFileSync(new URL('../../../policy/programme/province-inputs-2020.csv', import.meta.url), 'utf8')
const [heading = '', ...rows] = real.trim().split('\n')
const lines = (...changed: string[]): string => `${changed.join('\n')}\n`
/** The real file with one line replaced; line 1 is the heading, line 24 is Sichuan. */
const withLine = (number: number, change: (line: string) => string): string =>
  lines(...[heading, ...rows].map((line, index) => (index === number - 1 ? change(line) : line)))
const swap = (number: number, from: string, to: string): string => withLine(number, line => line.replace(from, to))

const files = new Map<string, string | Uint8Array>([
  ['real.csv', real],
  ['shuffled.csv', lines(heading, ...rows.toReversed())],
  ['gbk.csv', iconv.encode(real, 'gbk')],
  ['bom.csv', `\ufeff${real.replaceAll('\n', '\r\n')}`],
  ['tabs.csv', real.replaceAll(',', '\t')],
  ['chinese-heading.csv', swap(1, 'n_poverty832', '国贫县数')],
  ['weights.json', '{"poverty-counties": 60, "rural-population": 40}'],
  ['weights-90.json', '{"poverty-counties": 60, "rural-population": 30}'],
  ['weights-unknown.json', '{"gdp": 1}'],
  ['weights-broken.json', '{"poverty-counties": '],
  ['weights-list.json', '[1]'],
  ['duplicate.csv', lines(heading, ...rows, rows[22] ?? '')],
  ['unknown-code.csv', swap(24, '510000', '990000')],
  ['county-code.csv', swap(24, '510000', '513431')],
  ['wrong-name.csv', swap(24, '四川省', '云南省')],
  ['negative.csv', swap(24, ',66,', ',-66,')],
  ['word.csv', swap(24, ',66,', ',很多,')],
  ['formula.csv', swap(24, ',66,', ',=33*2,')],
  ['fraction.csv', swap(24, ',66,', ',66.5,')],
  ['comma.csv', swap(24, '83674866', '83,674,866')],
  ['quoted-comma.csv', swap(24, '83674866', '"83,674,866"')],
  ['open-quote.csv', swap(24, ',66,', ',"66,')],
  ['rate.csv', withLine(24, line => line.replace(/,,$/, ',101,'))],
  ['missing-column.csv', lines(...[heading, ...rows].map(line => line.split(',').toSpliced(7, 1).join(',')))],
  ['unknown-column.csv', swap(1, 'n_township_units', 'gdp')],
  ['column-twice.csv', swap(1, 'n_township_units', 'n_poverty832')],
  ['missing-figure.csv', swap(24, ',66,', ',,')],
  ['heading-only.csv', lines(heading)],
  ['empty.csv', ''],
  ['no-heading.csv', lines(...rows)],
  ['picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ['garbage.csv', new Uint8Array([0x70, 0xff, 0xff, 0x80])],
  ['old.xls', real],
  ['renamed.xlsx', real],
])

const run = (args: string) =>
  runCommand(['allocate', ...args.split(' ').filter(Boolean)], {
    commands: [allocateCommand],
    loadPolicy,
    now: new Date('2020-05-20T09:00:00+08:00'),
    openDatabase: noDatabase,
    readFile: async path => {
      const content = files.get(path)
      if (content === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT', path })
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
  })

const usual = '--year 2020 --quota 250 --inputs real.csv --json'
const document = async (args: string): Promise<AllocationDocument> => {
  const { output, error } = await run(args)
  if (!output) throw new Error(error)
  return JSON.parse(output) as AllocationDocument
}

test('the real inputs: 31 provinces, the total exact, nothing on stderr', async () => {
  const outcome = await run(usual)
  const { provinces, total, year, method, inputsHash } = JSON.parse(outcome.output ?? '{}') as AllocationDocument
  expect([outcome.exitCode, outcome.error, year, total, method]).toEqual([0, undefined, 2020, 250, 'largest-remainder'])
  expect(provinces).toHaveLength(31)
  expect(provinces.reduce((seats, { quota }) => seats + quota, 0)).toBe(250)
  expect(inputsHash).toMatch(/^[0-9a-f]{64}$/)
})

test.each(['shuffled.csv', 'gbk.csv', 'bom.csv', 'tabs.csv', 'chinese-heading.csv'])('%s gives the same bytes', async file => {
  expect((await run(usual.replace('real.csv', file))).output).toBe((await run(usual)).output)
})

test('an Excel file gives the same bytes', async () => {
  const columns = heading.split(',').map(title => ({ title, format: 'text' as const }))
  const sheet = {
    name: '数据',
    title: '各省数据',
    columns,
    rows: rows.map(line => line.split(',').map((cell, index) => (cell === '' ? null : index < 2 ? cell : Number(cell)))),
  }
  files.set('real.xlsx', await writeWorkbook([sheet], new Date('2020-05-20T09:00:00+08:00')))
  expect((await run(usual.replace('real.csv', 'real.xlsx'))).output).toBe((await run(usual)).output)
})

test('weights, method, bounds and missing treatments change the answer', async () => {
  const base = await document(usual)
  for (const more of [
    '--weights weights.json',
    '--method jefferson',
    '--floor 1',
    '--cap 20',
    '--missing counties-supported-before=zero',
  ]) {
    const other = await document(`${usual} ${more}`)
    expect(other.provinces.reduce((seats, { quota }) => seats + quota, 0)).toBe(250)
    expect(other.inputsHash).not.toBe(base.inputsHash)
    expect(other.provinces).not.toEqual(base.provinces)
  }
})

test('for people: a table with the method by name', async () => {
  const { output } = await run('--year 2020 --quota 250 --inputs real.csv --method webster')
  expect(output).toContain('韦伯斯特法')
  expect(output).toMatch(/510000 .* 四川省/)
})

test.each([
  ['no year', '--quota 250 --inputs real.csv', '缺少 --year'],
  ['no quota', '--year 2020 --inputs real.csv', '缺少 --quota'],
  ['no inputs', '--year 2020 --quota 250', '缺少 --inputs'],
  ['a year in words', '--year twenty --quota 250 --inputs real.csv', '--year 应为整数'],
  ['a quota of half a county', '--year 2020 --quota 2.5 --inputs real.csv', '--quota 应为整数'],
  ['a negative quota', '--year 2020 --quota=-5 --inputs real.csv', '--quota 应为整数'],
  ['a quota of nothing', '--year 2020 --quota 0 --inputs real.csv', '总数应为1至100000的整数'],
  ['a quota out of this world', '--year 2020 --quota 100001 --inputs real.csv', '总数应为1至100000的整数'],
  ['a year without factor sheet', '--year 2019 --quota 250 --inputs real.csv', 'policy/factor-sheets/2019.yaml'],
  ['an unknown method', `${usual} --method adams`, '没有取整方法“adams”'],
  ['an unknown option', `${usual} --colour red`, '--colour'],
  ['a stray word', `${usual} now`, '多余的参数“now”'],
  ['an absent file', usual.replace('real.csv', 'absent.csv'), 'absent.csv'],
  ['an absent weights file', `${usual} --weights absent.json`, 'absent.json'],
  ['weights that add up to 90', `${usual} --weights weights-90.json`, '权重合计为90'],
  ['weights of unknown factors', `${usual} --weights weights-unknown.json`, '没有名为“gdp”的因素'],
  ['weights that are no JSON', `${usual} --weights weights-broken.json`, 'weights-broken.json 不是有效的 JSON'],
  ['weights as a list', `${usual} --weights weights-list.json`, '权重应写成'],
  ['an unknown treatment', `${usual} --missing evaluation-score=guess`, '--missing 应写成'],
  ['a mean of nothing', `${usual} --missing evaluation-score=mean`, '无法取平均值'],
  ['floors above the total', `${usual} --floor 9`, '各省保底合计 279 个，超过总数 250 个'],
  ['caps below the total', `${usual} --cap 8`, '各省最多合计 248 个'],
  ['a province twice', usual.replace('real.csv', 'duplicate.csv'), '第33行“province_code”列：510000已在第24行出现'],
  ['an unknown code', usual.replace('real.csv', 'unknown-code.csv'), '第24行“province_code”列：“990000”不是省级行政区划代码'],
  ['a county code', usual.replace('real.csv', 'county-code.csv'), '第24行“province_code”列：“513431”不是省级行政区划代码'],
  ['a name of another province', usual.replace('real.csv', 'wrong-name.csv'), '第24行“province”列：代码510000是四川省'],
  ['a negative figure', usual.replace('real.csv', 'negative.csv'), '第24行“n_poverty832”列：“-66”是负数'],
  ['a word', usual.replace('real.csv', 'word.csv'), '第24行“n_poverty832”列：“很多”不是数字'],
  ['a formula', usual.replace('real.csv', 'formula.csv'), '第24行“n_poverty832”列：“=33*2”是公式'],
  ['a fraction of a county', usual.replace('real.csv', 'fraction.csv'), '第24行“n_poverty832”列：“66.5”不是整数'],
  ['commas that shift the row', usual.replace('real.csv', 'comma.csv'), '第24行'],
  ['thousands commas', usual.replace('real.csv', 'quoted-comma.csv'), '第24行“pop2020”列：“83,674,866”带千分位逗号'],
  ['a quote left open', usual.replace('real.csv', 'open-quote.csv'), '引号'],
  ['a rate of 101 percent', usual.replace('real.csv', 'rate.csv'), '第24行“disbursement_rate”列：“101”大于100'],
  ['a column missing', usual.replace('real.csv', 'missing-column.csv'), '国贫县数'],
  ['an unknown column', usual.replace('real.csv', 'unknown-column.csv'), '第1行“gdp”列：不认识这一列'],
  ['a column twice', usual.replace('real.csv', 'column-twice.csv'), '国贫县数'],
  ['a figure missing that may not be', usual.replace('real.csv', 'missing-figure.csv'), '缺1个省的数据（四川省）'],
  ['no province', usual.replace('real.csv', 'heading-only.csv'), '表中没有任何省份'],
  ['an empty file', usual.replace('real.csv', 'empty.csv'), '文件是空的'],
  ['no heading', usual.replace('real.csv', 'no-heading.csv'), '找不到表头'],
  ['a picture named .csv', usual.replace('real.csv', 'picture.csv'), '内容却不是'],
  ['bytes of no encoding', usual.replace('real.csv', 'garbage.csv'), '无法识别文件的文字编码'],
  ['an old Excel file', usual.replace('real.csv', 'old.xls'), '.xls'],
  ['a CSV renamed to .xlsx', usual.replace('real.csv', 'renamed.xlsx'), '内容却不是'],
])('%s: exit code 2 and one sentence', async (_, args, sentence) => {
  const outcome = await run(args)
  expect([outcome.exitCode, outcome.output]).toEqual([2, undefined])
  expect(outcome.error).toContain(sentence)
  expect(outcome.error?.split('\n')).toHaveLength(1)
})
