import type { Contract, PlacedSite, PlanLine, Project } from '@jincun/projects'
import type { PaymentGround, PaymentRequest, SpentBefore } from '../index.ts'

/** Credit codes whose check characters are right (GB 32100). */
export const firm = { name: '甲公司', creditCode: '91350100M000100Y43' } as const
export const otherCode = '91110000100003962T'

export const planLine = (change: Partial<PlanLine> = {}): PlanLine => ({
  id: 'equipment',
  projectKey: 'logistics',
  projectName: '物流中心',
  name: '分拣设备',
  category: 'equipment-logistics',
  categoryText: '',
  supportArea: 'joint-delivery',
  supportMode: 'service-purchase',
  money: { centralFen: '50000', localFen: '20000', enterpriseFen: '0' },
  facility: 'none',
  reusesExistingPremises: null,
  ...change,
})

export const project: Project = {
  id: '01900000-0000-7000-8000-0000000000a1',
  countyCode: '513431',
  year: 2020,
  version: 1,
  name: '物流中心设备',
  planLineIds: ['equipment'],
  content: '',
  supportArea: 'joint-delivery',
  supportMode: 'service-purchase',
  responsible: { name: '张', post: '', phone: '' },
  start: '2020-03-01',
  end: '2020-12-31',
  schedule: [],
  address: '',
  functions: '',
  stationId: '',
  facilities: '',
  sharesDistributionSite: null,
  servesLogisticsPoint: null,
  decisionBody: '',
  decisionDocument: '',
  decisionFileId: null,
  disclosureUrl: '',
}

/** A contract of 400.00 yuan: line of 300.00 and line of 100.00, advance 30 %, milestones 30/70. */
export const contract = (change: Partial<Contract> = {}): Contract => ({
  id: '01900000-0000-7000-8000-0000000000c1',
  countyCode: '513431',
  projectId: project.id,
  procurementId: null,
  contractorId: '01900000-0000-7000-8000-0000000000d1',
  party: { ...firm },
  year: 2020,
  version: 1,
  state: 'signed',
  number: '1号',
  title: '设备合同',
  signedOn: '2020-03-10',
  start: '2020-03-10',
  end: '2020-09-30',
  amountFen: '40000',
  lines: [
    {
      id: 'shelves',
      planLineId: 'equipment',
      name: '货架',
      category: 'equipment-logistics',
      quantity: 3,
      unit: '套',
      amountFen: '30000',
      centralFen: '30000',
      premises: 'not-building',
      premisesReason: '',
      asset: true,
    },
    {
      id: 'scanners',
      planLineId: 'equipment',
      name: '扫码枪',
      category: 'equipment-logistics',
      quantity: 1,
      unit: '批',
      amountFen: '10000',
      centralFen: '10000',
      premises: 'not-building',
      premisesReason: '',
      asset: true,
    },
  ],
  milestones: [
    { id: 'first', name: '到货', shareBasisPoints: 3000, due: '2020-04-30', deliverable: '' },
    { id: 'last', name: '验收', shareBasisPoints: 7000, due: '2020-09-30', deliverable: '' },
  ],
  advanceBasisPoints: 3000,
  guarantee: null,
  dataAgreement: null,
  fileId: null,
  reasons: {},
  ...change,
})

export const site = (change: Partial<PlacedSite['site']> = {}): PlacedSite => ({
  partyCode: firm.creditCode,
  site: {
    id: '01900000-0000-7000-8000-0000000000e1',
    countyCode: '513431',
    projectId: project.id,
    version: 1,
    kind: 'distribution-centre',
    name: '物流中心',
    placeCode: '',
    route: '',
    address: '',
    longitude: null,
    latitude: null,
    areaSquareMetres: null,
    residents: null,
    poorVillage: null,
    centralFen: '20000',
    investmentFen: '60000',
    premises: 'existing',
    ...change,
  },
})

const hash = 'a'.repeat(64)
export const paper = (kind: string, number = 1) => ({
  kind,
  fileId: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  sha256: hash,
})

/** A request of 100.00 yuan on the first milestone that every rule lets through. */
export const request = (change: Partial<PaymentRequest> = {}): PaymentRequest => ({
  id: '01900000-0000-7000-8000-0000000000f1',
  countyCode: '513431',
  contractId: '01900000-0000-7000-8000-0000000000c1',
  contractLineId: 'shelves',
  source: 'central',
  kind: 'milestone',
  milestoneId: 'first',
  amountFen: '10000',
  invoice: {
    code: '',
    number: '20200001',
    issuedOn: '2020-05-10',
    amountFen: '10000',
    sellerCreditCode: firm.creditCode,
    itemName: '货架',
  },
  payee: { ...firm, bank: '农信社', account: '62284800' },
  delivery: { deliveredOn: '2020-05-08', description: '到货', valueFen: '10000' },
  basis: null,
  evidence: [paper('invoice'), paper('delivery-note', 2)],
  ...change,
})

const nothing: SpentBefore = {
  contract: 0n,
  contractLine: 0n,
  planLine: 0n,
  advance: 0n,
  milestone: 0n,
  supported: 0n,
  delivered: 0n,
  invoiced: 0n,
  facilityOfProject: 0n,
  facilityOfPlan: 0n,
}

export const ground = (change: Partial<Omit<PaymentGround, 'spent'>> = {}, spent: Partial<SpentBefore> = {}): PaymentGround => ({
  contract: contract(),
  project,
  planLine: planLine(),
  planLines: [planLine()],
  rulings: [],
  accepted: false,
  terms: null,
  loanPeriods: [],
  sites: [],
  payeeCheck: null,
  invoiceUsed: false,
  today: '2020-05-20',
  ...change,
  spent: { ...nothing, ...spent },
})
