import type { ZipFile } from './zip.ts'
import { walkXml } from './xml.ts'
import { isDateFormat } from './excel-date.ts'
import type { DateSystem } from './excel-date.ts'
import { unreadable } from './unreadable-file.ts'

export type SheetPart = { name: string; hidden: boolean; path: string }
export type Workbook = { sheets: SheetPart[]; dateSystem: DateSystem; sharedStrings: string[]; isDateStyle: (style: number) => boolean }

const notAWorkbook = () =>
  unreadable(
    'file-damaged',
    '文件中没有 Excel 工作簿；请在 Excel 或 WPS 中另存为 .xlsx。',
    'There is no Excel workbook in the file; save it as .xlsx in Excel or WPS.',
  )

/** Reads what all sheets share: their list, date system, texts and formats. Throws `UnreadableFile`. */
export function openWorkbook(zip: ZipFile): Workbook {
  const path = relationsOf(zip, '', /\/officeDocument$/)[0]?.target
  const part = path ? zip.read(path) : null
  if (!path || !part) throw notAWorkbook()
  const relations = relationsOf(zip, path, /./)
  const byType = (type: RegExp): Uint8Array | null => {
    const found = relations.find(relation => type.test(relation.type))
    return found ? zip.read(found.target) : null
  }
  const { sheets, dateSystem } = readSheetList(part, relations)
  return {
    sheets,
    dateSystem,
    sharedStrings: readSharedStrings(byType(/\/sharedStrings$/)),
    isDateStyle: readDateStyles(byType(/\/styles$/)),
  }
}

type Relation = { id: string; type: string; target: string }

/** The relations of a part ('' for the package itself), with targets as names in the ZIP file (ECMA-376 part 2, 9.3). */
function relationsOf(zip: ZipFile, part: string, type: RegExp): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const found: Relation[] = []
  if (bytes)
    walkXml(bytes, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship' || TargetMode === 'External' || !type.test(Type)) return
        found.push({ id: Id, type: Type, target: Target.startsWith('/') ? Target.slice(1) : folder + Target })
      },
    })
  return found
}

function readSheetList(bytes: Uint8Array, relations: Relation[]): { sheets: SheetPart[]; dateSystem: DateSystem } {
  const sheets: SheetPart[] = []
  let dateSystem: DateSystem = 1900
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) dateSystem = 1904
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      // Chart sheets and dialogs are parts of another type; they hold no table.
      const part = relations.find(relation => relation.id === id && relation.type.endsWith('/worksheet'))
      if (part) sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', path: part.target })
    },
  })
  return { sheets, dateSystem }
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** The table of texts; phonetic guides (rPh) are readings of a text, not part of it. */
function readSharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  if (bytes)
    walkXml(bytes, {
      open: name => {
        if (name === 'si') text = ''
        if (name === 'rPh') inPhonetic = true
        if (name === 't') inText = true
      },
      text: piece => {
        if (inText && !inPhonetic) text += piece
      },
      close: name => {
        if (name === 't') inText = false
        if (name === 'rPh') inPhonetic = false
        if (name === 'si') strings.push(unescapeText(text))
      },
    })
  return strings
}

/** '_x000D_' stands for a character XML cannot carry (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function readDateStyles(bytes: Uint8Array | null): (style: number) => boolean {
  const codes = new Map<number, string>()
  const isDate: boolean[] = []
  let inCellFormats = false
  if (bytes)
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (name === 'cellXfs') inCellFormats = true
        if (name === 'xf' && inCellFormats) {
          const id = Number(attributes.numFmtId ?? 0)
          isDate.push(isDateFormat(id, codes.get(id)))
        }
      },
      close: name => {
        if (name === 'cellXfs') inCellFormats = false
      },
    })
  return style => isDate[style] ?? false
}
