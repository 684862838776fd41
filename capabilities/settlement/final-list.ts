import { ApplicationType } from '@jincun/applications'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'

/** A county of the final list. `planHash` is the hash of its work plan that goes with the list (5.5); null while none is attached. */
export const FinalListEntry = z.strictObject({
  countyCode: PlaceCode,
  name: z.string(),
  type: ApplicationType,
  /** Rank on the submitted list; null for counties that were not ranked. */
  rank: z.number().int().nullable(),
  planHash: z.string().nullable(),
})
export type FinalListEntry = z.infer<typeof FinalListEntry>

/** The letter by which the provincial government reports its final list. */
export const GovernmentLetter = z.strictObject({
  /** 发文字号, e.g. 川府函〔2020〕1号. */
  number: z.string().trim().min(1).max(60),
  date: z.iso.date(),
  signedBy: z.string().trim().min(1).max(60),
})
export type GovernmentLetter = z.infer<typeof GovernmentLetter>

/** 最终示范县名单 (5.5) of a province in one version. */
export const FinalList = z.strictObject({
  provinceCode: PlaceCode,
  year: z.number().int(),
  version: z.number().int().min(1),
  entries: z.array(FinalListEntry).max(3_000),
  letter: GovernmentLetter.nullable(),
  reasons: z.record(z.string(), z.string().max(4_000)),
})
export type FinalList = z.infer<typeof FinalList>

/** A ranked county as the submitted package has it. */
export type RankedCounty = Pick<FinalListEntry, 'countyCode' | 'name' | 'type' | 'rank'>

/** Everything the final rules judge. */
export type FinalSubject = {
  year: number
  provinceCode: string
  entries: readonly FinalListEntry[]
  /** Counties of the submitted ranked list; null when the province has none. */
  ranked: readonly RankedCounty[] | null
  /** 核定数量; null before it is set. */
  approved: number | null
  at: Date
  extension: { until: Date; ruling: string } | null
}
