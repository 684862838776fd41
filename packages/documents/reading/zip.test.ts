import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UnreadableFile } from './unreadable-file.ts'
import { openZip } from './zip.ts'

const mebibyte = 1024 * 1024
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const shown = (content: Uint8Array | null): string => new TextDecoder().decode(content ?? new Uint8Array())
const codeOf = (attempt: () => unknown): string | null => {
  try {
    attempt()
    return null
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal.code
    throw error
  }
}
/** The file with a number of the first directory entry overwritten: field offsets after APPNOTE 4.3.12. */
function withDirectoryField(file: Uint8Array, offset: number, value: number, bytes: 2 | 4): Uint8Array {
  const copy = file.slice()
  const view = new DataView(copy.buffer)
  const directory = view.getUint32(copy.length - 22 + 16, true)
  if (bytes === 2) view.setUint16(directory + offset, value, true)
  else view.setUint32(directory + offset, value, true)
  return copy
}

test('stored and deflated parts are read', () => {
  const zip = openZip(zipSync({ a: [text('stored'), { level: 0 }], '表/b.xml': text('deflated'.repeat(50)) }), mebibyte)
  expect(zip.names).toEqual(['a', '表/b.xml'])
  expect(shown(zip.read('a'))).toBe('stored')
  expect(shown(zip.read('表/b.xml'))).toBe('deflated'.repeat(50))
  expect(zip.read('c')).toBeNull()
})

test('a zip bomb is refused by its own directory before anything is unpacked', () => {
  const bomb = zipSync({ a: new Uint8Array(60 * mebibyte), b: new Uint8Array(60 * mebibyte) })
  expect(bomb.length).toBeLessThan(mebibyte)
  expect(codeOf(() => openZip(bomb, 100 * mebibyte))).toBe('file-inflates-too-much')
})

test('a zip bomb whose directory lies stops at the limit', () => {
  const bomb = withDirectoryField(zipSync({ a: new Uint8Array(20 * mebibyte) }), 24, 10, 4)
  const zip = openZip(bomb, mebibyte)
  expect(codeOf(() => zip.read('a'))).toBe('file-inflates-too-much')
})

test('the limit holds for all parts together', () => {
  const zip = openZip(withDirectoryField(zipSync({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) }), 24, 0, 4), 1_000_000)
  expect(codeOf(() => zip.read('b'))).toBeNull()
  expect(codeOf(() => zip.read('a'))).toBe('file-inflates-too-much')
})

const file = zipSync({ a: text('content of a part') })
test.each([
  { what: 'a wrong check sum', bytes: withDirectoryField(file, 16, 1, 4), code: 'file-damaged' },
  { what: 'a wrong size', bytes: withDirectoryField(file, 24, 3, 4), code: 'file-damaged' },
  { what: 'an unknown method', bytes: withDirectoryField(file, 10, 99, 2), code: 'file-damaged' },
  { what: 'a part beyond the end', bytes: withDirectoryField(file, 42, 0xfffffff0, 4), code: 'file-damaged' },
])('a part with $what is refused', ({ bytes, code }) => {
  const zip = openZip(bytes, mebibyte)
  expect(codeOf(() => zip.read('a'))).toBe(code)
})

test('an encrypted part is refused as such', () => {
  expect(codeOf(() => openZip(withDirectoryField(file, 8, 1, 2), mebibyte))).toBe('file-encrypted')
})

test('no directory at all', () => {
  expect(codeOf(() => openZip(text('PK\u0003\u0004'), mebibyte))).toBe('file-damaged')
})
