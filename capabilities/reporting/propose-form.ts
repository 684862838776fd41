import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import type { Project } from '@jincun/projects'
import type { FormRow } from './form-report.ts'

/** What the register, the ledger and the contracts know of a project: the same facts the ministry's project forms ask. */
export type RegisteredProject = {
  project: Project
  /** Parties of its signed contracts. */
  contractors: readonly string[]
  centralFen: Fen
  localFen: Fen
  enterpriseFen: Fen
  /** Central money paid out by the end of the month before. */
  centralPaidFen: Fen
  /** The last progress reported, whole per cent; null where none was. */
  percent: number | null
}

const wan = (fen: Fen): string => formatWanYuan(fen).replaceAll(',', '')
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')

const known: Record<string, (of: RegisteredProject) => string> = {
  name: ({ project }) => project.name,
  address: ({ project }) => project.address,
  functions: ({ project }) => project.functions,
  head: ({ project }) => project.responsible.name,
  phone: ({ project }) => project.responsible.phone,
  station: ({ project }) => project.stationId,
  shares_distribution_centre: ({ project }) => yesNo(project.sharesDistributionSite),
  is_delivery_point: ({ project }) => yesNo(project.servesLogisticsPoint),
  facilities: ({ project }) => project.facilities,
  central_support_content: ({ project }) => project.content,
  build_progress: ({ percent }) => (percent === null ? '' : String(percent)),
  central_support_wan: ({ centralFen }) => wan(centralFen),
  central_paid_wan: ({ centralPaidFen }) => wan(centralPaidFen),
  local_support_wan: ({ localFen }) => wan(localFen),
  enterprise_input_wan: ({ enterpriseFen }) => wan(enterpriseFen),
  contractor: ({ contractors }) => contractors.join('、'),
  decided_by: ({ project }) => project.decisionBody,
  decision_file: ({ project }) => project.decisionFileId ?? '',
  disclosure_link: ({ project }) => project.disclosureUrl,
}

/** Says the period where the form has a field for it: it is known before anyone types. */
export const withPeriod = (type: ReportType, period: string, row: FormRow): FormRow => {
  const said = type.fields.find(({ id, kind }) => kind === 'month' || (type.period === 'year' && id === 'year'))
  return said && (row[said.id] ?? '') === '' ? { ...row, [said.id]: period } : row
}

/** Rows of a project form filled in from the register as far as it knows (6.2): nothing is typed twice, and what it does not know stays empty. */
export function proposeForm(type: ReportType, period: string, projects: readonly RegisteredProject[]): FormRow[] {
  return projects
    .filter(({ project }) => type.supportAreas.includes(project.supportArea))
    .map(of => withPeriod(type, period, Object.fromEntries(type.fields.map(({ id }) => [id, known[id]?.(of) ?? '']))))
}
