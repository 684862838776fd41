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

test('the centre scores, approves and settles; a province names its counties by letter; the centre publishes', async () => {
  stage.program.setNow('2020-06-03T09:00:00+08:00')
  const centre = await stage.signIn('centre')
  await centre.goto('/settlement/2020')
  await centre.getByRole('heading', { level: 1, name: '2020年核定与结算' }).waitFor()
  for (const [province, points, number] of [
    ['甘肃省', '88.5', '3'],
    ['贵州省', '80', '2'],
  ] as const) {
    const row = centre.getByRole('row', { name: new RegExp(province) })
    await row.getByRole('button', { name: '评审方案' }).click()
    const drawer = centre.getByRole('dialog')
    await drawer.getByLabel(/^得分/).fill(points)
    await drawer.getByRole('button', { name: '保存' }).click()
    await row.getByRole('button', { name: '核定数量' }).click()
    await centre
      .getByRole('dialog')
      .getByLabel(/^核定数量/)
      .fill(number)
    await centre.getByRole('dialog').getByLabel(/^理由/).fill('（演示）按方案得分核定')
    await centre.getByRole('dialog').getByRole('button', { name: '核定数量' }).click()
    await row.getByRole('cell', { name: points, exact: true }).waitFor()
  }
  await centre.getByRole('dialog').waitFor({ state: 'hidden' }) // A drawer that is still closing lies over the buttons.
  await sound(centre, 'settlement-1440')
  await centre.getByRole('button', { name: '结算并公布' }).click()
  await centre.getByLabel(/我确认按系统假定/).check()
  await centre.getByRole('dialog').getByRole('button', { name: '结算并公布' }).click()
  await centre.getByText(/本年度资金已于/).waitFor()

  const gansu = await stage.signIn('gansu-commerce', phone)
  await gansu.goto('/final-lists/2020/620000')
  await gansu.getByLabel(/^发文字号/).fill('（演示）甘政函〔2020〕1号')
  await gansu.getByLabel(/^成文日期/).fill('2020-06-20')
  await gansu.getByLabel(/^签发单位/).fill('（演示）甘肃省人民政府')
  await sound(gansu, 'final-list-390')
  await gansu.getByRole('button', { name: '保存', exact: true }).click()
  await gansu.getByText('已保存为第1版').waitFor()
  await gansu.getByRole('button', { name: '以省政府函报送' }).click()
  await gansu.getByRole('dialog').getByRole('button', { name: '以省政府函报送' }).click()
  await gansu.getByText('已报送，回执校验值（SHA-256）').waitFor()

  await centre.goto('/final-lists/2020/620000')
  await sound(centre, 'final-list-1440')
  await centre.getByRole('button', { name: '确认并公布' }).click()
  await centre.getByRole('dialog').getByRole('button', { name: '确认并公布' }).click()
  await centre.getByText(/已公布，3个县自2020-06-20起为示范县/).waitFor()
  await centre.goto('/final-lists/2020')
  await centre.getByRole('link', { name: '甘肃省' }).waitFor()
  await sound(centre, 'final-lists-1440')
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
