import type { PolicyListEntry } from '@jincun/policy'

/** How a word of the negative list was found in a text. */
export type MatchManner = 'word' | 'beside-exception' | 'across-separator' | 'scattered' | 'in-project' | 'vague'

export type NegativeMatch = { entry: PolicyListEntry; word: string; manner: MatchManner }

/** `prohibited`: may not be paid from central funds. `doubtful`: a person must rule. `matches` say which words decided. */
export type Classification = { verdict: 'prohibited' | 'doubtful' | 'clear'; matches: NegativeMatch[] }

type Span = { from: number; to: number }

/** Signs that part one thing from the next; a word that only appears across one of them is not surely that word. */
const separators = /[\n、，,；;。：:/+&]|以及/gu
const noise = /[\p{P}\p{S}\p{Z}\p{C}\s]/gu
const separator = '\n'

/**
 * One writing for one text: full-width and compatibility forms folded, lower case, and everything between the characters taken out
 * (spaces, dots, dashes, zero-width signs), so that 办 公·楼 reads 办公楼. Separators of a list stay, as line feeds.
 */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(separators, separator)
    .split(separator)
    .map(part => part.replace(noise, ''))
    .join(separator)

function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(word); word && at !== -1; at = text.indexOf(word, at + 1)) spans.push({ from: at, to: at + word.length })
  return spans
}

const covers = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to

/** At most this many other characters may stand between two characters of a scattered word. */
const gapMaximum = 4

/** A word of four characters or more whose halves stand apart in order (购买…流量): never sure, so never more than doubtful. */
function scatteredIn(text: string, word: string): boolean {
  if (word.length < 4) return false
  const middle = Math.floor(word.length / 2)
  const [head, tail] = [word.slice(0, middle), word.slice(middle)]
  return spansOf(text, head).some(start =>
    spansOf(text, tail).some(
      end => end.from > start.to && end.from - start.to <= gapMaximum && !text.slice(start.to, end.from).includes(separator),
    ),
  )
}

function matchWord(text: string, word: string, exceptions: readonly string[], entry: PolicyListEntry): NegativeMatch | null {
  const excused = exceptions.flatMap(exception => spansOf(text, exception))
  const found = spansOf(text, word)
  const bare = found.filter(span => !excused.some(exception => covers(exception, span)))
  if (bare.length > 0) return { entry, word, manner: excused.length > 0 ? 'beside-exception' : 'word' }
  if (found.length > 0 || excused.length > 0) return null
  if (spansOf(text.replaceAll(separator, ''), word).length > 0) return { entry, word, manner: 'across-separator' }
  return scatteredIn(text, word) ? { entry, word, manner: 'scattered' } : null
}

type EntryWords = { words: readonly string[]; exceptions: readonly string[] }
// Entries never change once read, and normalising their words anew for every line of every county took nine tenths of all checking.
const wordsOfEntry = new WeakMap<PolicyListEntry, EntryWords>()

function wordsOf(entry: PolicyListEntry): EntryWords {
  const known = wordsOfEntry.get(entry)
  if (known) return known
  const words = [entry.term.zh, ...(entry.otherTerms ?? []), ...(entry.keywords ?? [])].map(normaliseText)
  const made = { words: [...new Set(words)], exceptions: (entry.exceptions ?? []).map(normaliseText) }
  wordsOfEntry.set(entry, made)
  return made
}

function matchEntry(text: string, entry: PolicyListEntry): NegativeMatch[] {
  const { words, exceptions } = wordsOf(entry)
  return words.map(word => matchWord(text, word, exceptions, entry)).filter(match => match !== null)
}

/**
 * Which entries of the year's negative list a line name falls under (3.6). A word that stands there is prohibited; a word beside one of
 * its exceptions, split by a separator, or with its halves apart is doubtful; an exception that contains the word clears it.
 */
export function classifyText(text: string, list: readonly PolicyListEntry[]): Classification {
  const normalised = normaliseText(text)
  const matches = list.flatMap(entry => matchEntry(normalised, entry))
  const sure = matches.filter(match => match.manner === 'word')
  if (sure.length > 0) return { verdict: 'prohibited', matches: sure }
  return { verdict: matches.length > 0 ? 'doubtful' : 'clear', matches }
}
