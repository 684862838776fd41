import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText } from './amounts.ts'

/** A photo that shows the programme's sign at a site (6.4b). */
export const SignPhoto = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  siteId: z.uuid(),
  fileId: z.uuid(),
  takenOn: DayText,
})
export type SignPhoto = z.infer<typeof SignPhoto>
