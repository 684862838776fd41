import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPolicy } from './load.ts'
import { rewrite, withPolicyCopy } from './testing.ts'

const pack = loadPolicy()

test('the shipped folder loads and holds both years', () => {
  expect([...pack.ruleBooks.keys()]).toEqual([2017, 2020])
  expect(pack.sources.map(({ id }) => id)).toEqual(['notice-2017', 'notice-2020'])
})

test('every clause of the 2020 notice has its id', () => {
  const ids = pack.sources.find(({ id }) => id === 'notice-2020')?.clauses.map(({ id }) => id)
  const numbered = (head: number, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${head}.${from + index}`)
  expect(ids).toEqual([
    ...numbered(2, 1, 2),
    ...numbered(3, 0, 7),
    ...numbered(4, 1, 7),
    ...numbered(5, 1, 6),
    ...numbered(6, 1, 3),
    ...['a', 'b', 'c', 'd', 'e'].map(letter => `6.4${letter}`),
    '6.5',
    'A.1',
  ])
})

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const cap = 'parameters/application-cap-percent.yaml'

const plantedInFiles: [defect: string, file: string, edit: (text: string) => string, told: RegExp][] = [
  ['an unknown key', cap, swap('unit:', 'units: x\nunit:'), /application-cap-percent\.yaml: 没有名为“units”的字段/],
  ['an unknown key inside a value', cap, swap('force: must', 'force: must\n    source: x'), /› values\.2020: 没有名为“source”/],
  ['an unknown language', cap, swap('en: ', 'fr: x, en: '), /› title: 没有名为“fr”/],
  ['a missing clause', cap, swap(/ {4}clause: .*\n/, ''), /› values\.2020\.clause: 缺少这一项/],
  ['a force that is no force', cap, swap('force: must', 'force: maybe'), /› values\.2020\.force: 写法不对/],
  ['a float', cap, swap('value: 150', 'value: 150.5'), /› values\.2020\.value: 写法不对/],
  ['a percent sign', cap, swap('value: 150', "value: '150%'"), /› values\.2020\.value: 单位是percent，应写不带百分号的非负整数/],
  ['a number below zero', cap, swap('value: 150', 'value: -1'), /› values\.2020\.value: 单位是percent/],
  ['a year out of the world', cap, swap(/.2020.:/, '20200:'), /› values\.20200: 写法不对/],
  ['the same year twice', cap, text => `${text}${text.slice(text.search(/^ {2}.2020.:/m))}`, /› 第\d+行: 不是合格的YAML/],
  ['a clause nobody has', cap, swap('notice-2020/5.2', 'notice-2020/5.9'), /› values\.2020\.clause: 没有条款“notice-2020\/5\.9”/],
  [
    'a clause of a later year',
    'parameters/limited-provinces.yaml',
    swap('notice-2017/5.1', 'notice-2020/5.1'),
    /2017年不能引用2020年的条款/,
  ],
  [
    'a day that is not in the calendar',
    'parameters/ranked-list-deadline.yaml',
    swap('2020-05-29', '2020-05-32'),
    /› values\.2020\.value: 单位是date/,
  ],
  ['30 February', 'parameters/ranked-list-deadline.yaml', swap('2020-05-29', '2020-02-30'), /› values\.2020\.value: 单位是date/],
  ['a ratio as a decimal', 'parameters/poverty-share-minimum.yaml', swap('1/3', "'0.33'"), /› values\.2020\.value: 单位是ratio，应写分数/],
  [
    'a place code of five digits',
    'parameters/limited-provinces.yaml',
    swap(/.35., /, "'35010', "),
    /› values\.2017\.value: 单位是place-codes/,
  ],
  ['a place code twice', 'parameters/limited-provinces.yaml', swap(/.35., /, "'37', "), /› values\.2017\.value: 单位是place-codes/],
  [
    'a house number without its note',
    'parameters/near-line-places.yaml',
    text => text.slice(0, text.indexOf('    note')),
    /› values\.2020\.note: 不是通知的数/,
  ],
  [
    'a name that is not its id',
    cap,
    swap('application-cap-percent', 'application-cap'),
    /application-cap-percent\.yaml: 内容属于“application-cap\.yaml”/,
  ],
  [
    'a clause id twice',
    'sources/notice-2020.yaml',
    swap(/id: .2\.2./, "id: '2.1'"),
    /notice-2020\.yaml › clauses\[1\]\.id: “2\.1”出现了两次/,
  ],
  [
    'a list id twice',
    'lists/support-modes.yaml',
    swap('id: service-purchase', 'id: loan-interest-subsidy'),
    /› values\.2020\[1\]\.id: .*两次/,
  ],
  [
    'a list clause nobody has',
    'lists/support-modes.yaml',
    swap('notice-2020/3.0', 'notice-2020/3.9'),
    /› values\.2020\[0\]\.clause: 没有条款/,
  ],
  ['a rule twice', 'rules/2020.yaml', swap('rule: goals-quantified', 'rule: plan-complete'), /rules\/2020\.yaml › plan\[1\]\.rule: .*两次/],
  ['a rule clause nobody has', 'rules/2020.yaml', swap('notice-2020/4.6', 'notice-2019/4.6'), /› county\[4\]\.clause: 没有条款/],
  [
    'a parameter nobody wrote',
    'rules/2020.yaml',
    swap('minimum: poverty-share-minimum', 'minimum: poverty-share'),
    /› list\[6\]\.parameters\.minimum: 没有参数“poverty-share”/,
  ],
  [
    'a parameter without that year',
    'rules/2017.yaml',
    swap('maximum: old-base-share-maximum', 'maximum: application-cap-percent'),
    /没有2017年的值/,
  ],
  [
    'weights that do not sum to 1000',
    'factor-sheets/2020.yaml',
    swap('weightPerMille: 150', 'weightPerMille: 151'),
    /› factors: 权重之和是1001‰/,
  ],
  ['a cap below the floor', 'factor-sheets/2020.yaml', swap('floor: 0\ncap: null', 'floor: 5\ncap: 4'), /› cap: 上限4低于下限5/],
  ['a factor twice', 'factor-sheets/2020.yaml', swap('id: evaluation-score', 'id: disbursement-rate'), /› factors\[7\]\.id: .*两次/],
  ['a score item twice', 'scorecards/2020.yaml', swap('id: goals', 'id: plan-fit'), /scorecards\/2020\.yaml › items\[3\]\.id: .*两次/],
  [
    'a section clause nobody has',
    'work-plans/2020-county.yaml',
    swap('notice-2020/4.3', 'notice-2020/9'),
    /› sections\[0\]\.clause: 没有条款/,
  ],
  ['broken YAML', cap, text => `${text}\n  : [`, /application-cap-percent\.yaml › 第\d+行: 不是合格的YAML/],
]

test.each(plantedInFiles)('%s is told as one error with file and field', (_defect, file, edit, told) => {
  withPolicyCopy(root => {
    rewrite(root, file, edit)
    expect(() => loadPolicy(root)).toThrow(told)
  })
})

const plantedInFolders: [defect: string, plant: (root: string) => void, told: RegExp][] = [
  ['a folder nothing reads', root => mkdirSync(join(root, 'parameter')), /^policy\/parameter: 没有程序会读/],
  ['a file of another kind', root => writeFileSync(join(root, 'lists/support-areas.yml'), ''), /support-areas\.yml: 这里只放 \.yaml/],
  [
    'a year under the name of another',
    root => renameSync(join(root, 'rules/2020.yaml'), join(root, 'rules/2021.yaml')),
    /内容属于“2020\.yaml”/,
  ],
  ['no score sheet', root => rmSync(join(root, 'scorecards/2017.yaml')), /^policy\/scorecards\/2017\.yaml: 有2017年的规则，却缺/],
  ['no county work plan', root => rmSync(join(root, 'work-plans/2020-county.yaml')), /^policy\/work-plans\/2020-county\.yaml: 有2020年/],
  ['no negative list', root => rmSync(join(root, 'lists/negative-list.yaml')), /^policy\/lists\/negative-list\.yaml: 有2017年/],
]

test.each(plantedInFolders)('%s is told as one error with its file', (_defect, plant, told) => {
  withPolicyCopy(root => {
    plant(root)
    expect(() => loadPolicy(root)).toThrow(told)
  })
})
