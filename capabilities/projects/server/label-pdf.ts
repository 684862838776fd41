import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, rgb } from 'pdf-lib'
import type { PDFFont, PDFPage } from 'pdf-lib'
import QRCode from 'qrcode'

const fontFile = createRequire(import.meta.url).resolve('@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf')
const millimetre = 72 / 25.4
const black = rgb(0, 0, 0)

async function newDocument(): Promise<{ document: PDFDocument; font: PDFFont }> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  return { document, font: await document.embedFont(await readFile(fontFile), { subset: true }) }
}

/** A QR code as squares, so that it prints sharp at every size; two modules of the quiet zone stay white round it. */
export function drawQr(page: PDFPage, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = size / modules.size
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        page.drawRectangle({ x: x + column * unit, y: y + size - (row + 1) * unit, width: unit, height: unit, color: black })
}

/** Characters the font lacks would be blank boxes; they are printed as 〓, which says that something is missing. */
function printable(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet())
  return [...text].map(character => (known.has(character.codePointAt(0) ?? 0) ? character : '〓')).join('')
}

function drawFitting(page: PDFPage, font: PDFFont, text: string, at: { x: number; y: number; size: number; width: number }): void {
  const shown = printable(font, text)
  const wide = font.widthOfTextAtSize(shown, at.size)
  page.drawText(shown, { x: at.x, y: at.y, size: wide > at.width ? (at.size * at.width) / wide : at.size, font, color: black })
}

export type Label = { number: string; name: string; place: string; owner: string; target: string }

/** A4 sheets of 3 × 8 labels (63.5 × 33.9 mm), each with its QR code, asset number, name and place. */
export async function labelSheet(labels: readonly Label[], title: string): Promise<Uint8Array> {
  const { document, font } = await newDocument()
  document.setTitle(title)
  const [width, height, columns, rows] = [63.5 * millimetre, 33.9 * millimetre, 3, 8]
  for (const [index, label] of labels.entries()) {
    const place = index % (columns * rows)
    const page = place === 0 ? document.addPage([210 * millimetre, 297 * millimetre]) : document.getPage(document.getPageCount() - 1)
    const x = 7.2 * millimetre + (place % columns) * (width + 2.5 * millimetre)
    const y = (297 - 12.9) * millimetre - (Math.floor(place / columns) + 1) * height
    const qr = 24 * millimetre
    drawQr(page, label.target, x + 3 * millimetre, y + 5 * millimetre, qr)
    const text = { x: x + qr + 6 * millimetre, width: width - qr - 8 * millimetre }
    for (const [line, [words, size]] of (
      [
        [label.owner, 7],
        [label.name, 9],
        [label.number, 9],
        [label.place, 7],
      ] as const
    ).entries())
      drawFitting(page, font, words, { ...text, y: y + (25 - line * 6) * millimetre, size })
  }
  return document.save()
}

export type Plate = { site: string; project: string; words: string; channel: string; target: string; demo: boolean }

/** The programme's sign (6.4b): A4 landscape, its words, the site, the province's tip-off channel and a QR code. */
export async function signPlate(plate: Plate): Promise<Uint8Array> {
  const { document, font } = await newDocument()
  document.setTitle(plate.site)
  const [width, height] = [297 * millimetre, 210 * millimetre]
  const page = document.addPage([width, height])
  page.drawRectangle({ x: 20, y: 20, width: width - 40, height: height - 40, borderWidth: 3, borderColor: rgb(0.7, 0.15, 0.12) })
  const centre = (text: string, y: number, size: number): void => {
    const shown = printable(font, text)
    const fitted = Math.min(size, ((width - 90) * size) / font.widthOfTextAtSize(shown, size))
    page.drawText(shown, { x: (width - font.widthOfTextAtSize(shown, fitted)) / 2, y, size: fitted, font, color: black })
  }
  centre(plate.words, height - 150, 42)
  centre(plate.site, height - 225, 30)
  centre(plate.project, height - 270, 18)
  drawQr(page, plate.target, width / 2 - 60, 130, 120)
  centre(plate.channel, 90, 18)
  if (plate.demo) centre('（演示，不具效力）', 50, 14)
  return document.save()
}
