import { inflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'

const millimetre = 72 / 25.4
/** Where the first label of a sheet has its code, with the white round it; in points. */
export const firstLabel = { x: 8.2 * millimetre, y: (297 - 12.9 - 33.9 + 3) * millimetre, size: 28 * millimetre }

/** Draws the squares a page of the PDF fills, so that the code on the paper itself is read, not the text it was made of. */
export async function pixelsOf(
  bytes: Uint8Array,
  window: { x: number; y: number; size: number },
): Promise<{ data: Uint8ClampedArray; side: number }> {
  const document = await PDFDocument.load(bytes)
  const streams = document.context.enumerateIndirectObjects().map(([, object]) => object)
  const content = streams
    .flatMap(object => ('contents' in object && object.contents instanceof Uint8Array ? [object.contents] : []))
    .map(raw => {
      try {
        return inflateSync(raw).toString('latin1')
      } catch {
        return ''
      }
    })
    .find(text => / cm\n/.test(text) && /\nf\n/.test(text))
  const side = 240
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  const scale = side / window.size
  for (const [, x = '', y = '', h = '', w = ''] of (content ?? '').matchAll(
    /1 0 0 1 ([\d.]+) ([\d.]+) cm\n(?:1 0 0 1 0 0 cm\n|[\d. -]+ cm\n)*0 0 m\n0 ([\d.]+) l\n([\d.]+) [\d.]+ l/g,
  )) {
    const [left, bottom] = [(Number(x) - window.x) * scale, (Number(y) - window.y) * scale]
    for (let row = Math.round(bottom); row < Math.round(bottom + Number(h) * scale); row++)
      for (let column = Math.round(left); column < Math.round(left + Number(w) * scale); column++)
        if (row >= 0 && column >= 0 && row < side && column < side)
          data.fill(0, ((side - 1 - row) * side + column) * 4, ((side - 1 - row) * side + column) * 4 + 3)
  }
  return { data, side }
}
