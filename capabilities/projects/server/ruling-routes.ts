import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { z } from 'zod'
import { gateFinding, judgeAtGate, ruleOnSpending, spendingOf } from '../index.ts'
import { contracts, gateRulings } from './kinds.ts'
import { gateRulingsOf } from './front-door.ts'
import { asJson, listRecords } from './records.ts'
import { registered } from './register.ts'
import { addOnce } from './save-record.ts'
import { AtCounty, auditRecord, notFound, place } from './work.ts'
import type { Work } from './work.ts'

/** Referred contracts of a county with what is doubtful in them. */
export async function doubtfulLines({ tx, policy }: Pick<Work, 'tx' | 'policy'>, countyCode: string) {
  const referred = (await listRecords(tx, contracts, sql`county_code = ${countyCode} and state = 'referred'`)).slice(0, 500)
  const projects = new Map((await registered(tx, countyCode, null)).map(({ project }) => [project.id, project]))
  const byYear = new Map(
    await Promise.all(
      [...new Set(referred.map(({ year }) => year))].map(async year => [year, await gateRulingsOf(tx, countyCode, year)] as const),
    ),
  )
  return referred.flatMap(contract => {
    const project = projects.get(contract.projectId)
    if (!project) return []
    return contract.lines.flatMap((line, index) => {
      const spending = spendingOf(line, project)
      const verdict = judgeAtGate(spending, byYear.get(contract.year) ?? [], policy, contract.year)
      if (verdict.because !== 'doubtful') return []
      return [{ contract, line, spending, finding: gateFinding(spending, verdict, policy, contract.year, `lines[${index}].name`) }]
    })
  })
}

const list = route({
  method: 'GET',
  path: '/api/projects/:county/rulings',
  action: 'projects.read',
  summary: 'Doubtful contract lines that wait for a ruling, and the rulings made',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, now, may } = context
    const waiting = (await doubtfulLines(context, params.county)).map(({ contract, line, finding, spending }) => ({
      contractId: contract.id,
      contractNumber: contract.number,
      year: contract.year,
      lineId: line.id,
      name: line.name,
      under: spending.under,
      centralFen: line.centralFen,
      finding,
    }))
    return accept({
      waiting,
      rulings: await listRecords(tx, gateRulings, sql`county_code = ${params.county}`),
      mayRule: may('projects.rule', params.county),
      asOf: now.toISOString(),
    })
  },
})

const rule = route({
  method: 'POST',
  path: '/api/projects/:county/rulings',
  action: 'projects.rule',
  summary: 'A named official rules on a doubtful contract line; the ruling is public',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  body: z.strictObject({
    id: z.uuid(),
    contractId: z.uuid(),
    lineId: z.string().max(64),
    decision: z.enum(['permitted', 'prohibited']),
    reason: z.string().trim().min(1, '请写明理由 / give the reason').max(2_000),
  }),
  place,
  handle: async context => {
    const { tx, params, body, caller, policy, now, publish } = context
    const { contractId, ...wanted } = body
    const [same] = await listRecords(tx, gateRulings, sql`county_code = ${params.county} and id = ${body.id}`)
    if (same) return accept(same)
    const contract = (await listRecords(tx, contracts, sql`county_code = ${params.county} and id = ${contractId}`))[0]
    const line = contract?.lines.find(({ id }) => id === body.lineId)
    const [found] = contract ? await registered(tx, params.county, null, contract.projectId) : []
    if (!contract || !line || !found) return refuse(notFound)
    const by = { personId: caller.personId ?? '', name: caller.name, office: caller.organisationName }
    const rulings = await gateRulingsOf(tx, params.county, contract.year)
    const ruling = ruleOnSpending(
      spendingOf(line, found.project),
      { id: wanted.id, decision: wanted.decision, reason: wanted.reason, countyCode: params.county, door: 'contract-line' },
      rulings,
      by,
      { pack: policy, year: contract.year, now },
    )
    if (!ruling.ok) return ruling
    const kept = await addOnce(context, gateRulings, ruling.value, 'projects.rule')
    if (!kept.ok) return kept
    await publish({
      id: ruling.value.id,
      countyCode: params.county,
      kind: 'gate-ruling',
      year: contract.year,
      title: { zh: `对存疑支出“${line.name}”的裁定`, en: `Ruling on the doubtful spending ${line.name}` },
      content: asJson(ruling.value),
      clause: ruling.value.clause,
    })
    await auditRecord(context, {
      countyCode: params.county,
      action: 'projects.rule',
      recordKind: 'contract',
      recordId: contractId,
      before: null,
      after: ruling.value,
      reason: body.reason,
    })
    return kept
  },
})

export const rulingRoutes = [list, rule]
