import type { Kind } from '@jincun/projects/server'
import { Acceptance, DataDelivery, Inspection, OperationCheck } from '../index.ts'

export const acceptances: Kind<Acceptance> = {
  table: 'acceptance',
  schema: Acceptance,
  columns: ({ projectId, contractId, version, state }) => ({ project_id: projectId, contract_id: contractId, version, state }),
}
export const inspections: Kind<Inspection> = {
  table: 'acceptance_inspection',
  schema: Inspection,
  columns: ({ requestId, siteId, level }) => ({ request_id: requestId, site_id: siteId, level }),
}
export const deliveries: Kind<DataDelivery> = {
  table: 'data_delivery',
  schema: DataDelivery,
  columns: ({ contractId, item, month }) => ({ contract_id: contractId, item, month }),
}
export const operationChecks: Kind<OperationCheck> = {
  table: 'operation_check',
  schema: OperationCheck,
  columns: ({ acceptanceId, siteId }) => ({ acceptance_id: acceptanceId, site_id: siteId }),
}
