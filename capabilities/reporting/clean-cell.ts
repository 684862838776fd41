import type { ReadingNoteCode } from './reading-note.ts'

/** Space, tab, no-break and ideographic space, zero-width marks, the byte order mark. */
const surplus = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g
const wide = /[！-～－　]/
const ends = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff || code === 0x2060

/** Full-width digits, letters and signs as half-width. */
const narrow = (text: string): string =>
  text.replace(/[！-～]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ')

/** Whether there is nothing to clean, the usual case: plain ASCII, no space or tab at an end, no apostrophe before it. */
export function isClean(text: string): boolean {
  const last = text.length - 1
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at)
    if (code > 126 || code < 32 || (code === 32 && (at === 0 || at === last))) return false
  }
  return last < 0 || text.charCodeAt(0) !== 39
}

/**
 * Takes off what cannot carry meaning in a code, number or time: spaces and tabs at the ends, full-width forms, Excel's apostrophe.
 * `said` hears each kind of cleaning.
 */
export function cleanCell(raw: string, said: (code: ReadingNoteCode) => void): string {
  if (raw === '') return raw
  let text = raw
  if (ends(text.charCodeAt(0)) || ends(text.charCodeAt(text.length - 1))) {
    text = text.replace(surplus, '')
    // A carriage return belongs to the line's end and is nobody's mistake.
    if (text !== raw.replace(/\r$/, '')) said('spaces-removed')
  }
  if (text.charCodeAt(0) === 39 && text.length > 1) {
    text = text.slice(1)
    said('text-guard-removed')
  }
  if (!wide.test(text)) return text
  said('full-width-digits')
  return narrow(text).replace(surplus, '')
}
