import { fullName } from './place-index.ts'
import type { PlaceIndex } from './place-index.ts'
import type { CodeChange, County, Place, PlaceLevel, Township } from './place.ts'
import type { PlaceHit } from './search-places.ts'

/** One line of a search, as a picker shows it. */
export type PlaceSuggestion = {
  code: string
  name: string
  fullName: string
  level: PlaceLevel
  reason: PlaceHit['reason']
  /** Codes and names under which it was known before. */
  formerly: readonly string[]
  /** First day no longer in force; null while it is. */
  validTo: string | null
}

const formerly = (index: PlaceIndex, place: Place): string[] => {
  if (place.level !== 'county') return []
  return place.formerNames.map(name => {
    const change = index.predecessors.get(place.code)?.find(each => each.fromName === name)
    return change ? `${name} ${change.from}` : name
  })
}

export function suggestionOf(index: PlaceIndex, { place, reason }: PlaceHit): PlaceSuggestion {
  const { code, name, level } = place
  const validTo = place.level === 'county' ? place.validTo : null
  return { code, name, fullName: fullName(index, code), level, reason, formerly: formerly(index, place), validTo }
}

/** A county with the names of what holds it, and how its code came and went. */
export type CountyView = County & {
  fullName: string
  provinceName: string
  prefectureName: string | null
  /** Changes that led to this code, and the one that ended it. */
  changesInto: readonly CodeChange[]
  changeFrom: CodeChange | null
}

export function countyView(index: PlaceIndex, county: County): CountyView {
  const prefecture = index.byCode.get(county.prefectureCode)
  return {
    ...county,
    fullName: fullName(index, county.code),
    provinceName: index.byCode.get(county.provinceCode)?.name ?? '',
    prefectureName: prefecture?.level === 'prefecture' && !prefecture.grouping ? prefecture.name : null,
    changesInto: index.predecessors.get(county.code) ?? [],
    changeFrom: index.changeFrom.get(county.code) ?? null,
  }
}

/** Townships of a county; a county made by a change of code has those of the codes it came from. */
export function townshipsOf(index: PlaceIndex, county: County): readonly Township[] {
  const own = index.townshipsOfCounty.get(county.code)
  if (own) return own
  return (index.predecessors.get(county.code) ?? []).flatMap(change => index.townshipsOfCounty.get(change.from) ?? [])
}
