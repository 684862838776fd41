import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions } from 'docx'
import { characterSpacing, characterWidth, fonts, linePitch, size2, size3 } from './measures.ts'

export type RunStyle = Pick<IRunOptions, 'font' | 'size' | 'color' | 'characterSpacing'>

/** Lines of one grid cell each, whatever the font, so that a page keeps its 22 lines. */
const gridLines = { line: linePitch, lineRule: LineRuleType.EXACT }

/** A paragraph of 3号仿宋 on the grid unless told otherwise; line breaks of the text become line breaks. */
export function paragraph(text: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph {
  const runs = text
    .split('\n')
    .map((line, index) => new TextRun({ font: fonts.body, size: size3, characterSpacing, ...style, text: line, break: index > 0 ? 1 : 0 }))
  return new Paragraph({ spacing: gridLines, ...options, children: runs })
}

export const indent = (characters: number): number => Math.round(characters * characterWidth)

/** 7.3.3: each paragraph begins two characters in. */
export const bodyParagraph = (text: string, style: RunStyle = {}): Paragraph =>
  paragraph(text, style, { alignment: AlignmentType.BOTH, indent: { firstLine: indent(2) } })

export const blankLine = (): Paragraph => paragraph('')

/** 7.3.1: title lines in 2号小标宋, centred. */
export const titleParagraph = (text: string): Paragraph =>
  paragraph(
    text,
    { font: fonts.title, size: size2 },
    { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } },
  )
