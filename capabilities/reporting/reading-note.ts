import type { Bilingual } from '@jincun/policy'

/** What was cleaned because nothing else could have been meant. Said with every batch, never done in silence. */
const words = {
  'byte-order-mark': ['文件开头的字节顺序标记已略去', 'the byte order mark was passed over'],
  'read-as-gb18030': ['文件不是 UTF-8，按 GB 18030 读取', 'the file is not UTF-8 and was read as GB 18030'],
  'column-unknown': ['不认识的列没有读取', 'an unknown column was not read'],
  'spaces-removed': ['去掉了多余的空格或制表符', 'surplus spaces or tabs were removed'],
  'full-width-digits': ['全角数字和符号改为半角', 'full-width digits and signs were made half-width'],
  'excel-serial-date': ['Excel 的日期序号换算为日期时间（1900日期系统）', 'day numbers of Excel were made dates (1900 system)'],
  'time-of-day-missing': ['只有日期没有时刻，记为当日零点', 'only a day was given; kept as midnight'],
  'thousands-separators': ['去掉了千位分隔符', 'thousands separators were removed'],
  'text-guard-removed': ['去掉了 Excel 防公式的单引号', 'the apostrophe that guards text in Excel was removed'],
  'blank-rows': ['空行没有计入', 'blank rows were not counted'],
  'duplicate-differs': [
    '订单已报过而内容不同；未改动，如需修改请作更正上报',
    'the order was reported with other content and was left as it is; send a correction to change it',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type ReadingNoteCode = keyof typeof words

/** How often something was cleaned in a column, and where first. */
export type ReadingNote = { code: ReadingNoteCode; column: string; count: number; firstRow: number }

export const sayReadingNote = (code: ReadingNoteCode): Bilingual => ({ zh: words[code][0], en: words[code][1] })

/** Adds up notes of a whole file in constant memory: one entry per code and column. */
export class NoteBook {
  readonly entries = new Map<string, ReadingNote>()

  constructor(earlier: readonly ReadingNote[] = []) {
    for (const note of earlier) this.entries.set(`${note.code} ${note.column}`, { ...note })
  }

  add(code: ReadingNoteCode, column: string, row: number, count = 1): void {
    const key = `${code} ${column}`
    const known = this.entries.get(key)
    if (known) known.count += count
    else this.entries.set(key, { code, column, count, firstRow: row })
  }

  list(): ReadingNote[] {
    return [...this.entries.values()].sort((a, b) => `${a.code} ${a.column}`.localeCompare(`${b.code} ${b.column}`))
  }
}
