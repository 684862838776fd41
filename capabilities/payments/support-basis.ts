import { isSocialCreditCode } from '@jincun/identity'
import { DayText, FenText } from '@jincun/projects'
import { z } from 'zod'

const Points = z.number().int().min(0, '不能小于0 / not below 0').max(10_000, '不能大于100% / at most 100%')
const Named = (length: number) => z.string().trim().min(1, '请填写 / fill this in').max(length)

const modes = { error: '应为贷款贴息（loan-interest-subsidy）或以奖代补（reward-in-lieu） / loan-interest-subsidy or reward-in-lieu' }

/**
 * What a request adds to the agreed terms, by support mode (3.0): only facts that the papers show, never a share or a cap. Service purchase needs
 * none: its sums are the contract's milestones.
 */
export const SupportBasis = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({
      mode: z.literal('loan-interest-subsidy'),
      /** The loan: its contract's number, who lent, and how much. */
      loanNumber: Named(60),
      lender: z.strictObject({
        name: Named(100),
        creditCode: z
          .string()
          .refine(isSocialCreditCode, '统一社会信用代码校验位不符（GB 32100） / the credit code fails its check (GB 32100)'),
      }),
      principalFen: FenText,
      /** Yearly rate in hundredths of a per cent: 4.35 % is 435. */
      rateBasisPoints: Points,
      /** Interest runs from the first day and not for the last (算头不算尾). */
      from: DayText,
      until: DayText,
    }),
    z.strictObject({
      mode: z.literal('reward-in-lieu'),
      /** Measured result in the unit of the terms. */
      measured: z.number().int().min(0).max(1_000_000_000),
      /** What the firm itself invested. */
      investmentFen: FenText,
    }),
  ],
  modes,
)
export type SupportBasis = z.infer<typeof SupportBasis>

/** What county and contractor agreed on the support of a contract (3.0). Entered by the programme office, so that nobody types their own cap. */
export const SupportTerms = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({
      mode: z.literal('loan-interest-subsidy'),
      /** Share of the interest that is subsidised, in hundredths of a per cent. */
      subsidisedBasisPoints: Points.min(1),
      /** Most that the contract may get in all. */
      capFen: FenText,
    }),
    z.strictObject({
      mode: z.literal('reward-in-lieu'),
      /** What is measured, and in which unit. */
      result: Named(100),
      unit: Named(20),
      /** For one unit. */
      standardFen: FenText,
      /** Most in relation to the firm's own investment, in hundredths of a per cent. */
      ratioBasisPoints: Points.min(1),
      capFen: FenText,
    }),
  ],
  modes,
)
export type SupportTerms = z.infer<typeof SupportTerms>
