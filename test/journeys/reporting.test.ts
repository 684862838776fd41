import { afterAll, beforeAll, expect, test } from 'vitest'
import { transactionColumns } from '@jincun/reporting'
import { atRest, openStage, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const county = '511923'
const row = (order: string, amount: string): string =>
  [order, '2020-04-01 09:30:00', '', 'up', '27', '1', amount, county, '310115', 'platform', `${county}0001`, '', '', ''].join(',')
const file = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([transactionColumns.join(','), ...rows].join('\n')),
})

test('a contractor validates, mends and sends a file; the county opens a figure down to the row it came from', async () => {
  const contractor = await stage.signIn('pingchang-contractor', phone)
  await contractor.goto('/reporting')
  const [validate, upload] = [contractor.locator('input[type=file]').first(), contractor.locator('input[type=file]').last()]
  await validate.setInputFiles(file('orders.csv', row('K1', '60.00'), row('K2', '1.234')))
  await contractor.getByText('校验完毕，没有保存').waitFor()
  expect(await contractor.getByText('小数位太多').first().isVisible()).toBe(true)
  await upload.setInputFiles(file('orders.csv', row('K1', '60.00'), row('K2', '1.23')))
  await contractor.getByText('共 2 行：可收 2，重复 0，不收 0').waitFor()
  await atRest(contractor)
  await picture(contractor, 'reporting-phone')

  const government = await stage.signIn('pingchang-government')
  await government.goto('/figures?from=2019-11&to=2020-05')
  await government.getByRole('heading', { name: /平昌县/ }).waitFor()
  await atRest(government)
  await picture(government, 'figures')
  await government.getByRole('link', { name: '2020-04' }).click()
  await government.getByText('K2').waitFor()
  await picture(government, 'figure-rows')
  await government.getByRole('row', { name: /K2/ }).getByRole('link').click()
  await government.getByText('原始文件校验和').waitFor()
  await picture(government, 'batch')
  expect(await government.getByText('orders.csv').first().isVisible()).toBe(true)
})
