/** What a file of text turned out to be; '' while it held plain ASCII only. Kept with the batch, so that a restart reads on the same way. */
export type TextEncoding = '' | 'utf-8' | 'gb18030'

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 127) return false
  return true
}

/**
 * The text of a piece. UTF-8 where it is that, else GB 18030 (Excel's CSV on a Chinese machine); what a file is shows at its first character
 * beyond ASCII and holds for the rest of it. Bytes that do not fit come out as U+FFFD and are faults of their cells.
 */
export function decodePiece(bytes: Buffer, encoding: TextEncoding): { text: string; encoding: TextEncoding } {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), encoding }
  if (encoding !== '') return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const gb = strictly(bytes, 'gb18030')
  return gb === null ? { text: bytes.toString('utf8'), encoding: 'utf-8' } : { text: gb, encoding: 'gb18030' }
}
