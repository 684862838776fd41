import { basisPointsOf, basisPointsText, formatYuan } from '@jincun/kernel'
import type { Contract, ContractLine, Guarantee, Milestone } from '../index.ts'
import { fenOfYuan, yuanText } from './money-text.ts'

/** A contract as it is typed: amounts, quantities and shares still as texts. */
export type ContractDraft = {
  projectId: string
  procurementId: string
  contractorId: string
  number: string
  title: string
  start: string
  end: string
  lines: (Omit<ContractLine, 'quantity' | 'amountFen' | 'centralFen'> & { quantity: string; amount: string; central: string })[]
  milestones: (Omit<Milestone, 'shareBasisPoints'> & { share: string })[]
  advance: string
  guarantee: (Omit<Guarantee, 'amountFen'> & { amount: string }) | null
  agreement: { signedOn: string; items: string[]; protection: string; fileId: string | null } | null
  fileId: string | null
  reasons: Record<string, string>
}

export const emptyContract = (projectId: string, procurementId: string, contractorId: string): ContractDraft => ({
  projectId,
  procurementId,
  contractorId,
  number: '',
  title: '',
  start: '',
  end: '',
  lines: [],
  milestones: [],
  advance: '0',
  guarantee: null,
  agreement: null,
  fileId: null,
  reasons: {},
})

export function draftOf(contract: Contract): ContractDraft {
  const { projectId, procurementId, contractorId, number, title, start, end, fileId, reasons, guarantee, dataAgreement } = contract
  return {
    projectId,
    procurementId: procurementId ?? '',
    contractorId,
    number,
    title,
    start,
    end,
    lines: contract.lines.map(({ quantity, amountFen, centralFen, ...line }) => ({
      ...line,
      quantity: String(quantity),
      amount: yuanText(amountFen),
      central: yuanText(centralFen),
    })),
    milestones: contract.milestones.map(({ shareBasisPoints, ...rest }) => ({ ...rest, share: basisPointsText(shareBasisPoints) })),
    advance: basisPointsText(contract.advanceBasisPoints),
    guarantee: guarantee && {
      kind: guarantee.kind,
      number: guarantee.number,
      issuer: guarantee.issuer,
      expiresOn: guarantee.expiresOn,
      amount: yuanText(guarantee.amountFen),
    },
    agreement: dataAgreement,
    fileId,
    reasons,
  }
}

/** Sum of the typed shares as a percentage; what cannot be read counts as nothing. */
export const shareSum = (draft: ContractDraft): string =>
  basisPointsText(draft.milestones.reduce((sum, { share }) => sum + (basisPointsOf(share) ?? 0), 0))

const sumFen = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + BigInt(fenOfYuan(text) ?? '0'), 0n)

export const priceFen = (draft: ContractDraft): bigint => sumFen(draft.lines.map(({ amount }) => amount))
export const centralFen = (draft: ContractDraft): bigint => sumFen(draft.lines.map(({ central }) => central))
export const advanceText = (draft: ContractDraft): string =>
  formatYuan((priceFen(draft) * BigInt(basisPointsOf(draft.advance) ?? 0)) / 10_000n)

/** Which part cannot be read. */
export type Unreadable = 'whereLines' | 'whereMilestones' | 'whereAdvance' | 'whereGuarantee' | 'whereEmpty'

type Readable = Pick<
  Contract,
  | 'projectId'
  | 'procurementId'
  | 'contractorId'
  | 'number'
  | 'title'
  | 'start'
  | 'end'
  | 'amountFen'
  | 'lines'
  | 'milestones'
  | 'advanceBasisPoints'
  | 'guarantee'
  | 'dataAgreement'
  | 'fileId'
  | 'reasons'
>

function linesOf(draft: ContractDraft): ContractLine[] | null {
  const lines = draft.lines.map(({ quantity, amount, central, ...line }): ContractLine | null => {
    const [amountFen, ofCentral] = [fenOfYuan(amount), fenOfYuan(central)]
    if (amountFen === null || ofCentral === null || !/^[1-9]\d{0,6}$/.test(quantity.trim())) return null
    return { ...line, quantity: Number(quantity), amountFen, centralFen: ofCentral }
  })
  return lines.every(line => line !== null) ? lines : null
}

function milestonesOf(draft: ContractDraft): Milestone[] | null {
  const milestones = draft.milestones.map(({ share, ...rest }): Milestone | null => {
    const shareBasisPoints = basisPointsOf(share)
    return shareBasisPoints === null ? null : { ...rest, shareBasisPoints }
  })
  return milestones.every(each => each !== null) ? milestones : null
}

/** The contract as the route takes it, or which part cannot be read. The price is the sum of the lines: nobody types it twice. */
export function contractOf(draft: ContractDraft): Readable | Unreadable {
  const { lines: _lines, milestones: _milestones, advance, guarantee, agreement, procurementId, ...rest } = draft
  const [lines, milestones, advanceBasisPoints] = [linesOf(draft), milestonesOf(draft), basisPointsOf(advance)]
  if (!lines) return 'whereLines'
  if (!milestones) return 'whereMilestones'
  if (lines.length === 0 || milestones.length === 0) return 'whereEmpty'
  if (advanceBasisPoints === null) return 'whereAdvance'
  const guaranteeFen = guarantee ? fenOfYuan(guarantee.amount) : '0'
  if (guaranteeFen === null) return 'whereGuarantee'
  const { amount: _amount, ...paper } = guarantee ?? { amount: '' }
  return {
    ...rest,
    procurementId: procurementId || null,
    amountFen: String(priceFen(draft)),
    lines,
    milestones,
    advanceBasisPoints,
    guarantee: guarantee ? ({ ...paper, amountFen: guaranteeFen } as Guarantee) : null,
    dataAgreement: agreement,
  }
}
