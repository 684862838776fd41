import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLabel, pixelsOf } from '../../capabilities/projects/testing/label-picture.ts'
import { axeViolations, openStage, overflows, phone, picture } from '../support/browser.ts'
import type { Stage } from '../support/browser.ts'
import { photo } from '../support/forms.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const county = '513431'
type Cards = { rows: { card: { id: string; number: string; contractId: string } }[] }

const chunk = (type: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), content])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}

/** Pixels as a PNG: the photo a camera would take of the printed label. */
function pngOf(pixels: { data: Uint8ClampedArray; side: number }): Buffer {
  const { side } = pixels
  const data = Buffer.from(pixels.data)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: side }, (_, row) => Buffer.concat([Buffer.of(0), data.subarray(row * side * 4, (row + 1) * side * 4)]))
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

/** Cards of a contract and a photo of the first label of its sheet, taken from the PDF that is printed. */
async function labelled(): Promise<{ number: string; others: string[]; label: Buffer }> {
  const office = await stage.program.as('zhaojue-office')
  const { rows } = (await office.get<Cards>(`/api/projects/${county}/assets`)).body
  const contractId = rows[0]?.card.contractId ?? ''
  const [number = '', ...others] = rows.filter(({ card }) => card.contractId === contractId).map(({ card }) => card.number)
  const sheet = await office.get(`/api/projects/${county}/asset-labels?contract=${contractId}`)
  return { number, others, label: pngOf(await pixelsOf(sheet.bytes, firstLabel)) }
}

const takes = async (): Promise<{ number: string; note: string; photo: boolean }[]> => {
  const { rows } = await stage.program.owner.query(
    `select a.number, t.content->>'note' as note, exists (select from project_file f where f.id::text = t.content->>'photoFileId') as photo
     from stock_take t join asset_card a on a.id = t.asset_id where t.content->>'note' like '（演示）离线%' order by note`,
  )
  return rows
}

async function record(page: Page, note: string): Promise<void> {
  await page.getByLabel('现场照片（可不填）').setInputFiles(photo)
  await page.getByText('已拍：photo.png').waitFor()
  await page.getByLabel('说明（可不填）').fill(note)
  await page.getByRole('button', { name: '记录盘点' }).click()
}

test('stock is taken by phone without a network, from the printed label, and reaches the server once and whole', async () => {
  const { number, others, label } = await labelled()
  const [second = ''] = others
  const page = await stage.signIn('accountant', phone)
  await page.goto(`/stock-take/${county}`)
  await page.getByText(/没有网络也能盘点/).waitFor()

  // The phone loses its network, and even the page: it opens again from what it kept.
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(/没有网络，正在用手机上的卡片/).waitFor()
  await page.getByLabel('拍标签上的二维码').setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: label })
  await page.getByRole('heading', { name: number }).waitFor()
  expect(new URL(page.url()).searchParams.get('number')).toBe(number)
  await record(page, '（演示）离线一')
  await page.getByText(/已存在手机上/).waitFor()
  await page.getByText('手机上待上传的盘点（1条）').first().waitFor()
  await picture(page, 'stock-take-offline')
  expect(await axeViolations(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
  await page.getByRole('button', { name: '盘点下一件' }).click()
  await page.getByLabel('输入资产编号').fill(second.toLowerCase())
  await page.getByRole('button', { name: '查找' }).click()
  await record(page, '（演示）离线二')
  await page.getByText('手机上待上传的盘点（2条）').first().waitFor()
  await page.reload()
  await page.getByText('手机上待上传的盘点（2条）').first().waitFor()
  expect(await takes()).toEqual([])

  // Back, over a line that loses the server's first answer: the record arrived, the phone does not know, and sends it again.
  let answersLost = 0
  await page.route('**/stock-takes', async route => {
    if (answersLost++ > 0) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await page.context().setOffline(false)
  await expect.poll(takes, { timeout: 20_000 }).toHaveLength(1)
  await page.getByText(/还没有传上去/).waitFor()
  await page.getByText('手机上待上传的盘点（2条）').first().waitFor()
  await page.getByRole('button', { name: '现在上传' }).click()
  await page
    .getByText(/手机上待上传的盘点/)
    .first()
    .waitFor({ state: 'hidden' })
  expect(await takes()).toEqual([
    { number, note: '（演示）离线一', photo: true },
    { number: second, note: '（演示）离线二', photo: true },
  ])
})
