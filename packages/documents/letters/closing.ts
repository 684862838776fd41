import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  HorizontalPositionAlign,
  LineRuleType,
  Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalPositionAlign,
  WidthType,
} from 'docx'
import type { IBorderOptions, IFrameOptions } from 'docx'
import type { Letter } from './letter.ts'
import { size4, textCharacters, textWidth } from './measures.ts'
import { letterDate } from './numerals.ts'
import { blankLine, indent, paragraph } from './paragraphs.ts'

/** 7.3.4: 附件： two characters in, numbered where there are several, no stop after a name. */
export function annexList({ annexes = [] }: Letter): Paragraph[] {
  if (annexes.length === 0) return []
  const lines = annexes.map(({ title }, index) => {
    const lead = index === 0 ? '附件：' : ''
    const number = annexes.length > 1 ? `${index + 1}.` : ''
    const left = indent(2 + 3 + textCharacters(number))
    return paragraph(`${lead}${number}${title}`, {}, { indent: { left, hanging: indent(textCharacters(lead + number)) } })
  })
  return [blankLine(), ...lines]
}

/** 7.3.5: names over the date; the date ends four characters before the margin and a single name is centred on it. */
export function signature({ issuers, date }: Letter): (Paragraph | Table)[] {
  const day = letterDate(date)
  const space = [blankLine(), blankLine()]
  if (issuers.length > 1) return [...space, jointNames(issuers), rightLine(day, 4)]
  const surplus = (textCharacters(issuers[0]) - textCharacters(day)) / 2
  const nameIndent = Math.max(0, 4 - surplus)
  return [...space, rightLine(issuers[0], nameIndent), rightLine(day, nameIndent + surplus)]
}

const rightLine = (text: string, characters: number): Paragraph =>
  paragraph(text, {}, { alignment: AlignmentType.RIGHT, indent: { right: indent(characters) }, keepLines: true })

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none }

/** 7.3.5.1: names of joint issuers in their order, at most three to a row. */
function jointNames(issuers: readonly string[]): Table {
  const inRow = Math.min(3, issuers.length, Math.max(1, Math.floor(26 / Math.max(...issuers.map(textCharacters)))))
  const rows = Array.from({ length: Math.ceil(issuers.length / inRow) }, (_, row) => issuers.slice(row * inRow, (row + 1) * inRow))
  const width = Math.floor(textWidth / inRow)
  const cell = (name: string): TableCell =>
    new TableCell({
      borders: noBorders,
      width: { size: width, type: WidthType.DXA },
      children: [paragraph(name, {}, { alignment: AlignmentType.CENTER })],
    })
  return new Table({
    columnWidths: Array.from({ length: inRow }, () => width),
    width: { size: width * inRow, type: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      names => new TableRow({ cantSplit: true, children: Array.from({ length: inRow }, (_, index) => cell(names[index] ?? '')) }),
    ),
  })
}

/** 7.3.6: notes in brackets, two characters in, on the line under the date. */
export const contactLine = ({ contact }: Letter): Paragraph[] =>
  contact ? [paragraph(`（${contact}）`, {}, { indent: { firstLine: indent(2) } })] : []

/**
 * 7.4: copies and printing in 4号仿宋 at the foot of the last page, the annexes included, between rules as wide as the text,
 * thick outside and thin between. A letter has neither rules nor printing (10.1).
 */
export function imprint({ copies = [], printing, form }: Letter): Paragraph[] {
  const copied = copies.length > 0 ? [copiesLine(copies)] : []
  if (form === 'letter') return copied
  const lines = [...copied, ...(printing ? [printingLine(printing)] : [])]
  if (lines.length === 0) return []
  return [rule('thick'), ...lines.flatMap((line, index) => [...(index > 0 ? [rule('thin')] : []), line]), rule('thick')]
}

// Paragraphs with the same frame share it.
const footOfPage: IFrameOptions = {
  type: 'alignment',
  width: Math.floor(textWidth),
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
}

const small = { size: size4, characterSpacing: 0 }

const copiesLine = (copies: readonly string[]): Paragraph =>
  paragraph(`抄送：${copies.join('，')}。`, small, {
    frame: footOfPage,
    indent: { left: indent(3.6), hanging: indent(2.6), right: indent(1) },
  })

const printingLine = ({ office, date }: NonNullable<Letter['printing']>): Paragraph =>
  paragraph(`${office}\t${letterDate(date)}印发`, small, {
    frame: footOfPage,
    indent: { left: indent(1), right: indent(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: Math.floor(textWidth) - indent(1) }],
  })

/** A rule drawn as an underlined tab: borders of paragraphs in a frame are lost in programs other than Word. */
function rule(weight: 'thick' | 'thin'): Paragraph {
  const underline = { type: weight === 'thick' ? UnderlineType.THICK : UnderlineType.SINGLE }
  return new Paragraph({
    frame: footOfPage,
    spacing: { line: 120, lineRule: LineRuleType.EXACT },
    tabStops: [{ type: TabStopType.RIGHT, position: Math.floor(textWidth) }],
    children: [new TextRun({ text: '\t', size: 10, underline })],
  })
}
