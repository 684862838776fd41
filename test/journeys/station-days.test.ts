import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { photo } from '../support/forms.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const county = '513431'

/** Sheets with the orders that are rows of them, oldest day first: what the server has. */
const sheets = async (): Promise<{ day: string; orders: number; rows: number; channel: string; photo: boolean }[]> => {
  const { rows } = await stage.program.owner.query(
    `select s.day::text, s.orders, s.channel,
       (select count(*)::int from transaction_row r where r.county_code = s.county_code and r.batch_id = s.id) as rows,
       exists (select from project_file f where f.id = s.paper_file_id) as photo
     from station_sheet s where s.station = '5134310001' order by s.day`,
  )
  return rows
}

async function addOrder(page: Page, amount: string): Promise<void> {
  await page.getByLabel('商品类别', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('金额（元）', { exact: true }).fill(amount)
  await page.getByLabel('时间', { exact: true }).fill('08:30')
  await page.getByRole('button', { name: '记一笔' }).click()
}

test('a station with no network all day: days are written, outlive reloads and a lost answer, and arrive once and whole', async () => {
  const page = await stage.signIn('zhaojue-station', phone)
  await page.goto(`/station-days/${county}`)
  await page.getByText(/没有网络也能填报/).waitFor()
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(/没有网络，正在用手机上存的站点资料/).waitFor()

  await page.getByLabel('日期', { exact: true }).fill('2020-05-18')
  await addOrder(page, '35.50')
  // The phone ends the page before the day is kept: the order is still there.
  await page.reload()
  await page.getByLabel('日期', { exact: true }).fill('2020-05-18')
  await page.getByText('当天的订单（1笔）').first().waitFor()
  await addOrder(page, '12')
  await page.getByRole('button', { name: '保存这一天（2笔）' }).click()
  await page.getByText(/已存在手机上/).waitFor()

  await page.getByLabel('日期', { exact: true }).fill('2020-05-19')
  await page.getByRole('button', { name: '当天无交易' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '当天无交易' }).click()
  await page.getByText('手机上待上传的日报（2天）').first().waitFor()

  await page.getByLabel('日期', { exact: true }).fill('2020-05-17')
  await page.getByLabel(/从纸质日报录入/).setInputFiles(photo)
  await page.getByText('已拍：photo.png').waitFor()
  await addOrder(page, '8.80')
  await page.getByRole('button', { name: '保存这一天（1笔）' }).click()
  await page.getByText('手机上待上传的日报（3天）').first().waitFor()
  await picture(page, 'station-days-offline')
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
  await page.reload()
  await page.getByText('手机上待上传的日报（3天）').first().waitFor()
  expect(await sheets()).toEqual([])

  // Back, over a line that loses the first answer: the day arrived, the phone does not know, and is ended in the middle of sending.
  let lost = 0
  await page.route('**/station-days', async route => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await page.context().setOffline(false)
  await expect.poll(async () => (await sheets()).length, { timeout: 20_000 }).toBe(1)
  await page.reload()
  await page
    .getByText(/手机上待上传的日报/)
    .first()
    .waitFor({ state: 'hidden' })
  await expect.poll(sheets, { timeout: 20_000 }).toEqual([
    { day: '2020-05-17', orders: 1, rows: 1, channel: 'paper', photo: true },
    { day: '2020-05-18', orders: 2, rows: 2, channel: 'form', photo: false },
    { day: '2020-05-19', orders: 0, rows: 0, channel: 'form', photo: false },
  ])
  await page.getByText('看照片').first().waitFor()
  await picture(page, 'station-days-sent')
})

test('a firm sees what it misses and opens its form with what the register knows', async () => {
  const firm = await stage.signIn('zhaojue-contractor')
  await firm.goto('/duties?show=open')
  await firm.getByText(/到期应报/).waitFor()
  await picture(firm, 'duties')
  await firm
    .getByRole('row', { name: /2020-03.*公共服务体系/ })
    .getByRole('link', { name: '填报' })
    .first()
    .click()
  await firm.getByText('已按项目台账').waitFor()
  await picture(firm, 'contract-form')
  expect(await firm.getByLabel('项目承办单位', { exact: true }).inputValue()).toBe('（演示）昭觉县电商服务有限公司')
})
