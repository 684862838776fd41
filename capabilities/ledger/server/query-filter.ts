import { jurisdictionPrefix } from '@jincun/places'
import { z } from 'zod'
import type { MoneyFilter } from './money-store.ts'

export const Code = z.string().regex(/^\d{6}$/, '应为六位行政区划代码 / six digits of a place code')
export const YearInQuery = z.coerce.number().int().min(2014).max(2100)

type Asked = {
  countyCode?: string | undefined
  place?: string | undefined
  budgetYear?: number | undefined
  batchYear?: number | undefined
}

/** What a query asks for: a place's own rows by `countyCode`; by `place` it and all below it, so a province with its counties, 000000 the country. */
export const filterOf = ({ countyCode, place, budgetYear, batchYear }: Asked): MoneyFilter => ({
  ...(countyCode ? { countyCode } : {}),
  ...(place ? { prefix: jurisdictionPrefix(place) } : {}),
  ...(budgetYear ? { budgetYear } : {}),
  ...(batchYear ? { batchYear } : {}),
})
