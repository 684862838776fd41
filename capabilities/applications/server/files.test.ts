import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { addressOf, freshId } from '../testing/requests.ts'
import type { Problem, View } from '../testing/requests.ts'
import { demoPdf } from './demo-pdf.ts'

let program: TestProgram
let office: Client
let sichuan: Client
beforeAll(async () => {
  program = await startTestProgram()
  office = await program.as('zhaojue-office')
  sichuan = await program.as('sichuan-commerce')
})
afterAll(() => program.close())

const draft = addressOf('513431')
const view = async () => (await office.get<View>(draft)).body
const upload = (bytes: Uint8Array, name: string, id = freshId()) =>
  office.upload<Problem & { sha256: string }>(`${draft}/attachments?id=${id}&name=${encodeURIComponent(name)}`, bytes)
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('a file is kept byte for byte under its hash, once however often it is sent', async () => {
  const id = freshId()
  const first = await upload(png, '现场照片.png', id)
  expect(first).toMatchObject({ status: 200, body: { id, mediaType: 'image/png', size: png.length } })
  expect((await upload(png, '现场照片.png', id)).body.sha256).toBe(first.body.sha256)
  for (const other of [upload(Buffer.from(demoPdf('513431')), '另一个.pdf', id), upload(png, '另一个名字.png', id)])
    expect(await other).toMatchObject({ status: 409, body: { code: 'id-used-for-another-order' } })
  const back = await sichuan.get(`${draft}/attachments/${id}`)
  expect(back.bytes.equals(png)).toBe(true)
  expect(back.headers['content-type']).toBe('image/png')
  expect((await view()).application.attachments.filter(file => file.id === id)).toHaveLength(1)
})

test.each<[string, Uint8Array, string, number, string]>([
  ['a program that calls itself a PDF', Buffer.from('MZ\u0090\u0000 this is a program'), '材料.pdf', 400, 'attachment-kind-not-taken'],
  ['a picture that calls itself a PDF', png, '材料.pdf', 400, 'attachment-name-misleads'],
  ['a web page', Buffer.from('<script>alert(1)</script>'), '材料.html', 400, 'attachment-kind-not-taken'],
  ['a picture with a script ending', png, '照片.png.svg', 400, 'attachment-name-misleads'],
  ['an empty file', new Uint8Array(), '空.pdf', 400, 'attachment-empty'],
  [
    'one byte over 20 MB',
    Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(20 * 1_048_576 - 7)]),
    '大.pdf',
    413,
    'attachment-too-large',
  ],
  ['more than is read at all', Buffer.alloc(33 * 1_048_576), '太大.pdf', 413, 'too-large'],
])('%s is refused and nothing is kept', async (_name, bytes, name, status, code) => {
  const before = (await view()).application.attachments.length
  expect(await upload(bytes, name)).toMatchObject({ status, body: { code } })
  expect((await view()).application.attachments).toHaveLength(before)
})

test('exactly 20 MB is taken', async () => {
  expect((await upload(Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(20 * 1_048_576 - 8)]), '满.pdf')).status).toBe(200)
})

test('a file taken off is evidence no more, and taking it off twice is once', async () => {
  const { application } = await view()
  const [evidence] = application.content.operationBase.industry.evidence
  const gone = `${draft}/attachments/${evidence}`
  expect((await office.send('DELETE', gone)).status).toBe(200)
  expect((await office.send('DELETE', gone)).status).toBe(200)
  const findings = (await view()).findings.filter(finding => finding.code === 'operation-base')
  expect(findings.map(finding => finding.status)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(await sichuan.send('DELETE', gone)).toMatchObject({ status: 403 })
})

async function workbook(sheet: 'budget' | 'goals', change: (page: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const { bytes } = await office.get(`${draft}/workbook?sheet=${sheet}`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const page = book.worksheets[0]
  if (!page) throw new Error('the workbook has a sheet')
  change(page)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const handIn = async (sheet: 'budget' | 'goals', bytes: Uint8Array, version?: number, id = freshId()) => {
  const seen = version ?? (await view()).application.version
  const query = `id=${id}&saveId=${freshId()}&sheet=${sheet}&name=${encodeURIComponent('计划.xlsx')}&version=${seen}`
  return office.upload<View['imports'][number] & Problem>(`${draft}/imports?${query}`, bytes)
}

/** The cell of a column, by its heading, in the first row of data. */
function cellUnder(page: ExcelJS.Worksheet, title: string): ExcelJS.Cell {
  for (let row = 1; row <= 5; row++) {
    const cells = page.getRow(row).values as unknown[]
    const column = cells.findIndex(value => String(value ?? '').replace('*', '') === title)
    if (column > 0) return page.getCell(row + 1, column)
  }
  throw new Error(`no column ${title}`)
}

test.each(['budget', 'goals'] as const)('the %s workbook handed back as it came changes nothing', async sheet => {
  const before = (await view()).application
  const answer = await handIn(sheet, await workbook(sheet))
  expect(answer).toMatchObject({ status: 200, body: { errors: [] } })
  expect((await view()).application.content.plan).toEqual(before.content.plan)
})

test('an amount changed in Excel is changed in the plan, and nothing else', async () => {
  const before = (await view()).application
  const bytes = await workbook('budget', page => {
    cellUnder(page, '中央资金（万元）').value = 391.5
  })
  expect((await handIn('budget', bytes)).status).toBe(200)
  const after = (await view()).application
  expect(after.version).toBe(before.version + 1)
  const { body } = await office.get<{ difference: object[] }>(`${draft}/difference?from=${before.version}&to=${after.version}`)
  expect(body.difference).toMatchObject([{ before: '390', after: '391.5' }])
})

test('errors come back by sheet, row and column, all at once, and stand until a good file comes', async () => {
  const before = (await view()).application.version
  const bad = await workbook('budget', page => {
    cellUnder(page, '中央资金（万元）').value = -5
    cellUnder(page, '开始日期').value = '明年春天'
    cellUnder(page, '支持方向').value = '修路'
  })
  const answer = await handIn('budget', bad)
  expect(answer.status).toBe(200)
  expect(answer.body.errors.map(error => error.column).sort()).toEqual(['中央资金（万元）', '开始日期', '支持方向'])
  expect(answer.body.errors.every(error => error.row > 1 && error.message.zh.length > 0)).toBe(true)
  const kept = await view()
  expect(kept.application.version).toBe(before)
  expect(kept.imports.find(each => each.sheet === 'budget')?.errors).toHaveLength(3)
  await handIn('budget', await workbook('budget'))
  expect((await view()).imports.find(each => each.sheet === 'budget')?.errors).toEqual([])
})

test('rows of one project that disagree are told with both rows', async () => {
  const bad = await workbook('budget', page => {
    const cell = cellUnder(page, '建设内容')
    page.getCell(Number(cell.row) + 1, Number(cell.col)).value = '另一种写法'
  })
  expect((await handIn('budget', bad)).body.errors).toMatchObject([{ code: 'rows-disagree', column: '建设内容' }])
})

test.each<[string, Uint8Array, number]>([
  ['not a workbook', Buffer.from('hello'), 400],
  ['a picture', png, 400],
])('%s is refused', async (_name, bytes, status) => {
  expect((await handIn('budget', bytes)).status).toBe(status)
})

test('a stale workbook that touches what someone else changed is refused with the difference', async () => {
  const old = (await view()).application
  const bytes = await workbook('goals', page => {
    cellUnder(page, '目标值').value = '77'
  })
  const government = await program.as('zhaojue-government')
  const goals = old.content.plan.goals.map(goal => ({ ...goal, scope: '县政府改的口径' }))
  await government.send('POST', `${draft}/saves`, { id: freshId(), version: old.version, edits: { goals } })
  expect(await handIn('goals', bytes, old.version)).toMatchObject({ status: 409, body: { code: 'application-changed-meanwhile' } })
})

test('an import sent twice is one import', async () => {
  const id = freshId()
  const bytes = await workbook('goals', page => {
    cellUnder(page, '目标值').value = '78'
  })
  const seen = (await view()).application.version
  const one = await handIn('goals', bytes, seen, id)
  const two = await handIn('goals', bytes, seen, id)
  expect(two.body.version).toBe(one.body.version)
  expect((await view()).application.version).toBe(seen + 1)
})

test('the application as a Word document and for print has the same parts', async () => {
  const word = await sichuan.get(`${draft}/document`)
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
  const print = (await sichuan.get<{ blocks: { kind: string; text?: string; rows?: string[][] }[] }>(`${draft}/print`)).body
  const headings = print.blocks.filter(block => block.kind === 'heading').map(block => block.text)
  expect(headings).toEqual(expect.arrayContaining(['名单与区划所载事实', '工作思路', '项目与资金', '规则核对结果', '附件清单']))
  const cells = print.blocks.flatMap(block => block.rows?.flat() ?? [])
  expect(cells).toContain('notice-2020/3.6')
})

test('the migration keeps the rules of tables that grow with counties', () => {
  const text = readFileSync(new URL('./migrations/001-applications.sql', import.meta.url), 'utf8')
  const tables = text.match(/create table \w+/g) ?? []
  expect(text.match(/enable row level security/g)).toHaveLength(tables.length)
  expect(text).not.toMatch(/create trigger|grant[^;]*delete/i)
})
