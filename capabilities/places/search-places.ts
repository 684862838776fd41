import { isWithin, NATION_CODE, prefectureCodeOf, provinceCodeOf } from './jurisdiction.ts'
import type { PlaceIndex } from './place-index.ts'
import type { Place, PlaceCode, PlaceLevel } from './place.ts'

export type PlaceQuery = {
  /** Name, code, pinyin or initials; several words narrow down ('四川 会理', 'sc huili'). */
  text: string
  levels?: readonly PlaceLevel[]
  within?: PlaceCode
  /** At most this many hits; 20 when not given. */
  limit?: number
}

/** Lower is a closer match; `reason` says by what it was found. */
export type PlaceHit = { place: Place; closeness: number; reason: 'code' | 'name' | 'former-name' | 'pinyin' | 'initials' }

const levelOrder: Record<PlaceLevel, number> = { province: 0, prefecture: 1, county: 2, township: 3 }
const generic = /(?:特别行政区|自治[区州县旗]|地区|街道|苏木|[省市县区旗镇乡盟])$/

/** 会理县 → 会理: what people type. A name that is nothing but its ending stays whole. */
export const stemOf = (name: string): string => name.replace(generic, '') || name

type Closeness = { closeness: number; reason: PlaceHit['reason'] }

function nameCloseness(names: readonly string[], word: string, reason: 'name' | 'former-name'): Closeness | null {
  const late = reason === 'former-name' ? 1 : 0
  for (const name of names) {
    if (name === word) return { closeness: late, reason }
    if (stemOf(name) === stemOf(word)) return { closeness: 2 + late, reason }
  }
  if (names.some(name => name.startsWith(word))) return { closeness: 4 + late, reason }
  return names.some(name => name.includes(word)) ? { closeness: 8 + late, reason } : null
}

function readingCloseness(place: Place, word: string): Closeness | null {
  if (place.initials === word) return { closeness: 2, reason: 'initials' }
  if (place.pinyin === word) return { closeness: 2, reason: 'pinyin' }
  if (place.initials.startsWith(word)) return { closeness: 5, reason: 'initials' }
  if (place.pinyin.startsWith(word)) return { closeness: 5, reason: 'pinyin' }
  return word.length > 2 && place.initials.includes(word) ? { closeness: 9, reason: 'initials' } : null
}

function closenessOf(place: Place, word: string): Closeness | null {
  if (/^\d+$/.test(word)) return place.code.startsWith(word) ? { closeness: place.code === word ? 0 : 4, reason: 'code' } : null
  if (/^[a-z]+$/.test(word)) return readingCloseness(place, word)
  const former = place.level === 'county' ? place.formerNames : []
  return nameCloseness([place.name], word, 'name') ?? nameCloseness(former, word, 'former-name')
}

/** 'Ｃｈóng qìng' typed in any width and case becomes plain words. Apostrophes of pinyin fall away. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[\s,，、/]+/)
    .filter(word => word !== '')

const holdersOf = (index: PlaceIndex, place: Place): Place[] =>
  [provinceCodeOf(place.code), prefectureCodeOf(place.code), place.code.slice(0, 6)]
    .filter(code => code !== place.code)
    .map(code => index.byCode.get(code))
    .filter(holder => holder !== undefined)

const compareHits = (a: PlaceHit, b: PlaceHit): number =>
  a.closeness - b.closeness ||
  levelOrder[a.place.level] - levelOrder[b.place.level] ||
  (a.place.code < b.place.code ? -1 : a.place.code > b.place.code ? 1 : 0)

/**
 * Finds places by name, former name, code, pinyin or initials, closest first; equal closeness goes by level, then code,
 * so the same query always gives the same list. The last word names the place, earlier words the places that hold it.
 */
export function searchPlaces(index: PlaceIndex, query: PlaceQuery): PlaceHit[] {
  const words = wordsOf(query.text)
  const last = words.at(-1)
  if (last === undefined) return []
  const levels = new Set<PlaceLevel>(query.levels ?? ['province', 'prefecture', 'county', 'township'])
  const hits: PlaceHit[] = []
  for (const place of index.byCode.values()) {
    if (!levels.has(place.level) || !isWithin(place.code, query.within ?? NATION_CODE)) continue
    if (place.level === 'prefecture' && place.grouping) continue
    const found = closenessOf(place, last)
    if (!found) continue
    const holders = words.length > 1 ? holdersOf(index, place) : []
    if (words.slice(0, -1).every(word => holders.some(holder => closenessOf(holder, word) !== null))) hits.push({ place, ...found })
  }
  return hits.sort(compareHits).slice(0, query.limit ?? 20)
}
