import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test.each([desktop, phone])('anyone reads a clause with its rules and numbers, at %o', async size => {
  const page = await stage.visit(size)
  await page.goto('/rules?clause=notice-2020/4.4')
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '二次申报', exact: false }) })
  await card.getByText('二次申报的资金拨付率下限').waitFor()
  const text = await card.textContent()
  expect(text).toContain('90%')
  expect(text).toContain('本系统自定，非通知所定') // the share of accepted projects is the system's own reading
  expect(text).toContain('check-repeat-disbursement-rate.ts')
  await picture(page, `rules-${size.width}`)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
})

test('another year shows other rules, and what is not carried yet is said', async () => {
  const page = await stage.visit()
  await page.goto('/rules')
  await page.getByRole('heading', { name: '负面清单' }).waitFor()
  await page.getByLabel('年度').selectOption('2017')
  await page.getByText('革命老区县占比', { exact: true }).waitFor()
  expect(await page.getByText('申报县中革命老区县占比上限').count()).toBe(1)
  await page.getByLabel('年度').selectOption('2020')
  await page.getByLabel('显示').selectOption('pending')
  await page.getByLabel('查找').fill('协调机制与样板县')
  await page.getByText('尚未落实：整条').waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await page.reload() // the choices are in the address
  await page.getByText('尚未落实：整条').waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
})

test('a word nobody used finds nothing and says what to do', async () => {
  const page = await stage.visit()
  await page.goto('/rules?find=没有这样的词')
  await page.getByText('没有符合的条款').waitFor()
  expect(await page.getByRole('article').count()).toBe(0)
})
