import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import type { Letter } from './letter.ts'
import { redRule } from './head.ts'
import { fonts, size4, twipsOfMillimetres } from './measures.ts'
import { indent } from './paragraphs.ts'

/** 7.5: its line stands 7 mm below the text area; the footer's own distance from the page's edge in twips. */
export const numberDistance = twipsOfMillimetres(25)

/** 7.5: number in 4号 half-width 宋体 between 一字线; odd pages one character in from the right, even pages from the left. */
export function pageNumber(side: 'odd' | 'even', footerDistance: number = numberDistance): Footer {
  const run = new TextRun({ font: fonts.song, size: size4, children: ['— ', PageNumber.CURRENT, ' —'] })
  const place =
    side === 'odd'
      ? { alignment: AlignmentType.RIGHT, indent: { right: indent(1) } }
      : { alignment: AlignmentType.LEFT, indent: { left: indent(1) } }
  return new Footer({
    children: [
      new Paragraph({
        ...place,
        spacing: { line: 280, lineRule: LineRuleType.EXACT, after: numberDistance - footerDistance },
        children: [run],
      }),
    ],
  })
}

/** 10.1: the first page of a letter shows no number but the second double rule, thin above thick. */
export const firstPageFooter = ({ form }: Letter): Footer =>
  form === 'letter' ? new Footer({ children: [redRule('thin'), redRule('thick')] }) : pageNumber('odd')
