import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
let made = 0
const newTestId = (): string => `01900000-0000-7000-b000-${String(++made).padStart(12, '0')}`

type Final = { version: number; entries: { countyCode: string; type: string }[] }
const finalAt = '/api/final-lists/2020/620000'

/** Takes the demonstration to the end of the round for Gansu, through the routes the consoles use. */
async function publishEverything(): Promise<void> {
  stage.program.setNow('2020-06-10T09:00:00+08:00')
  const [centre, gansu] = await Promise.all([stage.program.as('centre'), stage.program.as('gansu-commerce')])
  const letter = { number: '（演示）甘政函〔2020〕1号', date: '2020-06-10', signedBy: '（演示）甘肃省人民政府' }
  const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).toBe(200)
  }
  await done(gansu.send('POST', '/api/ranked-lists/2020/620000/publication', { id: newTestId() }))
  await done(
    centre.send('POST', '/api/settlement/2020/plan-reviews', { id: newTestId(), provinceCode: '620000', score: '90', comment: '' }),
  )
  const approval = { id: newTestId(), provinceCode: '620000', approved: 3, reason: '（演示）方案得分90' }
  await done(centre.send('POST', '/api/settlement/2020/approvals', approval))
  await done(centre.send('POST', '/api/settlement/2020/settlements', { id: newTestId(), acceptsAssumedStandard: true }))
  const { version, entries } = (await gansu.get<Final>(finalAt)).body
  const wanted = entries.map(({ countyCode, type }) => ({ countyCode, type }))
  await done(
    gansu.send('PUT', finalAt, { listId: newTestId(), changeId: newTestId(), seenVersion: version, entries: wanted, letter, reasons: {} }),
  )
  await done(gansu.send('POST', `${finalAt}/submission`, { id: newTestId(), seenVersion: version + 1 }))
  await done(centre.send('POST', `${finalAt}/publication`, { id: newTestId() }))
}

beforeAll(async () => {
  stage = await openStage()
  await publishEverything()
})
afterAll(() => stage.close())

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

const pages: [string, string, string | RegExp][] = [
  ['home', '/', '各省公布最终名单'],
  ['ranked-lists', '/public/ranked-lists/2020', '各省公开情况'],
  ['ranked-list', '/public/ranked-lists/2020/620000', '评审得分'],
  ['final-lists', '/public/final-lists/2020', '（演示）甘政函〔2020〕1号'],
  ['settlement', '/public/settlement/2020', '每县标准是本系统的假定值，不是文件规定，只能用于试算。'],
  ['demonstration-counties', '/public/demonstration-counties', '各年公布数与已知名单'],
  ['register', '/public/register', '核对以前记下的树根'],
]

test.each(pages.map(page => [...page, phone] as const))(
  '%s is public, usable and says where its figures come from',
  async (name, path, words, size) => {
    const page = await stage.visit(size)
    await page.goto(path)
    await page.getByText(words).first().waitFor()
    await sound(page, `public-${name}-${size.width}`)
  },
)

test('a stranger follows the final list into the register, where the browser checks it; a change behind our back is seen', async () => {
  const page = await stage.visit()
  await page.goto('/public/final-lists/2020')
  await page
    .getByRole('link', { name: /公开登记第 \d+ 号/ })
    .first()
    .click()
  await page.getByText('没有改动：内容与登记的摘要相符，并且在树中。').waitFor()
  await sound(page, 'public-publication-1440')
  const id = page.url().split('/').at(-1)
  const { rows } = await stage.program.owner.query('select content from publication where id = $1', [id])
  await stage.program.owner.query("update publication set content = replace(content, '甘政函', '假政函') where id = $1", [id])
  await page.reload()
  await page.getByText('内容与登记的摘要不符，可能被改动。').waitFor()
  await stage.program.owner.query('update publication set content = $2 where id = $1', [id, rows[0]?.content])
})

test('a root kept earlier shows that the register only grew, and a false one does not pass', async () => {
  const { root, size } = (await stage.program.anyone.get<{ root: string; size: number }>('/api/public/log')).body
  const page = await stage.visit(phone)
  await page.goto('/public/register')
  await page.getByLabel('当时的条数').fill(String(size))
  await page.getByLabel(/当时的树根/).fill(root)
  await page.getByRole('button', { name: '核对' }).click()
  await page.getByText(/相符：当时的 \d+ 条原样保留/).waitFor()
  await page.getByLabel(/当时的树根/).fill('0'.repeat(64))
  await page.getByRole('button', { name: '核对' }).click()
  await page.getByText(/不相符/).waitFor()
})

test('the public home loads at most 200 kB of compressed script and nothing of the officials’ component library', async () => {
  const page = await stage.visit(phone)
  const scripts: Promise<Buffer>[] = []
  page.on('response', response => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
  })
  await page.goto('/')
  await page.getByText('各省公布最终名单').first().waitFor()
  const bodies = await Promise.all(scripts)
  const compressed = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  expect(compressed).toBeGreaterThan(50_000)
  expect(compressed).toBeLessThan(200_000)
  expect(bodies.some(body => body.includes('ant-table'))).toBe(false)
})

test('in English the same page speaks English, and the choice is remembered', async () => {
  const page = await stage.visit()
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rural E-commerce Comprehensive Demonstration 2020' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'How to make sure nothing was altered' }).waitFor()
  await sound(page, 'public-home-english-1440')
})

test('an address nobody has says so and leads back', async () => {
  const page = await stage.visit(phone)
  await page.goto('/no-such-page')
  await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
  await sound(page, 'public-not-found-390')
})
