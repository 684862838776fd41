import type { Fen } from '@jincun/kernel'
import { fenOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'

/** A province before settlement: counties to be paid for, and what was allotted in advance, in 分. */
export type SettlementInput = {
  provinceCode: string
  /** 核定数量, 0 for a province that forfeited. */
  approved: number
  /** 典型激励县 of the province (4.7). */
  incentive: number
  advance: Fen
}

/** 多退少补 of one province. `balance` = due − advance: above zero it is made up, below zero returned. */
export type SettlementLine = SettlementInput & { counties: number; due: Fen; balance: Fen; makeUp: Fen; giveBack: Fen }

export type Settlement = {
  year: number
  standard: Fen
  /** Where the standard comes from: `house` is an assumption that must be replaced before use. */
  standardOrigin: 'notice' | 'house' | 'published'
  lines: readonly SettlementLine[]
  total: Omit<SettlementLine, 'provinceCode'>
}

/**
 * 按照“多退少补”原则据实调整下达资金 (5.4): what a province is due is its counties times the year's standard, to the 分; what it got too much in
 * advance it returns, what is lacking is made up. Whether incentive counties are counted inside the approved number or on top of it is a
 * parameter, because the notice leaves it open. Nothing is rounded, so advance + made up − returned = due, for each province and in all.
 */
export function settle(pack: PolicyPack, year: number, inputs: readonly SettlementInput[]): Settlement {
  const parameter = parameterFor(pack, 'standard-per-county', year)
  const standard = fenOf(parameter)
  const inside = parameterFor(pack, 'incentive-counties-within-approved-number', year).value === true
  const lines = inputs.map(input => {
    const counties = input.approved + (inside ? 0 : input.incentive)
    const due = BigInt(counties) * standard
    const balance = due - input.advance
    return { ...input, counties, due, balance, makeUp: balance > 0n ? balance : 0n, giveBack: balance < 0n ? -balance : 0n }
  })
  const sumOf = (pick: (line: SettlementLine) => Fen) => lines.reduce((sum, line) => sum + pick(line), 0n)
  const countOf = (pick: (line: SettlementLine) => number) => lines.reduce((sum, line) => sum + pick(line), 0)
  return {
    year,
    standard,
    standardOrigin: parameter.origin ?? 'notice',
    lines,
    total: {
      approved: countOf(line => line.approved),
      incentive: countOf(line => line.incentive),
      counties: countOf(line => line.counties),
      advance: sumOf(line => line.advance),
      due: sumOf(line => line.due),
      balance: sumOf(line => line.balance),
      makeUp: sumOf(line => line.makeUp),
      giveBack: sumOf(line => line.giveBack),
    },
  }
}
