import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { noDatabase } from '../../../test/support/no-database.ts'
import { commands } from './commands.ts'

const shipped = loadPolicy()
const few = ['application-cap-percent', 'poverty-share-minimum', 'ranked-list-deadline', 'incentive-county-count', 'near-line-places']
/** A few numbers, so that a number added to the shipped folder needs no change here. */
const policy = { ...shipped, parameters: new Map([...shipped.parameters].filter(([id]) => few.includes(id))) }
const run = (name: string, values: Record<string, string> = {}, text = '') => {
  const command = commands.find(candidate => candidate.name === name)
  const readFile = async () => new TextEncoder().encode(text)
  const readStream = async function* () {
    yield await readFile()
  }
  return command?.run({ values, positionals: [], readFile, readStream, policy, now: new Date(0), openDatabase: noDatabase })
}

test('policy check tells what the folder holds', async () => {
  const result = await run('policy check')
  expect(result).toMatchObject({
    ok: true,
    value: { json: { years: [2017, 2020], clauses: 57, parameters: 5, lists: shipped.lists.size } },
  })
})

test.each([
  ['no file', { year: '2020' }, 'wrong-use'],
  ['no year', { notice: 'n.txt' }, 'wrong-use'],
  ['a year that is none', { notice: 'n.txt', year: 'last' }, 'wrong-use'],
  ['a year without a notice', { notice: 'n.txt', year: '2019' }, 'wrong-use'],
  ['a notice that says something else', { notice: 'n.txt', year: '2020' }, 'not-as-in-the-notice'],
])('policy verify with %s is refused', async (_what, values, code) => {
  expect(await run('policy verify', values, '一、别的通知')).toMatchObject({ ok: false, reason: { code } })
})

/** The least a 2020 notice would have to say: its headings and the numbers the pack claims to have from it. */
const skeleton =
  '二、（一）（二）三、（一）（二）（三）（四）四、1/3，10个。五、（一）（二）150%，5月29日（三）六、（一）（二）（三）（四）（五）附件'

test('policy verify accepts a text in which everything stands', async () => {
  expect(await run('policy verify', { notice: 'n.txt', year: '2020' }, skeleton)).toMatchObject({
    ok: true,
    value: { json: { missing: [], copied: [] } },
  })
})

test('policy verify names the number that is not there', async () => {
  const result = await run('policy verify', { notice: 'n.txt', year: '2020' }, skeleton.replace('150%', '120%'))
  expect(result).toMatchObject({
    ok: false,
    reason: { message: { en: expect.stringContaining('application-cap-percent.yaml › values.2020.value') } },
  })
})
