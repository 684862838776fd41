import { Document, DocumentGridType, Header, Packer, PageOrientation, SectionType } from 'docx'
import type { ISectionOptions } from 'docx'
import { assert } from '@jincun/kernel'
import { deterministicZip } from '../writing/deterministic-zip.ts'
import { letterBlocks } from './blocks.ts'
import { annexList, contactLine, imprint, signature } from './closing.ts'
import { documentHead, letterHeader, letterTop, markLine } from './head.ts'
import type { Annex, Letter } from './letter.ts'
import { fonts, linePitch, margins, page, size3, textWidth, twipsOfMillimetres } from './measures.ts'
import { firstPageFooter, numberDistance, pageNumber } from './page-number.ts'
import { blankLine, paragraph, titleParagraph } from './paragraphs.ts'

/**
 * Writes an official letter as .docx after GB/T 9704-2012 (《党政机关公文格式》): document form or letter form (信函格式, 10.1).
 * The same letter gives the same bytes; the file's own date is the letter's date.
 */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  assert(letter.title.length > 0 && letter.addressees.length > 0, 'a letter has a title and an addressee')
  const document = new Document({
    title: letter.title.join(''),
    creator: letter.issuers[0],
    lastModifiedBy: letter.issuers[0],
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: size3, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [mainSection(letter), ...(letter.annexes ?? []).map((annex, index, all) => annexSection(letter, annex, index, all))],
  })
  const written = new Uint8Array(await Packer.toBuffer(document))
  const moment = `${letter.date}T00:00:00Z`
  return deterministicZip(written, (name, text) =>
    name === 'docProps/core.xml' ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment) : text,
  )
}

const grid = { type: DocumentGridType.LINES, linePitch }
// 10.1: the second double rule stands 20 mm above the page's edge.
const ruleDistance = twipsOfMillimetres(20)

function mainSection(letter: Letter): ISectionOptions {
  const isLetter = letter.form === 'letter'
  const footer = isLetter ? ruleDistance : numberDistance
  return {
    properties: {
      page: {
        size: page,
        margin: { ...margins, header: twipsOfMillimetres(isLetter ? 30 : 20), footer },
      },
      grid,
      titlePage: true,
    },
    headers: { ...pageHeaders(letter), first: isLetter ? letterHeader(letter) : pageHeader(letter) },
    footers: { first: firstPageFooter(letter), default: pageNumber('odd', footer), even: pageNumber('even', footer) },
    children: [
      ...(isLetter ? letterTop(letter) : documentHead(letter)),
      ...letter.title.map(titleParagraph),
      blankLine(),
      // 7.3.2: addressees from the margin, a full-width colon after the last.
      paragraph(`${letter.addressees.join('、')}：`),
      ...letterBlocks(letter.blocks),
      ...annexList(letter),
      ...signature(letter),
      ...contactLine(letter),
      ...(letter.annexes?.length ? [] : imprint(letter)),
    ],
  }
}

const pageHeader = ({ mark }: Letter): Header => new Header({ children: mark ? [markLine(mark)] : [] })
const pageHeaders = (letter: Letter) => ({ default: pageHeader(letter), even: pageHeader(letter) })

/** 7.3.7: an annex begins on a page of its own with 附件 in 3号黑体 at the margin; its title stands in the third line. */
function annexSection(letter: Letter, annex: Annex, index: number, annexes: readonly Annex[]): ISectionOptions {
  const turned = { top: margins.left, bottom: margins.right, left: margins.top, right: margins.bottom }
  const size = annex.landscape ? { ...page, orientation: PageOrientation.LANDSCAPE } : page
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size,
        margin: {
          ...(annex.landscape ? turned : margins),
          header: twipsOfMillimetres(15),
          footer: annex.landscape ? twipsOfMillimetres(15) : numberDistance,
        },
      },
      grid,
    },
    headers: pageHeaders(letter),
    footers: { default: pageNumber('odd'), even: pageNumber('even') },
    children: [
      paragraph(`附件${annexes.length > 1 ? index + 1 : ''}`, { font: fonts.black }),
      blankLine(),
      titleParagraph(annex.title),
      blankLine(),
      ...letterBlocks(annex.blocks, annex.landscape ? page.height - margins.top - margins.bottom : textWidth),
      ...(index === annexes.length - 1 ? imprint(letter) : []),
    ],
  }
}
