import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test.each([desktop, phone])('a county opens its application from the list and sees what the rules say, at %o', async size => {
  const page = await stage.signIn('zhaojue-government', size)
  await page.goto('/applications')
  await page
    .getByRole('table')
    .getByRole('link', { name: /昭觉县/ })
    .click()
  await page.getByRole('heading', { level: 1, name: /昭觉县/ }).waitFor()
  await page.getByRole('heading', { name: '规则判定' }).waitFor()
  await picture(page, `application-${size.width}`)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
})
