import { transactionColumns } from '@jincun/reporting'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openStage, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { moveTo, settled } from '../support/moves.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const county = '511923'
const line = (_: unknown, index: number): string =>
  [`L${index}`, '2020-04-01 09:30:00', '', 'up', '27', '1', '60.00', county, '310115', 'platform', `${county}0001`, '', '', ''].join(',')

/** Lets bytes leave the page at this many a second only, as a village's line does; -1 lifts it. */
async function lineOf(page: Page): Promise<(bytesPerSecond: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  return async bytesPerSecond => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond,
    })
  }
}

test('a large file shows how far it is; its page can be left and come back to, and its outcome waits there', async () => {
  const page = await stage.signIn('pingchang-contractor')
  await page.goto('/reporting')
  await settled(page)
  const throttle = await lineOf(page)
  await throttle(60_000)
  const buffer = Buffer.from([transactionColumns.join(','), ...Array.from({ length: 6_000 }, line)].join('\n'))
  await page.locator('input[type=file]').last().setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer })
  await page.getByText(/正在上传 [1-9]\d?%/).waitFor()
  await picture(page, 'long-work-uploading')
  expect(await axeViolations(page)).toEqual([])
  await moveTo(page, '/home')
  await moveTo(page, '/reporting')
  const there = await page.getByText(/正在上传 [1-9]\d?%/).textContent()
  expect(Number(/\d+/.exec(there ?? '')?.[0])).toBeGreaterThan(0)
  expect(await page.locator('input[type=file]').last().isDisabled()).toBe(true)
  await moveTo(page, '/home')
  await throttle(-1)
  const arrived = page.waitForResponse(response => response.url().includes('/transactions') && response.ok())
  await arrived
  await moveTo(page, '/reporting')
  await page.getByText('共 6000 行：可收 6000，重复 0，不收 0').waitFor()
  await picture(page, 'long-work-stored')
})

test('a batch the server still works at says how far it is, goes on while nobody looks, and its page follows by itself', async () => {
  const page = await stage.signIn('pingchang-contractor')
  const { rows } = await stage.program.owner.query<{ id: string; fileBytes: string }>(
    `select id, file_bytes as "fileBytes" from report_batch where file_name = 'large.csv'`,
  )
  const [batch] = rows
  const at = (state: string, share: number) =>
    stage.program.owner.query('update report_batch set state = $2, next_byte = $3 where id = $1', [
      batch?.id,
      state,
      Math.round(Number(batch?.fileBytes) * share),
    ])
  await at('received', 0.4)
  await page.goto(`/reporting/${county}/${batch?.id}`)
  await page.getByText('正在入库 40%').waitFor()
  await picture(page, 'long-work-storing')
  await moveTo(page, '/reporting')
  await page.getByText('入库中（40%）').waitFor()
  await at('received', 0.8)
  await page.getByText('入库中（80%）').waitFor()
  await moveTo(page, `/reporting/${county}/${batch?.id}`)
  await page.getByText('正在入库 80%').waitFor()
  await at('stored', 1)
  await page.getByText('正在入库').waitFor({ state: 'detached' })
})
