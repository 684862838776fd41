import { zipSync } from 'fflate'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeLetter } from '../letters/write-letter.ts'
import { excelFile } from '../testing/excel-file.ts'
import { sniffAttachment } from './sniff-attachment.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const pdf = text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
/** A PNG of one black pixel, chunk by chunk (check sums are not looked at by a sniffer). */
const png = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  0,
  0,
  0,
  13,
  ...text('IHDR'),
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  1,
  8,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  10,
  ...text('IDAT'),
  ...deflateSync(Uint8Array.of(0, 0)),
)
const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, ...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9)
const docx = await writeLetter({ form: 'letter', issuers: ['县政府'], title: ['函'], addressees: ['省厅'], blocks: [], date: '2020-05-20' })
const xlsx = await excelFile(page => page.addRow([1]))
const macros = zipSync({
  '[Content_Types].xml': text(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
  ),
  'xl/vbaProject.bin': text('x'),
})

test.each([
  { name: '承诺书.pdf', bytes: pdf, type: 'pdf' },
  { name: '现场.PNG', bytes: png, type: 'png' },
  { name: '现场.jpg', bytes: jpg, type: 'jpg' },
  { name: '现场.jpeg', bytes: jpg, type: 'jpg' },
  { name: '函.docx', bytes: docx, type: 'docx' },
  { name: '表.xlsx', bytes: xlsx, type: 'xlsx' },
])('$name is taken as $type', async ({ name, bytes, type }) => {
  expect(await sniffAttachment(bytes, name)).toMatchObject({ ok: true, value: { type, fileName: name } })
})

test.each([
  { name: '空.pdf', bytes: new Uint8Array(), code: 'file-empty' },
  { name: '网页.pdf', bytes: text('<html><script>alert(1)</script></html>'), code: 'file-type-not-allowed' },
  { name: '图.svg', bytes: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), code: 'file-type-not-allowed' },
  { name: '程序.pdf', bytes: Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0), code: 'file-type-not-allowed' },
  { name: '程序.docx', bytes: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), code: 'file-type-not-allowed' },
  { name: '压缩包.docx', bytes: zipSync({ 'a.txt': text('a') }), code: 'file-type-not-allowed' },
  { name: '带宏.xlsx', bytes: macros, code: 'file-type-not-allowed' },
  {
    name: '旧.xls',
    bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
    code: 'file-type-not-allowed',
  },
  { name: '断.docx', bytes: docx.slice(0, 40), code: 'file-type-not-allowed' },
  { name: '改名.png', bytes: jpg, code: 'file-extension-mismatch' },
  { name: '改名.xlsx', bytes: docx, code: 'file-extension-mismatch' },
  { name: '无扩展名', bytes: pdf, code: 'file-extension-mismatch' },
  { name: '双重.pdf.exe', bytes: pdf, code: 'file-extension-mismatch' },
])('$name is refused: $code', async ({ name, bytes, code }) => {
  expect(await sniffAttachment(bytes, name)).toMatchObject({ ok: false, reason: { kind: 'invalid', code, where: 'file' } })
})

test.each([
  ['..\\..\\windows\\承诺书.pdf', '承诺书.pdf'],
  ['/etc/承诺书.pdf', '承诺书.pdf'],
  ['承\u0000诺\n书.pdf', '承诺书.pdf'],
  ['\u202efdp.承诺书.pdf', 'fdp.承诺书.pdf'],
])('the name %j is kept as %s', async (name, kept) => {
  expect(await sniffAttachment(pdf, name)).toMatchObject({ ok: true, value: { fileName: kept } })
})
