import type { Transaction } from '@jincun/db'
import { isUuid, refuse, accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { administrativeCodes } from '@jincun/places/server'
import { goodsCategoriesFor, reportTypesOn } from '@jincun/policy'
import type { PolicyPack, ReportType } from '@jincun/policy'
import { filesNamed, filesOf } from '@jincun/projects/server'
import type { FormGround, FormRow } from '../index.ts'

/** Report types that are handed in as forms of a month or a year, in force on a day. */
export const formTypesOn = (policy: PolicyPack, day: string): ReportType[] =>
  reportTypesOn(policy, day).filter(({ period }) => period === 'month' || period === 'year')

const dayOf = (period: string): string => (period.length === 4 ? `${period}-12-31` : `${period}-01`)
const periodShapes = { month: /^20\d\d-(0[1-9]|1[0-2])$/, year: /^20\d\d$/ }

/** The form of a period, in the version that stood then: an old period keeps its old form. */
export function formTypeOf(policy: PolicyPack, form: string, period: string): Result<ReportType> {
  const rightPeriod = Object.values(periodShapes).some(shape => shape.test(period))
  const type = rightPeriod ? formTypesOn(policy, dayOf(period)).find(({ id }) => id === form) : undefined
  const shape = type && periodShapes[type.period as keyof typeof periodShapes]
  if (type && shape?.test(period)) return accept(type)
  return refuse({
    kind: 'not-found',
    code: 'no-such-form',
    message: {
      zh: '没有这种报表，或期间写法不对：月报写 2020-05，年报写 2020。',
      en: 'There is no such form, or the period is not written 2020-05 for a month, 2020 for a year.',
    },
  })
}

/** Files by what a cell says: an id, or the name a file was sent under (the newest of that name). */
async function filesSaid(tx: Transaction, countyCode: string, said: readonly string[]): Promise<Map<string, string>> {
  const ids = said.filter(isUuid)
  const names = said.filter(text => !isUuid(text))
  const known = await filesOf(tx, countyCode, ids)
  const named = await filesNamed(tx, countyCode, names)
  return new Map([...named.toReversed().map(({ name, id }) => [name, id] as const), ...known.map(({ id }) => [id, id] as const)])
}

/** Rows with files named by their ids, and what the form is judged by. */
export async function formGround(
  tx: Transaction,
  policy: PolicyPack,
  type: ReportType,
  occasion: { countyCode: string; period: string },
  rows: readonly FormRow[],
): Promise<{ rows: FormRow[]; ground: FormGround }> {
  const fields = type.fields.filter(({ kind }) => kind === 'file').map(({ id }) => id)
  const said = [...new Set(rows.flatMap(row => fields.map(id => row[id] ?? '')).filter(text => text !== ''))]
  const files = await filesSaid(tx, occasion.countyCode, said)
  const places = administrativeCodes()
  const known = new Set(files.values())
  return {
    rows: rows.map(row => ({ ...row, ...Object.fromEntries(fields.map(id => [id, files.get(row[id] ?? '') ?? row[id] ?? ''])) })),
    ground: {
      type,
      period: occasion.period,
      categories: goodsCategoriesFor(policy, dayOf(occasion.period)),
      isPlace: code => places.has(code),
      isFile: id => known.has(id),
    },
  }
}
