import { sha256Hex } from './sha256.ts'

/** A UUID (version 8: made by a rule of our own) that the same text always gives, so that sending twice is sending once. */
export function derivedId(text: string): string {
  const hex = sha256Hex(text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
