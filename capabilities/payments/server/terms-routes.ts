import { route } from '@jincun/http'
import { accept, canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { findContract, planInForce, plansInForce, signedContracts } from '@jincun/projects/server'
import { z } from 'zod'
import { SupportTerms } from '../index.ts'
import { stampOf } from './steps.ts'
import { insertTerms, termsOfContracts } from './terms-store.ts'

const clause = 'notice-2020/3.0'
const AtCounty = z.strictObject({ county: z.string().regex(/^\d{6}$/) })
const place = ({ params }: { params: { county: string } }): string => params.county

const list = route({
  method: 'GET',
  path: '/api/payments/terms/:county',
  action: 'payments.read',
  summary: 'Contracts whose money is reckoned by loan interest or by result, with the agreed terms, all versions',
  clauses: [clause],
  params: AtCounty,
  place,
  handle: async ({ tx, params, now }) => {
    const contracts = (await signedContracts(tx, params.county)).filter(({ state }) => state === 'signed')
    const plans = await plansInForce(tx, [params.county])
    const versions = Map.groupBy(
      await termsOfContracts(
        tx,
        contracts.map(({ id }) => id),
      ),
      ({ contractId }) => contractId,
    )
    const rows = contracts.map(({ id, number, title, party, year, lines, amountFen }) => {
      const planned = plans.find(plan => plan.year === year)?.lines ?? []
      const modes = new Set(lines.flatMap(line => planned.find(each => each.id === line.planLineId)?.supportMode ?? []))
      return { contract: { id, number, title, party: party.name, amountFen }, modes: [...modes], versions: versions.get(id) ?? [] }
    })
    return accept({ asOf: now.toISOString(), rows })
  },
})

const set = route({
  method: 'POST',
  path: '/api/payments/terms/:county',
  action: 'payments.set-terms',
  summary: 'Enter the agreed terms of support of a contract; a change is a further version with its document',
  clauses: [clause],
  params: AtCounty,
  body: z.strictObject({
    id: z.uuid(),
    contractId: z.uuid(),
    terms: SupportTerms,
    document: z.string().trim().min(1, '请填写依据文件 / name the document').max(200),
  }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const contract = await findContract(tx, params.county, body.contractId, true)
    if (!contract) return no('not-found', 'no-such-contract', clause, '没有这份合同。', 'There is no such contract.', 'contractId')
    const earlier = await termsOfContracts(tx, [body.contractId])
    const known = earlier.find(({ id }) => id === body.id)
    if (known)
      return canonicalJson(known.terms as JsonValue) === canonicalJson(body.terms as JsonValue)
        ? accept({ id: body.id, number: known.number })
        : no('conflict', 'id-used-for-other-terms', clause, '这个编号已用于另一份条件。', 'This id was used for other terms.')
    const plan = await planInForce(tx, params.county, contract.year)
    const modes = contract.lines.map(line => plan?.lines.find(({ id }) => id === line.planLineId)?.supportMode)
    if (!modes.includes(body.terms.mode))
      return no(
        'invalid',
        'terms-of-another-mode',
        clause,
        '合同各行在批准方案中都不是这种支持方式。',
        'No line of the contract has this support mode in the approved plan.',
        'terms.mode',
      )
    if (BigInt(body.terms.capFen) > BigInt(contract.amountFen))
      return no('invalid', 'cap-above-contract', clause, '限额不能超过合同金额。', 'The cap is at most the contract.', 'terms.capFen')
    await insertTerms(tx, { ...body, countyCode: params.county }, stampOf(context))
    await context.audit({
      countyCode: params.county,
      action: 'payments.set-terms',
      recordKind: 'payment-terms',
      recordId: body.id,
      before: (earlier.at(-1)?.terms ?? null) as JsonValue,
      after: body.terms as JsonValue,
    })
    return accept({ id: body.id, number: earlier.length + 1 })
  },
})

export const termsRoutes = [list, set]
