export type {
  CellValue,
  Choice,
  ChoiceColumn,
  Column,
  DateColumn,
  DecimalColumn,
  FenWanYuanColumn,
  IntegerColumn,
  PlaceCodeColumn,
  RowOf,
  TextColumn,
} from './column.ts'
export { readSheetCells } from './reading/read-sheet-cells.ts'
export type { SheetRow } from './reading/read-sheet-cells.ts'
export { readTable } from './reading/read-table.ts'
export { usualLimits } from './reading/table.ts'
export type { CellError, CellPlace, Encoding, ReadingLimits, ReadingNote, Table } from './reading/table.ts'
export { headerRowOf } from './writing/sheet.ts'
export type { Formula, Sheet, SheetCell, SheetColumn, SheetFormat } from './writing/sheet.ts'
export { writeCsv } from './writing/write-csv.ts'
export { writeTemplate } from './writing/write-template.ts'
export type { Template } from './writing/write-template.ts'
export { writeWorkbook } from './writing/write-workbook.ts'
export type { Annex, Letter, LetterBlock, LetterColumn, LetterNumber } from './letters/letter.ts'
export { letterDate, letterNumber } from './letters/numerals.ts'
export { writeLetter } from './letters/write-letter.ts'
export { sniffAttachment } from './attachments/sniff-attachment.ts'
export type { Attachment, AttachmentType } from './attachments/sniff-attachment.ts'
