import { endOfRecords } from '../index.ts'

/** Bytes of whole records, and where in the file they end. */
export type Piece = { bytes: Buffer; endByte: number }

/** About 16,000 rows: what is committed at once, and what is lost at most when the machine stops. */
export const pieceBytes = 2 * 1_048_576
/** A line longer than this holds no row of ours; it is cut at its end whatever its quotation marks say. */
const longestRecord = 1_048_576

function cutAt(bytes: Buffer, last: boolean): number {
  const end = endOfRecords(bytes)
  if (last) return bytes.length
  return end === 0 && bytes.length > pieceBytes + longestRecord ? bytes.lastIndexOf(10) + 1 : end
}

/**
 * Cuts a stream of bytes into pieces at the ends of records: constant memory whatever the size of the file.
 * @param from where in the file the stream begins.
 */
export async function* readPieces(stream: AsyncIterable<Uint8Array>, from = 0, size = pieceBytes): AsyncGenerator<Piece> {
  let held: Uint8Array[] = []
  let length = 0
  let endByte = from
  for await (const chunk of stream) {
    held.push(chunk)
    length += chunk.length
    if (length < size) continue
    const bytes = Buffer.concat(held)
    const cut = cutAt(bytes, false)
    held = cut === bytes.length ? [] : [bytes.subarray(cut)]
    length = bytes.length - cut
    if (cut === 0) continue
    endByte += cut
    yield { bytes: bytes.subarray(0, cut), endByte }
  }
  if (length > 0) yield { bytes: Buffer.concat(held), endByte: endByte + length }
}
