import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { lastCode, resolveCode } from '@jincun/places'
import type { PolicyPack } from '@jincun/policy'
import type { DesignationData } from './designation-data.ts'
import { clauseOfWay, Designation } from './designation.ts'
import type { DesignationWay } from './designation.ts'

export type DesignationOrder = {
  id: string
  countyCode: string
  year: number
  from: string
  way: DesignationWay
  document: string
}

/**
 * Makes a county a demonstration county of a year (4.6, 4.7, 5.5). The code is followed to the county in force on the
 * first day, whose code and name are printed; the record's key is the last code of the county's line.
 * Refused: an unknown code; a statistical area (unless itself on the 832 list, as 大柴旦 is); a county that already is
 * one of that year; an order without a document. `existing` are the designations of that county.
 */
export function designateCounty(
  data: DesignationData,
  order: DesignationOrder,
  existing: readonly Designation[],
  pack: PolicyPack,
  now: Date,
): Result<Designation> {
  const resolved = resolveCode(data.places, order.countyCode, order.from)
  if (!resolved.ok) return resolved
  const { county } = resolved.value
  const line = lastCode(data.places, county.code)
  const listed = data.povertyOf.has(line)
  if (county.kind === 'statistical-area' && !listed) return refuse(notACounty(county.code, county.name))
  const earlier = existing.find(designation => designation.year === order.year)
  if (earlier && earlier.id !== order.id) return refuse(alreadyDesignated(earlier))
  if (order.document.trim() === '') return refuse(noDocument(county.name))
  return accept(
    Designation.parse({
      ...order,
      countyCode: line,
      printedCode: county.code,
      countyName: county.name,
      document: order.document.trim(),
      clause: clauseOfWay(pack, order.way, order.year),
      decidedAt: now.toISOString(),
    }),
  )
}

const notACounty = (code: string, name: string) => ({
  kind: 'invalid' as const,
  code: 'not-a-county-unit',
  message: {
    zh: `${name}（${code}）是统计用区划，不是国家标准中的县级单位，不能列为示范县；请改填所在的县（市、区）。`,
    en: `${name} (${code}) is a statistical area, not a county unit of GB/T 2260; name the county it lies in instead.`,
  },
  where: 'county_code',
})

const alreadyDesignated = (earlier: Designation) => ({
  kind: 'conflict' as const,
  code: 'already-designated',
  message: {
    zh: `${earlier.countyName}自 ${earlier.from} 起已是 ${earlier.year} 年示范县（${earlier.document}），不能重复列入。`,
    en: `${earlier.countyName} has been a demonstration county of ${earlier.year} since ${earlier.from} (${earlier.document}); it cannot be listed twice.`,
  },
  where: 'county_code',
  details: earlier,
})

const noDocument = (name: string) => ({
  kind: 'invalid' as const,
  code: 'designation-without-document',
  message: {
    zh: `请填写将${name}列为示范县的文件名称或文号。`,
    en: `Name the document or its number by which ${name} becomes a demonstration county.`,
  },
  where: 'document',
})
