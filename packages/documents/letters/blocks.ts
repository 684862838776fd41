import { AlignmentType, LineRuleType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Paragraph } from 'docx'
import { assert } from '@jincun/kernel'
import type { LetterBlock, LetterColumn } from './letter.ts'
import { fonts, size4, textWidth } from './measures.ts'
import { headingNumbers } from './numerals.ts'
import { blankLine, bodyParagraph, paragraph } from './paragraphs.ts'

type TableBlock = Extract<LetterBlock, { kind: 'table' }>

// 7.3.3: first level 黑体, second 楷体, third and fourth 仿宋.
const headingFonts = [fonts.black, fonts.italicLike, fonts.body, fonts.body]

/** The text with its headings numbered; `width` is that of the text area in twips. */
export function letterBlocks(blocks: readonly LetterBlock[], width: number = textWidth): (Paragraph | Table)[] {
  const numbers = headingNumbers(blocks)
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table') return [letterTable(block, width), blankLine()]
    if (block.kind === 'paragraph') return [bodyParagraph(block.text)]
    return [bodyParagraph(`${numbers[index]}${block.text}`, { font: headingFonts[block.level - 1] ?? fonts.body })]
  })
}

/** A table across the text area; its header row comes again on every page. */
function letterTable({ columns, rows }: TableBlock, width: number): Table {
  const total = columns.reduce((sum, column) => sum + column.weight, 0)
  const widths = columns.map(column => Math.floor((width * column.weight) / total))
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    rows: [
      tableRow(
        columns.map(column => column.title),
        columns.map(() => 'center'),
        widths,
        true,
      ),
      ...rows.map(row => {
        assert(row.length === columns.length, 'a row of a letter’s table has one cell for each column')
        return tableRow(row, columns.map(alignmentOf), widths, false)
      }),
    ],
  })
}

const alignmentOf = (column: LetterColumn): 'left' | 'center' | 'right' => column.align ?? 'left'

function tableRow(
  cells: readonly string[],
  alignments: readonly ('left' | 'center' | 'right')[],
  widths: readonly number[],
  isHeader: boolean,
): TableRow {
  const style = { font: isHeader ? fonts.black : fonts.body, size: size4 - 4, characterSpacing: 0 }
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: 60, right: 60, top: 30, bottom: 30 },
          children: [
            paragraph(text, style, {
              alignment: AlignmentType[alignmentKey[alignments[index] ?? 'left']],
              spacing: { line: 360, lineRule: LineRuleType.AT_LEAST },
            }),
          ],
        }),
    ),
  })
}

const alignmentKey = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
