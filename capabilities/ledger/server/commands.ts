import { sql } from '@jincun/db'
import type { Command } from '@jincun/http'
import { accept, formatYuan, refuse } from '@jincun/kernel'
import { verifyLedger } from './verify-ledger.ts'
import type { LedgerProof } from './verify-ledger.ts'

const wrongUse = (code: string, zh: string, en: string) => refuse({ kind: 'invalid' as const, code, message: { zh, en } })

function textOf(proof: LedgerProof): string {
  const books = proof.books.map(
    book => `  ${book.countyCode}  ${String(book.entries).padStart(8)}  ${formatYuan(book.debits).padStart(24)}  ${book.hash}`,
  )
  return [
    `Ledger (${proof.realm}): ${proof.books.length} books, ${proof.accounts} accounts, ${proof.entries} entries recomputed.`,
    `  book     entries  ${'debits = credits, yuan'.padStart(24)}  hash of the last seal`,
    ...books,
    `Σ debits ${formatYuan(proof.debits)} = Σ credits ${formatYuan(proof.credits)}; no number is missing, no entry or seal was changed,`,
    'no account was below zero at any seal, every balance and carried balance is what its entries make, every pair between governments agrees.',
  ].join('\n')
}

const everything = { personId: null, jurisdictions: ['*'] }

/** `jincun ledger verify`: recomputes the ledger from its entries and prints the proof; a fault ends with 2 and is named. */
const verify: Command = {
  name: 'ledger verify',
  summary: 'Recomputes every book of the ledger from its entries and prints the proof',
  usage: 'ledger verify [--json]   (DATABASE_URL, or the data folder of npm start)',
  options: {},
  run: async ({ positionals, openDatabase }) => {
    if (positionals.length > 0)
      return wrongUse('wrong-use', `不认识“${positionals[0]}”。`, `'${positionals[0]}' is not known here; ledger verify takes --json only.`)
    const opened = await openDatabase()
    if (!opened.ok) return opened
    return opened.value.transaction({ ...everything, realm: '' }, 'snapshot', async tx => {
      const ready = await tx.row<{ table: string | null; blind: boolean }>(
        sql`select to_regclass('ledger_transfer')::text as table, coalesce(row_security_active(to_regclass('ledger_transfer')), false) as blind`,
      )
      if (!ready?.table)
        return wrongUse(
          'no-ledger',
          '数据库里还没有资金台账。',
          'The database has no ledger yet: bring it up to date by starting the program.',
        )
      if (ready.blind)
        return wrongUse(
          'not-owner',
          '请用数据库所有者的地址，否则看不到全部分录。',
          "Use the address of the database's owner: this one cannot see every entry.",
        )
      const realms = await tx.rows<{ realm: string }>(sql`select distinct realm from ledger_book order by realm`)
      const proofs: LedgerProof[] = []
      for (const { realm } of realms) proofs.push(await verifyLedger(tx, realm))
      const faults = proofs.flatMap(proof => proof.faults)
      const [first] = faults
      if (first)
        return wrongUse(
          'ledger-broken',
          `台账核验不通过，共${faults.length}处，首处在 ${first.countyCode} ${first.where}。`,
          `The ledger does not hold: ${faults.length} faults, the first in book ${first.countyCode}, ${first.where}: ${first.what}`,
        )
      return accept({ json: proofs, text: proofs.length === 0 ? 'The ledger is empty.' : proofs.map(textOf).join('\n') })
    })
  },
}

export const commands: readonly Command[] = [verify]
