import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { gunzipSync } from 'node:zlib'
import { wrongInput } from './wrong-input.ts'

/** Beyond this a file is not read: a million stops need about 100 MB. */
export const textMax = 256 * 1024 * 1024

/** The text of a file, unpacked when it is gzip (by its first two bytes, whatever its name). */
export function textOf(bytes: Uint8Array, where = 'file'): Result<string> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  try {
    const plain = packed ? gunzipSync(bytes, { maxOutputLength: textMax }) : bytes
    if (plain.length > textMax) return tooLarge(where)
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(plain))
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'))
      return tooLarge(where)
    if (packed) return wrongInput('broken-gzip', where, 'the gzip file is broken; pack it again', 'gzip 文件已损坏，请重新压缩')
    return wrongInput('not-text', where, 'the file is not UTF-8 text; save it as UTF-8', '文件不是 UTF-8 文本，请另存为 UTF-8')
  }
}

const tooLarge = (where: string) =>
  wrongInput('too-large', where, `the file is larger than ${textMax / 1024 / 1024} MB; split the problem by area`, '文件过大，请按片区拆分')

/** A JSON document, or where it breaks. */
export function jsonOf(text: string, where = 'file'): Result<unknown> {
  try {
    return accept(JSON.parse(text) as unknown)
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : ''
    return wrongInput(
      'not-json',
      where,
      `the file is not JSON (${detail}); NaN and Infinity do not exist there`,
      `文件不是合法的 JSON（${detail}）`,
    )
  }
}
