import { z } from 'zod'

/** A GB/T 2260 code of six digits: 2 province, 2 prefecture, 2 county. The nation is 000000. */
export const PlaceCode = z.string().regex(/^\d{6}$/, '行政区划代码应为六位数字 / a place code has six digits')
export type PlaceCode = z.infer<typeof PlaceCode>

/** A township unit's statistical code: county code and three digits. */
export const TownshipCode = z.string().regex(/^\d{9}$/, '乡级代码应为九位数字 / a township code has nine digits')
export type TownshipCode = z.infer<typeof TownshipCode>

export const PlaceLevel = z.enum(['nation', 'province', 'prefecture', 'county', 'township'])
export type PlaceLevel = z.infer<typeof PlaceLevel>
