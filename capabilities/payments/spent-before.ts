import type { Fen } from '@jincun/kernel'
import type { Contract, PlanLine } from '@jincun/projects'
import type { SpentBefore } from './payment-ground.ts'
import type { PaymentState } from './payment-lifecycle.ts'
import type { PaymentRequest } from './payment-request.ts'
import type { SupportBasis } from './support-basis.ts'

type Standing = { request: PaymentRequest; state: PaymentState }
type Place = { projectId: string; year: number; planLineId: string }

const dead: readonly PaymentState[] = ['returned', 'bounced']
const keyOf = ({ contractId, contractLineId }: PaymentRequest): string => `${contractId} ${contractLineId}`

/** Requests that took money, or hold it, besides the one that is judged. */
export const othersOf = (request: Pick<PaymentRequest, 'id'>, all: readonly Standing[]): PaymentRequest[] =>
  all.filter(each => each.request.id !== request.id && !dead.includes(each.state)).map(each => each.request)

const placesOf = (contracts: readonly Contract[]): Map<string, Place> =>
  new Map(
    contracts.flatMap(({ id, projectId, year, lines }) =>
      lines.map(line => [`${id} ${line.id}`, { projectId, year, planLineId: line.planLineId }] as const),
    ),
  )

/** What of a request decides how much of its contract was asked before. */
export type AskedOfContract = Pick<PaymentRequest, 'id' | 'contractId' | 'milestoneId'> & { basis: Pick<SupportBasis, 'mode'> | null }

/** What the other requests of the contract have taken in advance, on the milestone and in the support mode; in 分. For the server and the form. */
export function spentOnContract(
  asked: AskedOfContract,
  all: readonly Standing[],
): Pick<SpentBefore, 'advance' | 'milestone' | 'supported'> {
  const others = othersOf(asked, all).filter(({ contractId }) => contractId === asked.contractId)
  const amount = (fits: (each: PaymentRequest) => boolean): Fen =>
    others.filter(fits).reduce((total, each) => total + BigInt(each.amountFen), 0n)
  return {
    advance: amount(({ kind }) => kind === 'advance'),
    milestone: amount(({ milestoneId }) => asked.milestoneId !== null && milestoneId === asked.milestoneId),
    supported: amount(({ basis }) => basis !== null && basis.mode === asked.basis?.mode),
  }
}

/** What the other requests of the county have taken, paid or on their way, by each limit; in 分. */
export function spentBefore(
  request: PaymentRequest,
  all: readonly Standing[],
  contracts: readonly Contract[],
  planLines: readonly PlanLine[],
): SpentBefore {
  const others = othersOf(request, all)
  const places = placesOf(contracts)
  const facilities = new Map(planLines.map(({ id, facility }) => [id, facility]))
  const own = places.get(keyOf(request))
  const facility = own && facilities.get(own.planLineId)
  const sum = (of: (each: PaymentRequest) => string | undefined, fits: (each: PaymentRequest) => boolean): Fen =>
    others.filter(fits).reduce((total, each) => total + BigInt(of(each) ?? '0'), 0n)
  const amount = (fits: (each: PaymentRequest) => boolean): Fen => sum(each => each.amountFen, fits)
  const same = (each: PaymentRequest): boolean => each.contractId === request.contractId
  const sameLine = (each: PaymentRequest): boolean => keyOf(each) === keyOf(request)
  const sameFacility = (each: PaymentRequest): boolean => {
    const there = places.get(keyOf(each))
    return each.source === 'central' && there?.year === own?.year && facilities.get(there?.planLineId ?? '') === facility
  }
  return {
    contract: amount(same),
    contractLine: amount(sameLine),
    planLine: amount(each => {
      const there = places.get(keyOf(each))
      return each.source === request.source && there?.year === own?.year && there?.planLineId === own?.planLineId
    }),
    ...spentOnContract(request, all),
    delivered: sum(each => each.delivery?.valueFen, sameLine),
    invoiced: sum(
      each => each.invoice.amountFen,
      each => same(each) && each.basis?.mode !== 'loan-interest-subsidy',
    ),
    facilityOfProject: amount(each => sameFacility(each) && places.get(keyOf(each))?.projectId === own?.projectId),
    facilityOfPlan: amount(sameFacility),
  }
}

/** Interest periods that other requests ask for on the same loan of the same lender. */
export function loanPeriodsOf({ id, basis }: PaymentRequest, all: readonly Standing[]): { from: string; until: string }[] {
  if (basis?.mode !== 'loan-interest-subsidy') return []
  return othersOf({ id }, all).flatMap(({ basis: other }) =>
    other?.mode === 'loan-interest-subsidy' && other.loanNumber === basis.loanNumber && other.lender.creditCode === basis.lender.creditCode
      ? [{ from: other.from, until: other.until }]
      : [],
  )
}
