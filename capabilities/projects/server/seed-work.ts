import { appendAudit, publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import type { Result } from '@jincun/kernel'
import { checkContract, signContract } from '../index.ts'
import type { Contract } from '../index.ts'
import { contractGround } from './contract-ground.ts'
import { contracts } from './kinds.ts'
import { saveRecord } from './records.ts'
import { addOnce } from './save-record.ts'
import { stampOf } from './work.ts'
import type { Work } from './work.ts'

/** The demonstration goes by the same verbs as everyone; one that refuses is a mistake in it and stops the seed. */
export function got<T>(result: Result<T, { message: { zh: string } }>, what: string): T {
  if (!result.ok) throw new Error(`Demo ${what}: ${result.reason.message.zh} ${JSON.stringify(result.reason)}`)
  return result.value
}

export const workAs = (tx: Transaction, { policy, newId }: SeedContext, username: string, organisationName: string, at: string): Work => {
  const now = new Date(`${at}T10:00:00+08:00`)
  const [personId, realm] = [demoId(username), 'demo']
  return {
    tx,
    now,
    policy,
    newId,
    caller: { kind: 'person', personId, name: username, organisationId: null, organisationName, realm, grants: [] },
    audit: async event => {
      await appendAudit(tx, { ...event, at: now, realm, personId })
    },
    publish: publication => publish(tx, { ...publication, realm, publishedAt: now, publishedBy: personId }),
  }
}

export const action = 'projects.write'

export async function signDemo(work: Work, contract: Contract): Promise<Contract> {
  got(await addOnce(work, contracts, contract, action), contract.number)
  const ground = got(await contractGround(work, contract), contract.number)
  const signed = got(signContract(contract, checkContract(contract, ground), contract.start), contract.number)
  await saveRecord(work.tx, contracts, signed, stampOf(work), ['version', 'state'])
  return signed
}
