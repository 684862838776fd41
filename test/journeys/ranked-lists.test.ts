import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeViolations, desktop, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Every page of the journey is usable: no grave axe violation, no wider than its window. */
async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

test.each([
  [desktop, '88.5'],
  [phone, '80'],
] as const)('a province writes its list and sees what the rules say before it saves, at %o', async (size, score) => {
  const page = await stage.signIn('guizhou-commerce', size)
  await page.goto('/home')
  await page
    .getByRole('link', { name: /报送排序名单/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '贵州省2020年排序名单' }).waitFor()
  await page.getByRole('button', { name: '加入名单' }).click()
  await page.getByLabel(/得分$/).last().fill(score)
  await page.getByText('以下按屏幕上的内容核对').waitFor()
  await sound(page, `ranked-list-writing-${size.width}`)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(/已保存为第\d+版/).waitFor()
})

test('a submitted list shows its receipt; the centre sees all provinces; only what was handed in', async () => {
  const gansu = await stage.signIn('gansu-commerce')
  await gansu.goto('/ranked-lists/2020/620000')
  await gansu.getByText('回执校验值（SHA-256）').waitFor()
  await sound(gansu, 'ranked-list-submitted-1440')
  const centre = await stage.signIn('centre')
  await centre.goto('/ranked-lists/2020')
  await centre.getByRole('link', { name: '甘肃省' }).waitFor()
  await sound(centre, 'ranked-lists-overview-1440')
})

test('submitted with confirmation and receipt, by the clock of the server', async () => {
  const page = await stage.signIn('guizhou-commerce')
  await page.goto('/ranked-lists/2020/520000')
  await page.getByRole('button', { name: '报送三部门' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '报送三部门' }).click()
  await page.getByText('回执校验值（SHA-256）').waitFor()
})

test.each([desktop, phone])('a late list is reopened only by a ruling of the centre, at %o', async size => {
  stage.program.setNow('2020-06-03T09:00:00+08:00')
  const centre = await stage.signIn('centre', size)
  await centre.goto('/ranked-lists/2020/510000')
  await centre.getByText('视同自动放弃').first().waitFor()
  await sound(centre, `ranked-list-forfeited-${size.width}`)
  await centre.getByRole('button', { name: '裁定重新开放' }).click()
  const dialog = centre.getByRole('dialog')
  await dialog.getByLabel('裁定文号').fill('（演示）裁定1号')
  await dialog.getByLabel('理由').fill('（演示）系统停机')
  await dialog.getByLabel('新期限（北京时间）').fill('2020-06-01T18:00')
  await dialog.getByRole('button', { name: '裁定重新开放' }).click()
  await dialog.getByText('裁定须有文号、理由和晚于现在的新期限').waitFor()
})
