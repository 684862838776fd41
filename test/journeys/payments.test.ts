import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

/** The step of one hand on the request that waits in its list. */
async function step(
  page: Page,
  state: string,
  button: string,
  fill: (drawer: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.goto(`/payments?state=${state}`)
  await page.getByRole('link', { name: '（演示）昭觉县电商服务有限公司' }).first().click()
  await page.getByRole('button', { name: button }).click()
  const drawer = page.getByRole('dialog')
  await fill(drawer)
  await drawer.getByRole('button', { name: button }).click()
  await drawer.waitFor({ state: 'detached' })
}

test('a contractor’s payment goes from request to voucher through three hands, and an auditor opens the figure to its entries', async () => {
  const contractor = await stage.signIn('zhaojue-contractor', phone)
  await contractor.goto('/payments/own')
  await contractor.getByRole('button', { name: '申请拨付' }).first().click()
  const form = contractor.getByRole('dialog')
  await form.getByLabel('申请金额（元）').fill('12345.67')
  await form.getByLabel('发票号码').fill('20200001')
  await form.getByLabel('开票日期').fill('2020-05-18')
  await form.getByLabel('发票金额（元）').fill('12345.67')
  await form.getByLabel('发票品名').fill('购买流量')
  await form.getByLabel('开户银行').fill('（演示）农信社')
  await form.getByLabel('银行账号').fill('6228480000000000001')
  await form.getByLabel('交付日期').fill('2020-05-15')
  await form.getByLabel('交付价值').fill('12345.67')
  await form.getByLabel('交付内容').fill('（演示）已交付')
  await form.getByText('1,000,000.00 × 30% = 300,000.00').waitFor()
  for (const paper of ['发票', '交付或完工证明']) {
    await form.getByLabel(paper, { exact: true }).setInputFiles({ name: `${paper}.png`, mimeType: 'image/png', buffer: dot })
    await form.getByText(`已上传：${paper}.png`).waitFor()
  }
  await picture(contractor, 'payment-form-phone')
  await form.getByRole('button', { name: '提交申请' }).click()
  // Central money buys no traffic: refused at the door, with its clause.
  await form
    .getByText(/负面清单/)
    .first()
    .waitFor()
  await form.getByLabel('发票品名').fill('室内装修')
  await form.getByRole('button', { name: '提交申请' }).click()
  await contractor.getByText('已提交，等待项目办审核。').waitFor()
  await sound(contractor, 'payments-own-phone')

  const office = await stage.signIn('zhaojue-office', phone)
  await step(office, 'submitted', '退回', async drawer => drawer.getByLabel('原因').fill('（演示）开户银行写全称'))
  await contractor.reload()
  await contractor.getByText('项目办审核退回：（演示）开户银行写全称').waitFor()
  await sound(contractor, 'payments-own-phone')
  await contractor.getByRole('button', { name: '改正后重新申请' }).click()
  await form.getByLabel('开户银行').fill('（演示）昭觉县农村信用合作联社')
  for (const paper of ['发票', '交付或完工证明']) {
    await form.getByLabel(paper, { exact: true }).setInputFiles({ name: `${paper}.png`, mimeType: 'image/png', buffer: dot })
    await form.getByText(`已上传：${paper}.png`).waitFor()
  }
  await form.getByRole('button', { name: '提交申请' }).click()
  await contractor.getByText('已提交，等待项目办审核。').waitFor()
  await step(office, 'submitted', '项目办审核通过')
  await office.getByText('县财政选定预算年度和批次').waitFor()
  await sound(office, 'payment-phone')
  await office.goto('/payments?state=bounced')
  await office.getByText('没有这一状态的申请').waitFor()
  await office.goto('/payments?state=office-approved')
  await office.getByRole('link', { name: '（演示）昭觉县电商服务有限公司' }).first().waitFor()
  await sound(office, 'payments-phone')
  const finance = await stage.signIn('zhaojue-finance')
  await step(finance, 'office-approved', '财政审核通过并预留资金')
  await step(finance, 'approved', '登记国库支付凭证', async drawer => {
    await drawer.getByLabel('支付凭证号').fill('GK-2020-0001')
    await drawer.getByLabel('支付日期').fill('2020-05-20')
  })
  await finance.getByText('已拨付').first().waitFor()
  await sound(finance, 'payment')
  await finance.goto('/payments')
  await finance.getByRole('link', { name: '（演示）昭觉县电商服务有限公司' }).first().waitFor()
  await sound(finance, 'payments')

  await finance.goto('/payments/treasury')
  const lines = ['支付凭证号,支付日期,收款人,金额（元）,状态', 'GK-2020-0009,2020-05-19,（演示）别的公司,5200.00,支付成功', '']
  const file = { name: '国库.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await finance.locator('input[type=file]').setInputFiles(file)
  await finance.getByText('还有 1 处差异未处理').waitFor()
  await finance.getByRole('button', { name: '说明差异' }).click()
  await finance.getByRole('dialog').getByLabel('原因和处理结果').fill('（演示）不属于本项目，由民政局支付')
  await finance.getByRole('dialog').getByRole('button', { name: '说明差异' }).click()
  await finance.getByText('没有待登记的行，也没有未处理的差异。').waitFor()
  await finance.getByText('（演示）不属于本项目，由民政局支付').waitFor()
  await picture(finance, 'treasury-explained')

  const auditor = await stage.signIn('auditor')
  await auditor.goto('/ledger')
  await auditor.getByRole('link', { name: '昭觉县' }).first().waitFor()
  await sound(auditor, 'ledger')
  await auditor.getByRole('link', { name: '昭觉县' }).first().click()
  await auditor.getByRole('link', { name: '已拨付收款方' }).first().click()
  await auditor.getByText('GK-2020-0001').waitFor()
  await sound(auditor, 'ledger-statement')
  await auditor.getByRole('cell', { name: '项目', exact: false }).first().waitFor()
  await auditor.locator('a[href^="/ledger/movement/"]').first().click()
  await auditor.getByRole('heading', { name: '一笔资金流转的全部分录' }).waitFor()
  await sound(auditor, 'ledger-movement')
})

test('provincial finance takes back what is unspent of 2018, and the entries cite the clause', async () => {
  const page = await stage.signIn('sichuan-finance')
  await page.goto('/ledger/carried-over')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]
  expect([sheet?.getCell('D1').value, sheet?.getCell('D2').value]).toEqual(['未用（万元）', 2000])
  await page
    .getByRole('row', { name: /平昌县/ })
    .getByRole('button', { name: /^收\s?回$/ })
    .click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('文号/凭证号').fill('（演示）川财建〔2020〕9号')
  await drawer.getByLabel('日期').fill('2020-05-19')
  await drawer.getByRole('button', { name: /^收\s?回$/ }).click()
  await drawer.waitFor({ state: 'detached' })
  await sound(page, 'carried-over')
  await page.getByRole('button', { name: '统筹安排' }).first().click()
  await drawer.getByLabel('金额（元）').fill('20000000')
  await drawer.getByLabel('文号/凭证号').fill('（演示）川财建〔2020〕10号')
  await drawer.getByLabel('日期').fill('2020-05-20')
  await drawer.getByLabel('用途').fill('（演示）农村流通')
  await drawer.getByRole('button', { name: '统筹安排' }).click()
  await drawer.waitFor({ state: 'detached' })
  await page.goto('/ledger/allotments')
  await page.getByRole('link', { name: '统筹安排' }).first().click()
  await page.getByText('（演示）农村流通').first().waitFor()
  await page.getByRole('link', { name: '2020年通知 3.7' }).first().waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '收回存量资金' }).first().waitFor()
  await sound(page, 'allotments')
})
