import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Letter } from './letter.ts'
import { characterSpacing, linePitch, size3, textWidth } from './measures.ts'
import { writeLetter } from './write-letter.ts'

const letter: Letter = {
  form: 'document',
  issuers: ['四川省商务厅'],
  number: { issuerCode: '川商', year: 2020, serial: 12 },
  title: ['关于报送2020年排序名单的报告'],
  addressees: ['财政部办公厅', '商务部办公厅'],
  blocks: [
    { kind: 'heading', level: 1, text: '评审情况' },
    { kind: 'paragraph', text: '现将<有关>情况报告如下。' },
    {
      kind: 'table',
      columns: [
        { title: '排名', weight: 1 },
        { title: '县', weight: 3 },
      ],
      rows: [['1', '昭觉县']],
    },
  ],
  date: '2020-05-28',
  contact: '联系人：张三',
  copies: ['省政府办公厅'],
  printing: { office: '四川省商务厅办公室', date: '2020-05-29' },
  annexes: [{ title: '排序名单', blocks: [{ kind: 'paragraph', text: '见表。' }] }],
}

const partsOf = async (source: Letter): Promise<Map<string, string>> =>
  new Map(Object.entries(unzipSync(await writeLetter(source))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
const documentOf = async (source: Letter): Promise<string> => (await partsOf(source)).get('word/document.xml') ?? ''
/** The text of each paragraph that has one, in order. */
const linesOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph.replace(/<w:tab\/>/g, '\t').replace(/<[^>]+>/g, ''))
    .filter(line => line.trim() !== '')

test('the parts of a document stand in the order of the standard', async () => {
  expect(linesOf(await documentOf(letter))).toEqual([
    '四川省商务厅文件',
    '川商〔2020〕12号',
    '关于报送2020年排序名单的报告',
    '财政部办公厅、商务部办公厅：',
    '一、评审情况',
    '现将&lt;有关&gt;情况报告如下。',
    '排名',
    '县',
    '1',
    '昭觉县',
    '附件：排序名单',
    '四川省商务厅',
    '2020年5月28日',
    '（联系人：张三）',
    '附件',
    '排序名单',
    '见表。',
    '抄送：省政府办公厅。',
    '四川省商务厅办公室\t2020年5月29日印发',
  ])
})

test('28 characters fill a line and 22 lines a page, within a third of a character and of a line', () => {
  const character = size3 * 10 + characterSpacing
  expect(28 * character).toBeLessThanOrEqual(textWidth)
  expect(28 * character).toBeGreaterThan(textWidth - character / 3)
  const textHeight = (225 * 1440) / 25.4
  expect(22 * linePitch).toBeLessThanOrEqual(textHeight)
  expect(23 * linePitch).toBeGreaterThan(textHeight + linePitch / 3)
})

test('page, margins, sizes and fonts are those of the standard', async () => {
  const xml = await documentOf(letter)
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>.{0,80}<w:sz w:val="44"\/>.{0,120}关于报送/s)
  expect(xml).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/>.{0,120}<w:sz w:val="32"\/>.{0,160}现将/s)
  expect(xml).toMatch(/w:eastAsia="黑体"[^>]*\/>.{0,200}一、评审情况/s)
})

test('page numbers stand between long dashes, right on odd and left on even pages', async () => {
  const parts = await partsOf(letter)
  const footers = [...parts].filter(([name]) => /^word\/footer\d/.test(name)).map(([, xml]) => xml)
  expect(footers.some(xml => xml.includes('w:val="right"') && xml.includes('— ') && xml.includes('PAGE'))).toBe(true)
  expect(footers.some(xml => xml.includes('w:val="left"') && xml.includes('— ') && xml.includes('PAGE'))).toBe(true)
  expect(parts.get('word/settings.xml')).toMatch(/<w:evenAndOddHeaders\/>|<w:evenAndOddHeaders w:val="true"\/>/)
})

test('a letter (信函格式) has its head above a red double rule and neither rules nor printing at the end', async () => {
  const parts = await partsOf({ ...letter, form: 'letter' })
  const header = [...parts].filter(([name]) => /^word\/header\d/.test(name)).find(([, xml]) => xml.includes('四川省商务厅'))?.[1] ?? ''
  expect(header).not.toContain('文件')
  expect([...header.matchAll(/<w:bottom w:val="single" w:color="FF0000" w:sz="(\d+)"/g)].map(([, weight]) => weight)).toEqual(['18', '6'])
  expect(linesOf(parts.get('word/document.xml') ?? '')).not.toContain('四川省商务厅办公室\t2020年5月29日印发')
})

test('a signer stands beside the number; a draft says that its number is to come', async () => {
  expect(linesOf(await documentOf({ ...letter, signer: '李四' }))).toContain('\t川商〔2020〕12号\t签发人：李四')
  const { number: _, ...draft } = letter
  expect(linesOf(await documentOf(draft))).toContain('（文号待编）')
})

test('joint issuers are all named, in their order, in head and signature', async () => {
  const lines = linesOf(await documentOf({ ...letter, issuers: ['四川省商务厅', '四川省财政厅', '四川省扶贫开发局'] }))
  expect(lines.slice(0, 4)).toEqual(['四川省商务厅', '四川省财政厅', '四川省扶贫开发局', '文件'])
  const annexes = lines.indexOf('附件：排序名单')
  expect(lines.slice(annexes + 1, annexes + 5)).toEqual(['四川省商务厅', '四川省财政厅', '四川省扶贫开发局', '2020年5月28日'])
})

test('a demo letter says so at the head of every page', async () => {
  const parts = await partsOf({ ...letter, mark: '演示文件，不具效力' })
  const headers = [...parts].filter(([name]) => /^word\/header\d/.test(name))
  expect(headers.length).toBeGreaterThan(0)
  expect(headers.every(([, xml]) => xml.includes('演示文件，不具效力'))).toBe(true)
})

test('equal letters give equal bytes at any moment, dated as the letter is', async () => {
  const first = await writeLetter(letter)
  await new Promise(resolve => setTimeout(resolve, 2_100)) // ZIP keeps times to two seconds.
  expect(await writeLetter(letter)).toEqual(first)
  const core = (await partsOf(letter)).get('docProps/core.xml') ?? ''
  expect(core.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual(['2020-05-28T00:00:00Z', '2020-05-28T00:00:00Z'])
})

test('a row that does not fit its table is a bug, not a shifted column', async () => {
  const table = { kind: 'table', columns: [{ title: '排名', weight: 1 }], rows: [['1', '昭觉县']] } as const
  await expect(writeLetter({ ...letter, blocks: [table] })).rejects.toThrow('one cell for each column')
})
