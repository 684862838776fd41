/**
 * Measures of GB/T 9704-2012, in twips (1/20 point). Clause numbers are those of the standard.
 */
export const twipsOfMillimetres = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

// 5.1, 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
export const page = { width: 11906, height: 16838 }
export const margins = {
  top: twipsOfMillimetres(37),
  left: twipsOfMillimetres(28),
  right: twipsOfMillimetres(26),
  bottom: twipsOfMillimetres(35),
}
export const textWidth = page.width - margins.left - margins.right

// 5.2.3: 22 lines of 28 characters fill the text area.
const linesOnPage = 22
const charactersInLine = 28
export const linePitch = Math.floor(twipsOfMillimetres(225) / linesOnPage)
export const characterWidth = textWidth / charactersInLine

/** Sizes in half points: 2号, 3号, 4号. */
export const size2 = 44
export const size3 = 32
export const size4 = 28

/**
 * Added to each 3号 character so that 28 of them fill a line: the text area is a little narrower than 28 × 16 points.
 * Not the document grid of Word, which other programs stretch to 20 characters a line.
 */
export const characterSpacing = Math.floor(characterWidth - size3 * 10)

/** Width in characters of 3号; a digit or Latin letter is half a character wide. */
export const textCharacters = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2e80' && !'“”‘’…—〔〕'.includes(character) ? 0.5 : 1), 0)

export const red = 'FF0000'

/**
 * Fonts by their usual names in government offices; where one is missing Word and WPS take another of the same kind.
 * 5.2.2 asks for 仿宋; 7.2.4, 7.3.1 for 小标宋; 7.3.3 for 黑体 and 楷体 in headings.
 */
export const fonts = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312', cs: 'Times New Roman' },
  title: { ascii: '方正小标宋简体', hAnsi: '方正小标宋简体', eastAsia: '方正小标宋简体', cs: 'Times New Roman' },
  black: { ascii: '黑体', hAnsi: '黑体', eastAsia: '黑体', cs: 'Times New Roman' },
  italicLike: { ascii: '楷体_GB2312', hAnsi: '楷体_GB2312', eastAsia: '楷体_GB2312', cs: 'Times New Roman' },
  song: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: 'Times New Roman' },
}
