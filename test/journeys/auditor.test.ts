import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await payTheWaitingRequest()
})
afterAll(() => stage.close())

/** The request that waits in the demonstration goes through its three hands; the pages of that are another journey's. */
async function payTheWaitingRequest(): Promise<void> {
  const [office, finance] = [await stage.program.as('zhaojue-office'), await stage.program.as('zhaojue-finance')]
  const { rows } = (await office.get<{ rows: { request: { id: string } }[] }>('/api/payments')).body
  const path = `/api/payments/${rows[0]?.request.id}`
  const years = { budgetYear: 2020, batchYear: 2020 }
  expect((await office.send('POST', `${path}/office-approval`, {})).status).toBe(200)
  expect((await finance.send('POST', `${path}/finance-approval`, years)).status).toBe(200)
  expect((await finance.send('POST', `${path}/voucher`, { voucher: 'GK-2020-0008', paidOn: '2020-05-20' })).status).toBe(200)
}

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

/** Takes the first suggestion of a place picker. */
async function choosePlace(scope: Page | ReturnType<Page['getByRole']>, label: string, text: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label })
  await box.fill(text)
  await scope.getByRole('listbox', { name: label }).getByRole('option').first().click()
}

test('an auditor opens a figure of the money map to its entries, and an entry to the request that was approved', async () => {
  const page = await stage.signIn('auditor')
  await page.goto('/ledger')
  await choosePlace(page, '地区', '昭觉')
  await page.getByLabel('预算年度', { exact: true }).selectOption('2020')
  await page.waitForURL(/place=513431.*budgetYear=2020/)
  await page.getByText('共 1 条').first().waitFor()
  expect(await page.getByRole('navigation', { name: '菜单' }).locator('[aria-current="page"]').allTextContents()).toEqual(['资金总览'])
  await sound(page, 'auditor-ledger')
  const paid = page.locator('.figure', { hasText: '已拨付' })
  expect(await paid.textContent()).not.toContain('无数据')
  await paid.getByRole('link').last().click()
  await page.waitForURL('**/ledger/money/513431')
  await page.getByRole('link', { name: '已拨付收款方' }).first().click()
  await page.getByText('GK-2020-0008').waitFor()
  await page.locator('a[href^="/ledger/movement/"]').first().click()
  await page.getByRole('heading', { name: '一笔资金流转的全部分录' }).waitFor()
  await page.getByText('昭觉县财政局经办').first().waitFor()
  await sound(page, 'auditor-movement')
  await page.locator('main').getByRole('link', { name: '拨付申请' }).first().click()
  await page.waitForURL('**/payments/*')
  await page.getByText('项目办审核通过').first().waitFor()
})

test('what is refused says so with its clause; on a phone too', async () => {
  const page = await stage.signIn('sichuan-finance', phone)
  await page.goto('/ledger/allotments')
  await page.getByRole('button', { name: '登记下达' }).click()
  const drawer = page.getByRole('dialog')
  await choosePlace(drawer, '收到资金的地区', '昭觉')
  await drawer.getByLabel('金额（元）').fill('99999999999')
  await drawer.getByLabel('文号/凭证号').fill('（演示）川财建〔2020〕99号')
  await drawer.getByLabel('日期').fill('2020-05-19')
  await drawer.getByRole('button', { name: '保存' }).click()
  const refusal = drawer.getByRole('alert').filter({ hasText: /余额不足，还差/ })
  await refusal.getByRole('link', { name: '2020年通知 5.6' }).waitFor()
  await sound(page, 'auditor-refusal-390')
  await page.goto('/ledger/carried-over')
  await page.getByText('倒计时').first().waitFor()
  await sound(page, 'auditor-carried-over-390')
})
