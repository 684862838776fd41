import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export const bytesOf = (value: string | Uint8Array): Uint8Array => (typeof value === 'string' ? utf8ToBytes(value) : value)

/**
 * SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits; a text is hashed as UTF-8.
 * Pure JavaScript, so a visitor's browser recomputes the same figure as the server.
 */
export const sha256Hex = (value: string | Uint8Array): string => bytesToHex(sha256(bytesOf(value)))
