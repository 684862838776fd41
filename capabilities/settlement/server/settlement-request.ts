import type { RouteContext } from '@jincun/http'
import { asJson, refuse } from '@jincun/kernel'
import type { JsonValue, Refusal } from '@jincun/kernel'
import type { Settlement } from '../index.ts'
import { PlaceCode } from '@jincun/places'

export const ProvinceCode = PlaceCode.regex(/^\d\d0000$/, '应为省级代码，如 510000 / a province code such as 510000')
export const no = (kind: Refusal['kind'], code: string, zh: string, en: string, where?: string) =>
  refuse<Refusal>({ kind, code, message: { zh, en }, ...(where ? { where } : {}) })

export type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'publish' | 'may'>
export const stampOf = ({ caller, now }: Context) => ({ realm: caller.realm, personId: caller.personId, now })
export const byOf = ({ caller }: Context) => [caller.organisationName, caller.name].filter(Boolean).join(' ')

/** What is published of a settlement: every figure, so that an outsider can add it up. */
export const publicSettlement = (settlement: Settlement, names: ReadonlyMap<string, string>): JsonValue =>
  asJson({
    ...settlement,
    unit: 'fen',
    lines: settlement.lines.map(line => ({ ...line, provinceName: names.get(line.provinceCode) ?? '' })),
  })
