import { formatYuan } from '@jincun/kernel'
import { countOf, parameterFor } from '@jincun/policy'
import type { Bilingual, PolicyPack, RowRef } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import type { PaymentRequest } from './payment-request.ts'
import type { PaymentState } from './payment-lifecycle.ts'

/** A reason to open the file, never a verdict: which rule of the list money-signals spoke, where, and the rows it used. */
export type PaymentSignal = {
  code: string
  countyCode: string
  message: Bilingual
  requestIds: string[]
  /** What tells two signals of one rule on the same rows apart: the step that is late, the check a payee was judged by; '' where nothing does. */
  aspect: string
  rows: RowRef[]
}

/** A request where it stands. */
export type Standing = { request: PaymentRequest; state: PaymentState }

/** A number of the year, the same for every county: signals are compared over counties, so a province cannot set them. */
export const numberFor = (pack: PolicyPack, id: string, year: number): number => countOf(parameterFor(pack, id, year))

/** Requests as rows: each opens to its file. */
export const requestRows = (requests: readonly PaymentRequest[]): RowRef[] =>
  requests.map(({ id, payee, amountFen }) => ({
    kind: 'payment-request',
    key: id,
    label: `${payee.name} ${formatYuan(BigInt(amountFen))}`,
  }))

/** A contract as a row; the key is the end of its address. */
export const contractRow = ({ countyCode, year, id, number, title }: Contract): RowRef => ({
  kind: 'contract',
  key: `${countyCode}/${year}/${id}`,
  label: `${number} ${title}`,
})
