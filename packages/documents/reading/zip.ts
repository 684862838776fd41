import { crc32, inflateRawSync } from 'node:zlib'
import { tooLarge, unreadable } from './unreadable-file.ts'

/** The parts of a ZIP file by name; a part is unpacked when asked for, and all parts together never beyond the limit. */
export type ZipFile = { names: string[]; read: (name: string) => Uint8Array | null }

type Entry = { name: string; method: number; crc: number; packed: number; size: number; offset: number }

const maxEntries = 2_000
const damaged = () =>
  unreadable(
    'file-damaged',
    '文件已损坏或不完整，无法读取；请重新另存为 .xlsx 后再上传。',
    'The file is damaged or cut off; save it again as .xlsx and upload it once more.',
  )

/**
 * Opens a ZIP file held in memory. Throws `UnreadableFile` when it is damaged, encrypted or unpacks to more than
 * `maxInflatedBytes` (a zip bomb), whether or not its directory admits it.
 */
export function openZip(bytes: Uint8Array, maxInflatedBytes: number): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readDirectory(bytes, view).map(entry => [entry.name, entry]))
  let left = maxInflatedBytes
  const bomb = () =>
    tooLarge(
      'file-inflates-too-much',
      `文件解压后超过 ${mebibytes(maxInflatedBytes)}，已拒绝；请删去多余的行、格式和图片后再上传。`,
      `Unpacked, the file is larger than ${mebibytes(maxInflatedBytes)}; remove surplus rows, formats and pictures.`,
    )
  if ([...entries.values()].reduce((sum, entry) => sum + entry.size, 0) > maxInflatedBytes) throw bomb()
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name)
    if (!entry) return null
    const content = unpack(bytes, view, entry, left, bomb)
    left -= content.length
    return content
  }
  return { names: [...entries.keys()], read }
}

const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** Reads the central directory, which is what Excel itself goes by (APPNOTE 4.3.12). */
function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > maxEntries) throw damaged()
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    if (view.getUint16(at + 8, true) & 1)
      throw unreadable(
        'file-encrypted',
        '文件设有密码，无法读取；请取消密码后再上传。',
        'The file is protected by a password; remove it and upload again.',
      )
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end-of-directory record stands in the last 22 bytes, before a comment of at most 65,535 (APPNOTE 4.3.16). */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw damaged()
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, limit: number, bomb: () => Error): Uint8Array {
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged()
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  const content = entry.method === 0 ? packed : inflate(packed, entry.method, limit, bomb)
  if (content.length > limit) throw bomb()
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged()
  return content
}

function inflate(packed: Uint8Array, method: number, limit: number, bomb: () => Error): Uint8Array {
  if (method !== 8) throw damaged()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) })
  } catch (error) {
    throw error instanceof RangeError ? bomb() : damaged()
  }
}
