import { monthsDue } from '@jincun/acceptance'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import { clausesOf, citing } from '@jincun/projects'
import type { Bare } from '@jincun/projects'
import { findContractor, notFound, sitesOfProject } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { formsOfContract, proposeContractForm } from '../index.ts'
import type { FormOccasion, Obliged } from '../index.ts'
import { obligedOf, paidBefore } from './duty-ground.ts'
import { formTypeOf } from './form-ground.ts'
import type { Propose } from './form-view.ts'
import { visibleContractor } from './own-contractor.ts'
import type { Asking } from './own-contractor.ts'
import { registeredProjects } from './registered-projects.ts'
import { stationsOf } from './station-store.ts'

/** A form of a contract and period that the caller may see. */
export type ContractDoor = { type: ReportType; occasion: FormOccasion; obliged: Obliged; propose: Propose }

type At = { county: string; contract: string; form: string; period: string }

const notOwed: Bare = {
  kind: 'invalid',
  code: 'form-not-owed',
  where: 'params.form',
  message: {
    zh: '这份合同不报这张表，或这个月份不在合同期内、还没有到。',
    en: 'The contract does not owe this form, or the month is not of its term or has not come.',
  },
}

function proposeFor({ tx }: Work, door: Omit<ContractDoor, 'propose'>): Propose {
  const { type, occasion, obliged } = door
  return async () => {
    const { contract } = obliged
    const registered = (await registeredProjects(tx, occasion.countyCode, occasion.period)).find(
      each => each.project.id === contract.projectId,
    )
    if (!registered) return []
    const firm = (await findContractor(tx, occasion.countyCode, contract.contractorId)) ?? null
    return proposeContractForm(type, occasion.period, {
      contract,
      firm,
      sites: await sitesOfProject(tx, occasion.countyCode, contract.projectId),
      stations: await stationsOf(tx, occasion.countyCode),
      registered,
      paidFen: (await paidBefore(tx, occasion.countyCode))(contract.id, occasion.period),
    })
  }
}

/** Opens a form of a contract: another firm's contract is not found, and a form it does not owe is refused (6.4d). */
export async function contractDoor(work: Work & Asking, at: At): Promise<Result<ContractDoor>> {
  const all = await obligedOf(work.tx, at.county, await visibleContractor(work, at.county))
  const obliged = all.find(({ contract }) => contract.id === at.contract)
  if (!obliged) return refuse(notFound)
  const type = formTypeOf(work.policy, at.form, at.period)
  if (!type.ok) return type
  const owed =
    formsOfContract(work.policy, [type.value], obliged).length > 0 &&
    monthsDue(obliged.contract, shanghaiDate(work.now)).includes(at.period)
  if (!owed) return refuse(citing(notOwed, clausesOf(obliged.contract.year).data))
  const occasion = { countyCode: at.county, reporter: obliged.contract.id, form: at.form, period: at.period }
  const door = { type: type.value, occasion, obliged }
  return accept({ ...door, propose: proposeFor(work, door) })
}
