import type { RouteContext } from '@jincun/http'
import { asJson } from '@jincun/kernel'
import type { JsonValue, Refusal } from '@jincun/kernel'
import type { Settlement } from '../index.ts'
import { moveClause } from '@jincun/ledger'
import type { NamedMove } from '@jincun/ledger'
import { refuseByClause } from '@jincun/ledger/server'
import { PlaceCode } from '@jincun/places'

export const ProvinceCode = PlaceCode.regex(/^\d\d0000$/, '应为省级代码，如 510000 / a province code such as 510000')

/** Refuses in the name of the clause that the money of `year` moves by; a year whose notice has no such move is a gap of the policy folder. */
export function refusing({ policy }: Pick<Context, 'policy'>, move: NamedMove, year: number) {
  const clause = moveClause(policy, move, year)
  const no = (kind: Refusal['kind'], code: string, zh: string, en: string, where?: string) =>
    refuseByClause(kind, code, clause, zh, en, where)
  return { clause, no }
}

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
