import type { RouteContext } from '@jincun/http'
import { asJson, shanghaiDate } from '@jincun/kernel'
import type { JsonValue, Refusal } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import type { Stamp } from './records.ts'

export type Work = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'audit' | 'publish' | 'caller' | 'newId'>

export const CountyCode = PlaceCode.regex(/^(?!..0000)\d{6}$/, '应为县级代码，如 513431 / a county code such as 513431')
export const AtCounty = z.strictObject({ county: CountyCode })
export const AtRecord = z.strictObject({ county: CountyCode, id: z.uuid() })
export const place = ({ params }: { params: { county: string } }): string => params.county
export const Year = z.coerce.number().int().min(2014).max(2100)

export const stampOf = ({ caller, now, newId }: Work): Stamp => ({ realm: caller.realm, personId: caller.personId, now, newId })

/** Office and name, as records show who did it. */
export const byOf = ({ caller }: Work): string => [caller.organisationName, caller.name].filter(Boolean).join(' ')

export const today = ({ now }: Pick<Work, 'now'>): string => shanghaiDate(now)

export const notFound: Refusal = {
  kind: 'not-found',
  code: 'no-such-record',
  message: { zh: '没有这条记录，或不在您的权限范围内。', en: 'There is no such record, or it is outside your scope.' },
}

export const stale = (version: number, standing: unknown): Refusal => ({
  kind: 'conflict',
  code: 'record-version',
  message: {
    zh: `记录已更新到第${version}版，请按最新内容再改。`,
    en: `The record is at version ${version} by now; make the change again on it.`,
  },
  details: { version, standing },
})

/** Writes to the audit log what a record was and is. */
export const auditRecord = (
  work: Work,
  event: { countyCode: string; action: string; recordKind: string; recordId: string; before: unknown; after: unknown; reason?: string },
): Promise<void> => {
  const { before, after, ...rest } = event
  return work.audit({ ...rest, before: asJson(before ?? null) as JsonValue, after: asJson(after) })
}
