import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, ItemId, Named, Prose } from './amounts.ts'

/** A photo of the work with the day it was taken, which is not the day it was sent. */
export const DatedPhoto = z.strictObject({ fileId: z.uuid(), takenOn: DayText, caption: Named(100) })
export type DatedPhoto = z.infer<typeof DatedPhoto>

/** 建设进度: one report. Reports are never changed; a wrong one is followed by a right one that says so. */
export const ProgressReport = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  /** The day the figure holds for; when it was entered is recorded by the system. */
  asOf: DayText,
  /** Work done, whole per cent. */
  percent: z.number().int().min(0).max(100),
  /** Steps of the schedule that are done. */
  stepsDone: z.array(ItemId).max(50),
  note: Prose(2_000),
  photos: z.array(DatedPhoto).max(20),
})
export type ProgressReport = z.infer<typeof ProgressReport>
