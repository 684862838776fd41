import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import type { Contract, Contractor, Site } from '@jincun/projects'
import { isBySite } from './duties.ts'
import type { FormRow } from './form-report.ts'
import { proposeForm, withPeriod } from './propose-form.ts'
import type { RegisteredProject } from './propose-form.ts'
import type { Station } from './station.ts'

/** What is on file of a contract and of where its work stands. */
export type ContractFile = {
  contract: Contract
  firm: Pick<Contractor, 'legalRepresentative' | 'phone'> | null
  sites: readonly Site[]
  stations: readonly Station[]
  registered: RegisteredProject
  /** Central money paid on this contract by the end of the month before. */
  paidFen: Fen
}

const wan = (fen: Fen): string => formatWanYuan(fen).replaceAll(',', '')

/**
 * Rows of a contractor's form, filled in as far as project, contract, sites and payments know; one a site where the form is by site. What stands on the
 * contract as a whole is left open where it would have to be divided over several sites: nobody divides by guess.
 */
export function proposeContractForm(type: ReportType, period: string, file: ContractFile): FormRow[] {
  const { contract, firm, sites, stations, registered, paidFen } = file
  const [whole = {}] = proposeForm({ ...type, supportAreas: [registered.project.supportArea] }, period, [registered])
  const central = contract.lines.reduce((sum, line) => sum + BigInt(line.centralFen), 0n)
  const own: FormRow = {
    ...whole,
    contractor: contract.party.name,
    contractor_head: firm?.legalRepresentative ?? '',
    contractor_phone: firm?.phone ?? '',
    central_support_wan: wan(central),
    central_paid_wan: wan(paidFen),
  }
  const known = new Set(type.fields.map(({ id }) => id))
  const fit = (row: FormRow): FormRow => withPeriod(type, period, Object.fromEntries(Object.entries(row).filter(([id]) => known.has(id))))
  if (!isBySite(type) || sites.length === 0) return [fit(own)]
  const shared = (text: string): string => (sites.length === 1 || text === '0' ? text : '')
  return sites.map(site =>
    fit({
      ...own,
      name: site.name,
      address: site.address || (own.address ?? ''),
      station: stations.find(({ siteId }) => siteId === site.id)?.code ?? '',
      central_support_wan: wan(BigInt(site.centralFen)),
      central_paid_wan: shared(own.central_paid_wan ?? ''),
      local_support_wan: shared(own.local_support_wan ?? ''),
      enterprise_input_wan: shared(own.enterprise_input_wan ?? ''),
    }),
  )
}
