import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { SupportTerms } from '../index.ts'
import type { Hand } from './payment-store.ts'

export type KeptTerms = {
  id: string
  contractId: string
  number: number
  terms: SupportTerms
  document: string
  byName: string
  at: string
}

type Row = { id: string; contract_id: string; number: number; content: unknown; document: string; by_name: string; at: Date }

/** All versions of the terms of contracts, oldest first. */
export async function termsOfContracts(tx: Transaction, contractIds: readonly string[]): Promise<KeptTerms[]> {
  const rows = await tx.rows<Row>(sql`select id, contract_id, number, content, document, by_name, at from payment_terms
    where contract_id = any(${[...contractIds]}::uuid[]) order by contract_id, number`)
  return rows.map(row => ({
    id: row.id,
    contractId: row.contract_id,
    number: row.number,
    terms: SupportTerms.parse(row.content),
    document: row.document,
    byName: row.by_name,
    at: row.at.toISOString(),
  }))
}

type Wanted = { id: string; countyCode: string; contractId: string; terms: SupportTerms; document: string }

/** Adds a version. The contract is held by the caller, so two at once are one after the other. */
export async function insertTerms(tx: Transaction, { id, countyCode, contractId, terms, document }: Wanted, hand: Hand): Promise<void> {
  await tx.run(sql`insert into payment_terms (county_code, contract_id, number, id, realm, content, document, by_person, by_name, at)
    values (${countyCode}, ${contractId},
      (select count(*) + 1 from payment_terms where county_code = ${countyCode} and contract_id = ${contractId}), ${id}, ${hand.realm},
      ${JSON.stringify(terms)}::jsonb, ${document}, ${hand.personId}, ${hand.name}, ${hand.now})`)
}
