import { isSocialCreditCode } from '@jincun/identity'
import { daysBetween } from '@jincun/kernel'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import { z } from 'zod'
import { contractRow, numberFor, requestRows } from './payment-signal.ts'
import type { PaymentSignal, Standing } from './payment-signal.ts'

/** What the public register of firms says of a payee, in its words (row 20: dormant beneficiaries). */
export const payeeStatuses = {
  operating: { zh: '存续（在营）', en: 'Operating' },
  abnormal: { zh: '列入经营异常名录', en: 'Listed as abnormal' },
  revoked: { zh: '吊销', en: 'Licence revoked' },
  deregistered: { zh: '注销', en: 'Deregistered' },
} as const satisfies Record<string, Bilingual>
export const PayeeStatus = z.enum(Object.keys(payeeStatuses) as [keyof typeof payeeStatuses, ...(keyof typeof payeeStatuses)[]])
export type PayeeStatus = z.infer<typeof PayeeStatus>

/** 经营状态核查: looked up by a person on a day, never typed by the firm; the last tax, invoice or transaction activity that was seen. */
export const PayeeCheck = z.strictObject({
  id: z.uuid(),
  creditCode: z.string().refine(isSocialCreditCode, '统一社会信用代码校验位不符（GB 32100） / the credit code fails its check (GB 32100)'),
  status: PayeeStatus,
  /** Where it was looked up. */
  source: z.string().trim().min(1, '请写明查询来源 / name the source').max(200),
  checkedOn: z.iso.date('日期写作 2020-05-20 / write the day as 2020-05-20'),
  /** The last day of tax, invoice or transaction activity seen; null when none was. */
  activeOn: z.iso.date('日期写作 2020-05-20 / write the day as 2020-05-20').nullable(),
})
export type PayeeCheck = z.infer<typeof PayeeCheck>

/** A firm that no longer exists or may no longer trade is paid nothing. */
export const mayBePaid = (status: PayeeStatus): boolean => status === 'operating' || status === 'abnormal'

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter(day => day !== null)
    .toSorted()
    .at(-1) ?? null

function reasonOf(
  check: PayeeCheck | null,
  active: string | null,
  limits: { dormant: number; valid: number },
  today: string,
): Bilingual | null {
  if (check && check.status !== 'operating')
    return {
      zh: `经营状态：${payeeStatuses[check.status].zh}（${check.checkedOn}）`,
      en: `${payeeStatuses[check.status].en} (${check.checkedOn})`,
    }
  if (!check || daysBetween(check.checkedOn, today) > limits.valid)
    return check
      ? { zh: `经营状态上次核查是${check.checkedOn}`, en: `its status was last checked on ${check.checkedOn}` }
      : { zh: '经营状态没有核查过', en: 'its status was never checked' }
  if (active !== null && daysBetween(active, today) <= limits.dormant) return null
  return { zh: `最近活动${active ?? '无记录'}`, en: `last activity ${active ?? 'not on record'}` }
}

/**
 * Payees with money paid whose business status is bad, unchecked or stale, or who showed no activity for long: by the check on file and by what
 * their own requests show (invoices, deliveries).
 */
export function payeeSignals(
  requests: readonly Standing[],
  contract: Contract,
  check: PayeeCheck | null,
  pack: PolicyPack,
  today: string,
): PaymentSignal[] {
  const own = requests.filter(({ request, state }) => request.contractId === contract.id && state === 'paid')
  if (own.length === 0 || contract.state !== 'signed') return []
  const limits = { dormant: numberFor(pack, 'dormant-days', contract.year), valid: numberFor(pack, 'payee-check-days', contract.year) }
  const active = latest([
    check?.activeOn ?? null,
    ...own.flatMap(({ request }) => [request.invoice.issuedOn, request.delivery?.deliveredOn ?? null]),
  ])
  const reason = reasonOf(check, active, limits, today)
  if (!reason) return []
  return [
    {
      code: 'payee-dormant',
      countyCode: contract.countyCode,
      message: { zh: `${contract.party.name}：${reason.zh}。`, en: `${contract.party.name}: ${reason.en}.` },
      requestIds: own.map(({ request }) => request.id),
      aspect: check?.id ?? '',
      rows: [contractRow(contract), ...requestRows(own.map(({ request }) => request))],
    },
  ]
}
