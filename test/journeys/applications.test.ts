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

test('a county mends what stands in the way, the form saves itself, and it submits; the province accepts', async () => {
  const page = await stage.signIn('zhaojue-government')
  await page.goto('/applications')
  await page
    .getByRole('table')
    .getByRole('link', { name: /昭觉县/ })
    .click()
  await page.getByText(/已自动保存/).waitFor()
  const goal = page.getByRole('group', { name: '农村网络零售额增速' })
  await goal.getByLabel('目标值').fill('25')
  await page.getByText('已自动保存（第 4 版）').waitFor()
  for (const card of await page.locator('details.application-card').all())
    if ((await card.getAttribute('open')) === null) await card.locator('> summary').click()
  for (const name of await page.getByLabel('支出名称').all())
    if ((await name.inputValue()) === '其他费用') await name.fill('（演示）品牌设计服务费')
  await page.getByText('可以进入下一步').waitFor()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交申报' }).click()
  await page.getByText('现在只能查看，不能修改：已提交。').waitFor()

  const province = await stage.signIn('sichuan-commerce')
  await province.goto(page.url())
  await province.getByRole('button', { name: '受理并送评审' }).click()
  await province.getByRole('dialog').getByRole('button', { name: '受理并送评审' }).click()
  await province.getByText('现在只能查看，不能修改：已受理送评审。').waitFor()
})
