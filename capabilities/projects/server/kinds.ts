import {
  AssetCard,
  Contract,
  ContractChange,
  Contractor,
  GateRuling,
  PlanVersion,
  Procurement,
  ProgressReport,
  Project,
  RulingRequest,
  SignPhoto,
  Site,
  SiteCorrection,
  StockTake,
} from '../index.ts'
import type { Kind } from './records.ts'

/** The kinds of records of this slice with the columns beside their content. */
export const planVersions: Kind<PlanVersion> = {
  table: 'plan_version',
  schema: PlanVersion,
  columns: ({ year, version, state }) => ({ year, version, state }),
}
export const projectRecords: Kind<Project> = {
  table: 'project',
  schema: Project,
  columns: ({ year, version }) => ({ year, version, stage: 'planned' }),
}
export const sites: Kind<Site> = {
  table: 'project_site',
  schema: Site,
  columns: ({ projectId, version }) => ({ project_id: projectId, version }),
}
export const siteCorrections: Kind<SiteCorrection> = {
  table: 'site_correction',
  schema: SiteCorrection,
  columns: ({ projectId, siteId }) => ({ project_id: projectId, site_id: siteId }),
}
export const progressReports: Kind<ProgressReport> = {
  table: 'progress_report',
  schema: ProgressReport,
  columns: ({ projectId, asOf, percent }) => ({ project_id: projectId, as_of: asOf, percent }),
}
export const contractors: Kind<Contractor> = {
  table: 'contractor',
  schema: Contractor,
  columns: ({ version, creditCode, organisationId }) => ({ version, credit_code: creditCode, organisation_id: organisationId }),
}
export const procurements: Kind<Procurement> = {
  table: 'procurement',
  schema: Procurement,
  columns: ({ projectId, version, state }) => ({ project_id: projectId, version, state }),
}
export const contracts: Kind<Contract> = {
  table: 'contract',
  schema: Contract,
  columns: ({ projectId, procurementId, contractorId, version, state, amountFen, number }, { realm }) => ({
    project_id: projectId,
    procurement_id: procurementId,
    contractor_id: contractorId,
    version,
    state,
    amount_fen: amountFen,
    contract_number_key: `${realm} ${number}`,
  }),
}
export const contractChanges: Kind<ContractChange> = {
  table: 'contract_change',
  schema: ContractChange,
  columns: ({ contractId, state }) => ({ contract_id: contractId, state }),
}
export const gateRulings: Kind<GateRuling> = {
  table: 'gate_ruling',
  schema: GateRuling,
  columns: ({ year, title, doubts }) => ({ year, title: [title, ...doubts].join(' › ') }),
}
export const rulingRequests: Kind<RulingRequest> = {
  table: 'ruling_request',
  schema: RulingRequest,
  columns: ({ year, contractId }) => ({ year, contract_id: contractId }),
}
export const assetCards: Kind<AssetCard> = {
  table: 'asset_card',
  schema: AssetCard,
  columns: ({ contractId, version, number }) => ({ contract_id: contractId, version, number }),
}
export const stockTakes: Kind<StockTake> = {
  table: 'stock_take',
  schema: StockTake,
  columns: ({ assetId, takenOn }) => ({ asset_id: assetId, taken_on: takenOn }),
}
export const signPhotos: Kind<SignPhoto> = { table: 'sign_photo', schema: SignPhoto, columns: ({ siteId }) => ({ site_id: siteId }) }
