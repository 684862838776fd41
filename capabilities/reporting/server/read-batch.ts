import { readSheetCells } from '@jincun/documents'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { BatchFormat } from './batch.ts'
import { readPieces } from './read-pieces.ts'
import type { ReadRows, RowReader } from './row-reader.ts'

/** What of a file was read at once, and where it ends. */
export type ReadPiece = { read: Result<ReadRows>; endByte: number }

/** A document of JSON or Excel is read whole, so it has an end; longer files come as CSV or NDJSON. */
export const wholeBytesMaximum = 16 * 1_048_576

const tooLong: Refusal = {
  kind: 'too-large',
  code: 'file-too-large',
  message: {
    zh: 'JSON 和 Excel 文件最大 16 MB；更大的请用 CSV 或 NDJSON。',
    en: 'JSON and Excel files go up to 16 MB; send more as CSV or NDJSON.',
  },
}

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Result<Buffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > wholeBytesMaximum) return refuse(tooLong)
    chunks.push(chunk)
  }
  return accept(Buffer.concat(chunks))
}

async function readWhole(reader: RowReader, stream: AsyncIterable<Uint8Array>, format: 'json' | 'xlsx'): Promise<ReadPiece> {
  const bytes = await wholeOf(stream)
  if (!bytes.ok) return { read: bytes, endByte: 0 }
  const endByte = bytes.value.length
  if (format === 'json') return { read: reader.readDocument(bytes.value), endByte }
  const sheet = readSheetCells(bytes.value)
  return { read: sheet.ok ? reader.readSheet(sheet.value) : sheet, endByte }
}

/** Reads a file piece by piece, from a byte on. */
export async function* readFile(
  reader: RowReader,
  stream: AsyncIterable<Uint8Array>,
  format: BatchFormat,
  from: number,
): AsyncGenerator<ReadPiece> {
  if (format === 'json' || format === 'xlsx') {
    yield await readWhole(reader, stream, format)
    return
  }
  for await (const { bytes, endByte } of readPieces(stream, from))
    yield { read: format === 'csv' ? reader.readCsv(bytes) : reader.readLines(bytes), endByte }
}
