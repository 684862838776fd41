import {
  AlignmentType,
  BorderStyle,
  Header,
  LineRuleType,
  Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { IRunOptions } from 'docx'
import type { Letter } from './letter.ts'
import { fonts, margins, page, red, size3, textWidth, twipsOfMillimetres } from './measures.ts'
import { letterNumber } from './numerals.ts'
import { blankLine, indent, paragraph } from './paragraphs.ts'

/** The largest size in half points, up to `most`, at which the text fits into one line of the given width in twips. */
const fittingSize = (text: string, width: number, most: number): number =>
  Math.min(most, Math.floor((0.98 * width) / 10 / Math.max(1, [...text].length)))

const headRun = (size: number): IRunOptions => ({ font: fonts.title, color: red, size })

// 7.2.4: the head stands 35 mm below the upper edge of the text area.
const headOffset = twipsOfMillimetres(35)

/** Head of a document (7.2): urgency, red head, number with signer, red rule; two blank lines lead to the title. */
export function documentHead(letter: Letter): (Paragraph | Table)[] {
  return [...urgencyLines(letter), ...redHead(letter), blankLine(), blankLine(), numberAboveRule(letter), blankLine(), blankLine()]
}

/** 7.2.3: urgency in 3号黑体 at the upper left corner. */
const urgencyLines = ({ urgency }: Letter): Paragraph[] => (urgency ? [paragraph(urgency, { font: fonts.black })] : [])

function redHead({ issuers, urgency }: Letter): (Paragraph | Table)[] {
  const before = headOffset - (urgency ? twipsOfMillimetres(10) : 0)
  if (issuers.length > 1) return [new Paragraph({ spacing: { line: before, lineRule: LineRuleType.EXACT } }), jointHead(issuers)]
  const text = `${issuers[0]}文件`
  const run = new TextRun({ ...headRun(fittingSize(text, textWidth, 104)), text })
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: [run] })]
}

/** 7.2.4: several issuers stand below each other, spread to equal width, with 文件 in the middle of their right side. */
function jointHead(issuers: readonly string[]): Table {
  const longest = issuers.reduce((most, issuer) => (issuer.length > most.length ? issuer : most))
  const nameWidth = Math.round(textWidth * 0.76)
  const size = fittingSize(longest, nameWidth - 300, 72)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const names = issuers.map(
    issuer => new Paragraph({ alignment: AlignmentType.DISTRIBUTE, children: [new TextRun({ ...headRun(size), text: issuer })] }),
  )
  const word = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...headRun(Math.min(84, size + 16)), text: '文件' })],
  })
  const cell = (width: number, children: Paragraph[]): TableCell =>
    new TableCell({ borders, verticalAlign: VerticalAlignTable.CENTER, width: { size: width, type: WidthType.DXA }, children })
  const row = new TableRow({ children: [cell(nameWidth, names), cell(textWidth - nameWidth, [word])] })
  return new Table({
    columnWidths: [nameWidth, textWidth - nameWidth],
    width: { size: textWidth, type: WidthType.DXA },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [row],
  })
}

/** 7.2.5–7.2.7: number centred, or one character in at the left where a signer stands at the right; the red rule 4 mm below. */
function numberAboveRule({ number, signer }: Letter): Paragraph {
  const text = number ? letterNumber(number) : '（文号待编）'
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } }
  if (!signer) return paragraph(text, {}, { alignment: AlignmentType.CENTER, border: rule })
  // Placed by tabs and not by indents, which would shorten the rule.
  const tabStops = [
    { type: TabStopType.LEFT, position: indent(1) },
    { type: TabStopType.RIGHT, position: textWidth - indent(1) },
  ]
  const run = { font: fonts.body, size: size3 }
  const children = [new TextRun({ ...run, text: `\t${text}\t签发人：` }), new TextRun({ ...run, font: fonts.italicLike, text: signer })]
  return new Paragraph({ border: rule, tabStops, children })
}

// 10.1: both double rules are 170 mm long and stand in the middle of the page, wider than the text.
const ruleLength = twipsOfMillimetres(170)
const ruleIndent = { left: (page.width - ruleLength) / 2 - margins.left, right: (page.width - ruleLength) / 2 - margins.right }

/** A rule as a paragraph of next to no height. Two of them make the double rule, because programs disagree on which line of a double border is the thick one. */
export const redRule = (weight: 'thick' | 'thin', before = 0): Paragraph =>
  new Paragraph({
    indent: ruleIndent,
    spacing: { before, line: 40, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: weight === 'thick' ? 18 : 6, color: red, space: 0 } },
  })

/** Head of a letter's first page (10.1): the leading body in red 30 mm from the page's edge, the double rule 4 mm below, thick above thin. */
export function letterHeader({ issuers, mark }: Letter): Header {
  const run = new TextRun({ ...headRun(fittingSize(issuers[0], textWidth, 84)), text: issuers[0] })
  return new Header({
    children: [
      ...(mark ? [markLine(mark)] : []),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [run] }),
      redRule('thick', twipsOfMillimetres(3)),
      redRule('thin'),
    ],
  })
}

/** What stands under the first double rule (10.1): urgency at the left, number at the right; two lines lead to the title. */
export const letterTop = (letter: Letter): Paragraph[] => [
  ...urgencyLines(letter),
  paragraph(letter.number ? letterNumber(letter.number) : '（文号待编）', {}, { alignment: AlignmentType.RIGHT }),
  blankLine(),
  blankLine(),
]

export const markLine = (mark: string): Paragraph => paragraph(mark, { size: 21, color: '595959' }, { alignment: AlignmentType.CENTER })
