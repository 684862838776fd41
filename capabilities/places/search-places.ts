import type { BusinessDate } from '@jincun/kernel'
import { isWithin, NATION_CODE, prefectureCodeOf, provinceCodeOf } from './jurisdiction.ts'
import type { PlaceIndex } from './place-index.ts'
import type { Place, PlaceCode, PlaceLevel } from './place.ts'
import { searchKeysOf, stemOf } from './search-keys.ts'
import type { SearchKeys } from './search-keys.ts'

export type PlaceQuery = {
  /** Name, code, pinyin or initials; several words narrow down ('四川 会理', 'sc huili'). */
  text: string
  levels?: readonly PlaceLevel[]
  within?: PlaceCode
  /** Leaves out counties whose code is not in force on that day; their old codes and names still lead to the successor. */
  onDate?: BusinessDate
  /** At most this many hits; 20 when not given. */
  limit?: number
}

/** Lower is a closer match; `reason` says by what it was found. */
export type PlaceHit = { place: Place } & Closeness
type Closeness = { closeness: number; reason: 'code' | 'former-code' | 'name' | 'former-name' | 'pinyin' | 'initials' }

const levelOrder: Record<PlaceLevel, number> = { province: 0, prefecture: 1, county: 2, township: 3 }

function nameCloseness({ place, stem, formerNames }: SearchKeys, word: string): Closeness | null {
  const wordStem = stemOf(word)
  if (place.name === word) return { closeness: 0, reason: 'name' }
  if (formerNames.includes(word)) return { closeness: 1, reason: 'former-name' }
  if (stem === wordStem) return { closeness: 2, reason: 'name' }
  if (formerNames.some(name => stemOf(name) === wordStem)) return { closeness: 3, reason: 'former-name' }
  if (place.name.startsWith(word)) return { closeness: 4, reason: 'name' }
  if (place.name.includes(word)) return { closeness: 8, reason: 'name' }
  return formerNames.some(name => name.includes(word)) ? { closeness: 9, reason: 'former-name' } : null
}

function readingCloseness(keys: SearchKeys, word: string): Closeness | null {
  const { initials } = keys.place
  if (keys.stemInitials === word || initials === word) return { closeness: 2, reason: 'initials' }
  if (keys.stemPinyin === word || keys.pinyin === word) return { closeness: 2, reason: 'pinyin' }
  if (initials.startsWith(word)) return { closeness: 5, reason: 'initials' }
  if (keys.pinyin.startsWith(word)) return { closeness: 5, reason: 'pinyin' }
  return word.length > 2 && initials.includes(word) ? { closeness: 9, reason: 'initials' } : null
}

function codeCloseness(index: PlaceIndex, code: string, word: string): Closeness | null {
  if (code.startsWith(word)) return { closeness: code === word ? 0 : 4, reason: 'code' }
  const former = index.predecessors.get(code)?.some(change => change.from === word)
  return former ? { closeness: 1, reason: 'former-code' } : null
}

function closenessOf(index: PlaceIndex, keys: SearchKeys, word: string): Closeness | null {
  if (/^\d+$/.test(word)) return codeCloseness(index, keys.place.code, word)
  return /^[a-z]+$/.test(word) ? readingCloseness(keys, word) : nameCloseness(keys, word)
}

/** Text typed in any width and case becomes plain words. Apostrophes of pinyin fall away. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[\s,，、/]+/)
    .filter(word => word !== '')

/** Province, prefecture and county that hold a place. */
const holdersOf = (index: PlaceIndex, place: Place): SearchKeys[] =>
  [provinceCodeOf(place.code), prefectureCodeOf(place.code), place.code.slice(0, 6)]
    .filter(code => code !== place.code)
    .flatMap(code => index.byCode.get(code) ?? [])
    .map(searchKeysOf)

const inForce = (place: Place, day: BusinessDate): boolean =>
  place.level !== 'county' || ((place.validFrom === null || place.validFrom <= day) && (place.validTo === null || day < place.validTo))

/** Development zones come after the counties people mean. */
const isZone = (place: Place): number => Number(place.level === 'county' && place.kind === 'statistical-area')

const compareHits = (a: PlaceHit, b: PlaceHit): number =>
  a.closeness - b.closeness ||
  levelOrder[a.place.level] - levelOrder[b.place.level] ||
  isZone(a.place) - isZone(b.place) ||
  (a.place.code < b.place.code ? -1 : a.place.code > b.place.code ? 1 : 0)

/**
 * Finds places by name, former name, code, pinyin or initials, closest first; equal closeness goes by level, then code,
 * so the same query always gives the same list. The last word names the place, earlier words the places that hold it.
 */
export function searchPlaces(index: PlaceIndex, query: PlaceQuery): PlaceHit[] {
  const words = wordsOf(query.text)
  const last = words.at(-1)
  if (last === undefined) return []
  const holderWords = words.slice(0, -1)
  const allowed = (place: Place): boolean =>
    !(place.level === 'prefecture' && place.grouping) &&
    (query.levels === undefined || query.levels.includes(place.level)) &&
    isWithin(place.code, query.within ?? NATION_CODE) &&
    (query.onDate === undefined || inForce(place, query.onDate))
  const heldBy = (place: Place): boolean => {
    const holders = holdersOf(index, place)
    return holderWords.every(word => holders.some(holder => closenessOf(index, holder, word) !== null))
  }
  const hits: PlaceHit[] = []
  for (const keys of index.searchKeys) {
    if (!allowed(keys.place)) continue
    const found = closenessOf(index, keys, last)
    if (found && (holderWords.length === 0 || heldBy(keys.place))) hits.push({ place: keys.place, ...found })
  }
  return hits.sort(compareHits).slice(0, query.limit ?? 20)
}
