import { PlaceCode } from '@jincun/places'
import { z } from 'zod'

const Day = z.iso.date('应为日期，如 2020-05-08 / a day such as 2020-05-08')

/**
 * A station that reports every day (6.4c): the code its orders carry, the site of the register it stands for, and from when to when. Each change is a
 * version with its reason; what was due under an earlier one is asked by the last.
 */
export const Station = z.strictObject({
  countyCode: PlaceCode,
  code: z
    .string()
    .regex(/^[1-9]\d{5}[A-Za-z0-9-]{1,26}$/, '站点编码以6位县级代码开头 / a station code begins with the six digits of the county'),
  version: z.number().int().min(1),
  siteId: z.uuid(),
  startsOn: Day,
  /** Its last day; null while it works. */
  endsOn: Day.nullable(),
})
export type Station = z.infer<typeof Station>

/** What one day of one station is known by: when its first row or sheet came, its orders in force, and whether somebody said that there was no trade. */
export type StationDay = {
  /** Credit code of the firm that reported. */
  contractor: string
  station: string
  day: string
  firstOn: string
  orders: number
  saidNone: boolean
  onPaper: boolean
}
