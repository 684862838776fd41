import { provinceCodeOf } from '@jincun/places'
import type { Bilingual } from '@jincun/policy'
import { parentPlaceOf } from './accounts-of-place.ts'
import type { MoveKind } from './chart.ts'
import { legId } from './transfer.ts'
import type { Entry, Transfer } from './transfer.ts'
import type { MovementPaper } from './movement.ts'

/**
 * 更正: a mistake is reversed whole, by new entries that name the wrong ones and say why; then the right entry is made. All legs of the
 * movement are reversed together, in every book it touched, last leg first.
 */
export function correctionOf(paper: MovementPaper, wrong: readonly Entry[]): Transfer[] {
  return wrong
    .filter(entry => entry.phase === 'direct' || entry.phase === 'post')
    .toReversed()
    .map(entry => ({
      ...paperFields(paper),
      id: legId(paper.id, `correction of ${entry.id}`),
      countyCode: entry.countyCode,
      debit: entry.credit,
      credit: entry.debit,
      amount: entry.amount,
      phase: 'direct',
      kind: 'correction',
      reserves: null,
      corrects: entry.id,
      movement: paper.id,
    }))
}

/** Who made an entry of a kind: the government whose book it stands in, its province, the one above; or a step of a payment; or a correction. */
const makers: Record<MoveKind, 'own' | 'above' | 'province' | 'payment' | 'correction'> = {
  appropriate: 'own',
  allot: 'own',
  receive: 'above',
  match: 'own',
  invest: 'own',
  budget: 'own',
  'release-line': 'own',
  assign: 'payment',
  'release-project': 'payment',
  disburse: 'payment',
  bounce: 'payment',
  'give-back': 'above',
  'take-back': 'own',
  reclaim: 'province',
  reassign: 'own',
  correction: 'correction',
}

const placeOf = (maker: 'own' | 'above' | 'province', countyCode: string): string =>
  maker === 'own' ? countyCode : maker === 'above' ? parentPlaceOf(countyCode) : provinceCodeOf(countyCode)

/**
 * Who may reverse a move of money: the governments that made its legs, by code (one, unless a number was used for two moves); or what it is
 * instead, a step of a payment or itself a correction, which nobody reverses here. Money between governments has a leg in each book: its
 * maker sees both, so that none is ever reversed alone.
 */
export function correctorsOf(wrong: readonly Pick<Entry, 'kind' | 'countyCode'>[]): string[] | 'payment' | 'correction' {
  const places = new Set<string>()
  for (const { kind, countyCode } of wrong) {
    const maker = makers[kind]
    if (maker === 'payment' || maker === 'correction') return maker
    places.add(placeOf(maker, countyCode))
  }
  return [...places].sort()
}

/**
 * Moves of money that a decision of the yearly round gave rise to, by their record kind, and where the decision stands: what is settled,
 * advanced or due by a final list is told there from these very entries, so that a reversal here alone would part the two (5.1, 5.4, 5.6).
 */
const decided: ReadonlyMap<string, Bilingual> = new Map([
  [
    'advance-allotment',
    {
      zh: '请到“核定与结算”登记一笔更正的预拨，负数为退回',
      en: 'enter an advance that corrects it under Approval and settlement; below zero it goes back',
    },
  ],
  [
    'settlement',
    { zh: '请另行文，到“资金下达”登记一笔下达或退回', en: 'enter an allotment or a return by a document of its own under Allotments' },
  ],
  [
    'final-list',
    {
      zh: '请另行文，到“资金下达”登记一笔对县的下达或退回',
      en: 'enter an allotment to the county or its return by a document of its own under Allotments',
    },
  ],
])

/** Where a move of money that follows from a decision of the round is put right; null for any other move, which is reversed in the ledger. */
export const ownOrderOf = (wrong: readonly Pick<Entry, 'recordKind'>[]): Bilingual | null =>
  wrong.map(({ recordKind }) => decided.get(recordKind)).find(where => where !== undefined) ?? null

/** The action that makes moves of money at a level: who may make a move may reverse it, and nobody else. */
export const makingActionOf = (place: string): string =>
  place === '000000' ? 'ledger.allot-to-province' : place.endsWith('0000') ? 'ledger.allot-to-county' : 'ledger.contribute'

const paperFields = ({ businessDate, document, clause, reason, recordKind, recordId }: MovementPaper) => ({
  businessDate,
  document,
  clause,
  reason,
  recordKind,
  recordId,
})
