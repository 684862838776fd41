import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, FenText, ItemId, Line, Named } from './amounts.ts'

/** 资产卡片: one piece of a contract line, found again by its label. Row 21 of the irregularities: assets never booked. */
export const AssetCard = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  contractId: z.uuid(),
  contractLineId: ItemId,
  version: z.number().int().min(1),
  /** Printed on the label: county code, dash, serial. */
  number: z.string().regex(/^\d{6}-[0-9A-Z-]{1,30}$/, '资产编号形如 513431-ZC-0001 / an asset number such as 513431-ZC-0001'),
  name: Named(100),
  model: Line(100),
  /** Maker's serial number; the same one twice is a finding. */
  serial: Line(100),
  valueFen: FenText,
  acquiredOn: DayText,
  siteId: z.uuid().nullable(),
  place: Line(200),
  keeper: Line(50),
  photoFileId: z.uuid().nullable(),
  state: z.enum(['in-use', 'idle', 'damaged', 'written-off']),
})
export type AssetCard = z.infer<typeof AssetCard>

/** 盘点: someone stood before the asset, scanned it, and said what they saw. */
export const StockTake = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  assetId: z.uuid(),
  takenOn: DayText,
  found: z.boolean(),
  state: AssetCard.shape.state,
  longitude: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,7})?$/)
    .nullable(),
  latitude: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,7})?$/)
    .nullable(),
  note: Line(300),
  photoFileId: z.uuid().nullable(),
})
export type StockTake = z.infer<typeof StockTake>
