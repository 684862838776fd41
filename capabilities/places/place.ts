import { z } from 'zod'

/** A GB/T 2260 code of six digits: 2 province, 2 prefecture, 2 county. The nation is 000000. */
export const PlaceCode = z.string().regex(/^\d{6}$/, '行政区划代码应为六位数字 / a place code has six digits')
export type PlaceCode = z.infer<typeof PlaceCode>

/** A township unit's statistical code: county code and three digits. */
export const TownshipCode = z.string().regex(/^\d{9}$/, '乡级代码应为九位数字 / a township code has nine digits')
export type TownshipCode = z.infer<typeof TownshipCode>

/** What every place has: its name, and the readings by which it is typed (chongqing, cq). */
type Named = { name: string; pinyin: string; initials: string }

export type Province = Named & { level: 'province'; code: PlaceCode }

/** A prefecture, or a grouping of the code table ('省直辖县级行政区划') that holds counties but is no body of its own. */
export type Prefecture = Named & { level: 'prefecture'; code: PlaceCode; provinceCode: PlaceCode; grouping: boolean }

/** A point inside the county, WGS84 degrees, for maps; never used in a rule. */
export type Point = { longitude: number; latitude: number }

/** A county unit under one code. A change of code makes a new record; the old one names its successor. */
export type County = Named & {
  level: 'county'
  code: PlaceCode
  provinceCode: PlaceCode
  prefectureCode: PlaceCode
  /**
   * `county`: a county unit of GB/T 2260. `undivided-city`: a prefecture-level city without counties (东莞, 中山, 儋州, 嘉峪关).
   * `statistical-area`: development zones and the like, which have a statistical code only.
   */
  kind: 'county' | 'undivided-city' | 'statistical-area'
  /** Whether the code stands in the edition of June and of December 2020. */
  in202006: boolean
  in202012: boolean
  /** First day in force; null = before the first edition held. */
  validFrom: string | null
  /** First day no longer in force; null = still in force in the last edition held. */
  validTo: string | null
  successor: PlaceCode | null
  /** Names under which published lists still know it. */
  formerNames: readonly string[]
  townshipUnits: number
  subdistricts: number
  towns: number
  townships: number
  otherUnits: number
  /** Village and neighbourhood committees. */
  villages: number
  point: Point | null
  /** Of the drawn outline, in km², as a decimal text; not the official area. */
  areaKm2: string | null
  /** Residents, census of 2020. */
  population: number | null
  /** Urban residents per 10,000 residents, census of 2020. */
  urbanPerTenThousand: number | null
}

export type Township = Named & {
  level: 'township'
  code: TownshipCode
  countyCode: PlaceCode
  kind: '街道' | '镇' | '乡/苏木' | '其他'
  villages: number
}

export type Place = Province | Prefecture | County | Township
export type PlaceLevel = Place['level']

/** Why and when a code gave way to another. */
export type CodeChange = {
  from: PlaceCode
  fromName: string
  to: PlaceCode
  toName: string
  kind: 'renamed' | 'merged' | 'recoded'
  /** First day of the new code. */
  changedOn: string
  /** `announced` = the day it was made public; `edition` = only known to lie between two editions, and the later one is taken. */
  precision: 'announced' | 'edition'
  reason: { zh: string; en: string }
  source: string
}
