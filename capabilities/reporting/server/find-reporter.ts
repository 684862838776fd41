import type { Transaction } from '@jincun/db'
import { contractorOrganisations } from '@jincun/identity/server'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { contractorsByCode } from '@jincun/projects/server'

/** A contractor in a county: whose orders a batch holds. */
export type Reporter = { contractor: string; countyCode: string; realm: string; name: string }

/** A contractor is known by its file in a county, or as a body that has its seat there. */
async function countiesOf(tx: Transaction, creditCode: string): Promise<Reporter[]> {
  const bodies = await contractorOrganisations(tx, creditCode)
  const files = await contractorsByCode(tx, creditCode)
  const realm = bodies[0]?.realm
  const found = [
    ...bodies.map(({ placeCode, name, realm: own }) => ({ countyCode: placeCode, name, realm: own })),
    ...(realm ? files.map(({ countyCode, name }) => ({ countyCode, name, realm })) : []),
  ]
  const byCounty = new Map(found.map(each => [each.countyCode, each]))
  return [...byCounty.values()].map(each => ({ ...each, contractor: creditCode }))
}

const no = (code: string, zh: string, en: string) =>
  refuse({ kind: 'not-found' as const, code, message: { zh, en }, where: '--contractor' })

/** Who reports, by credit code; a contractor of several counties has to say which. */
export async function findReporter(tx: Transaction, creditCode: string, countyCode: string | undefined): Promise<Result<Reporter>> {
  const counties = await countiesOf(tx, creditCode)
  const [first] = counties
  if (!first)
    return no(
      'contractor-unknown',
      `没有统一社会信用代码为 ${creditCode} 的承办单位；请核对代码，或先在系统中登记。`,
      `There is no contractor with the credit code ${creditCode}; check it, or register the contractor first.`,
    )
  if (countyCode === undefined && counties.length === 1) return accept(first)
  const chosen = counties.find(each => each.countyCode === countyCode)
  if (chosen) return accept(chosen)
  const list = counties.map(each => each.countyCode).join(', ')
  return no(
    'county-needed',
    `该承办单位在这些县有业务：${list}；请用 --county 指明其一。`,
    `The contractor works in ${list}; name one of them with --county.`,
  )
}
