import { accept, assert, refuse } from '@jincun/kernel'
import type { Ratio, Result } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { apportion } from './apportion.ts'
import type { Apportionment, ApportionmentMethod } from './apportion.ts'
import type { BoundedShare } from './bounded-shares.ts'
import type { FactorInputs } from './factor-input.ts'
import { factorSettings } from './factor-settings.ts'
import type { AllocationOptions, FactorSetting } from './factor-settings.ts'
import { inputsHashOf, canonicalInputs } from './inputs-hash.ts'
import { divide, isZero, multiply, sum, whole } from './rational.ts'
import { scoreProvinces } from './score.ts'
import type { ProvinceScore } from './score.ts'
import { seatLineOf, tieAtTheLine } from './seat-claim.ts'
import type { SeatClaim, SeatLine, Tie } from './seat-claim.ts'

/** exact = total × score ÷ Σ scores, before floors, caps and rounding; bounded is null for the divisor methods, which need no such step. */
export type ProvinceAllocation = ProvinceScore & {
  exact: Ratio
  bounded: BoundedShare | null
  quota: number
  /** The last seat won beyond the floor and the next one it would win; null when there is none. */
  lastSeat: SeatClaim | null
  nextSeat: SeatClaim | null
}

/** A whole run of the factor method (notice 5.1): settings, every step for every province, and the quotas. */
export type Allocation = {
  year: number
  total: number
  method: ApportionmentMethod
  floor: number
  cap: number | null
  factors: readonly FactorSetting[]
  provinces: readonly ProvinceAllocation[]
  scoreTotal: Ratio
  /** Seats for each unit of score among provinces no bound holds (largest remainder only). */
  perScore: Ratio | null
  line: SeatLine
  tie: Tie | null
  /** What was hashed, and its SHA-256. */
  canonicalInputs: string
  inputsHash: string
}

/** More counties than China has, many times over; larger totals are slips of the keyboard. */
const totalLimit = 100_000

const wholeNumber = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

function checkNumbers(total: number, floor: number, cap: number | null): Result<null> {
  if (!wholeNumber(total, 1) || total > totalLimit)
    return refuse({
      kind: 'invalid',
      code: 'bad-total',
      message: { zh: `总数应为1至${totalLimit}的整数。`, en: `The total is a whole number from 1 to ${totalLimit}.` },
    })
  if (!wholeNumber(floor, 0) || (cap !== null && !wholeNumber(cap, 1)))
    return refuse({
      kind: 'invalid',
      code: 'bad-bound',
      message: {
        zh: '保底应为不小于0的整数，封顶应为不小于1的整数或不设。',
        en: 'The floor is a whole number from 0, the cap a whole number from 1 or none.',
      },
    })
  return accept(null)
}

function checkProvinces(inputs: FactorInputs): Result<null> {
  const codes = inputs.provinces.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice === undefined) return accept(null)
  return refuse({
    kind: 'invalid',
    code: 'duplicate-province',
    where: twice,
    message: { zh: `省份代码${twice}出现两次，请删去一行。`, en: `Province ${twice} appears twice: delete one row.` },
  })
}

const provinceAllocation = (score: ProvinceScore, total: number, scoreTotal: Ratio, seats: Apportionment): ProvinceAllocation => {
  const quota = seats.quota.get(score.code)
  assert(quota !== undefined, 'every province has a quota')
  return {
    ...score,
    exact: divide(multiply(whole(total), score.score), scoreTotal),
    bounded: seats.bounded?.shares.find(share => share.code === score.code) ?? null,
    quota,
    lastSeat: seats.lastSeats.find(seat => seat.code === score.code) ?? null,
    nextSeat: seats.nextSeats.find(seat => seat.code === score.code) ?? null,
  }
}

/**
 * Provisional quotas by the factor method (五（一）, notice-2020/5.1): each factor is normalised over the provinces and weighted,
 * the weighted values of a province add up to its score, and the total is shared out in proportion to the scores and rounded
 * to whole counties by the chosen method. The quotas add up to exactly the total, whatever the order of rows.
 * Answers a Refusal for settings that admit no result; the factor sheet and the options are all it knows.
 */
export function allocate(inputs: FactorInputs, sheet: FactorSheet, options: AllocationOptions): Result<Allocation> {
  const { total } = options
  const method = options.method ?? sheet.rounding
  const floor = options.floor ?? sheet.floor
  const cap = options.cap === undefined ? sheet.cap : options.cap
  const checked = [checkNumbers(total, floor, cap), checkProvinces(inputs)].find(result => !result.ok)
  if (checked && !checked.ok) return checked
  const factors = factorSettings(sheet, options)
  if (!factors.ok) return factors
  const scores = scoreProvinces(inputs.provinces, factors.value)
  if (!scores.ok) return scores
  const scoreTotal = sum(scores.value.map(({ score }) => score))
  if (isZero(scoreTotal))
    return refuse({
      kind: 'invalid',
      code: 'all-scores-zero',
      message: {
        zh: '所有省份得分都是零，无从分配；请检查数据和权重。',
        en: 'Every province scores zero, so there is nothing to share out by: check figures and weights.',
      },
    })
  // Without a cap no province can reach one, and each always has a next seat to compare with.
  const noCap = Math.max(total, floor) + 1
  const claims = scores.value.map(({ code, score }) => ({ code, score, floor, cap: cap ?? noCap }))
  const seats = apportion(claims, total, method)
  if (!seats.ok) return seats
  const determinants = { year: sheet.year, total, method, floor, cap, factors: factors.value, inputs }
  return accept({
    year: sheet.year,
    total,
    method,
    floor,
    cap,
    factors: factors.value,
    provinces: scores.value.map(score => provinceAllocation(score, total, scoreTotal, seats.value)),
    scoreTotal,
    perScore: seats.value.bounded?.perScore ?? null,
    line: seatLineOf(seats.value),
    tie: tieAtTheLine(seats.value),
    canonicalInputs: canonicalInputs(determinants),
    inputsHash: inputsHashOf(determinants),
  })
}
