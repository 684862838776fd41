import { demoId, isSocialCreditCode } from '@jincun/identity'
import { fenFromWanYuanText } from '@jincun/kernel'
import type { PlanLine } from './approved-plan.ts'
import type { Contract, ContractLine } from './contract.ts'
import type { Contractor } from './contractor.ts'
import type { Bid, Procurement } from './procurement.ts'
import type { Project, Site } from './project.ts'

/** The county of the demonstration whose projects are under way: everything of it is made up and says so. */
export const demoCounty = { countyCode: '513431', year: 2020 } as const

export const demoFen = (wan: string): string => String(fenFromWanYuanText(wan) ?? 0n)

/** A made-up credit code whose check character is right, from its first 17 characters. */
export const demoCreditCode = (body: string): string =>
  [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map(check => body + check).find(isSocialCreditCode) ?? ''

const line = (
  id: string,
  project: [string, string],
  name: string,
  category: string,
  area: string,
  wan: [string, string, string],
  facility = 'none',
  reuse: boolean | null = null,
): PlanLine => ({
  id,
  projectKey: project[0],
  projectName: project[1],
  name,
  category,
  categoryText: '',
  supportArea: area,
  supportMode: 'service-purchase',
  money: { centralFen: demoFen(wan[0]), localFen: demoFen(wan[1]), enterpriseFen: demoFen(wan[2]) },
  facility,
  reusesExistingPremises: reuse,
})

const centre: [string, string] = ['service-centre', '（演示）县级电商公共服务中心']
const logistics: [string, string] = ['logistics', '（演示）县乡村三级物流共同配送']
const training: [string, string] = ['training', '（演示）农村电商培训']

export const demoPlanLines: readonly PlanLine[] = [
  line('centre-rooms', centre, '服务中心室内装修', 'premises-fit-out', 'produce-to-city', ['60', '20', '30'], 'service-centre', true),
  line('centre-equipment', centre, '服务中心站点设备', 'equipment-station', 'produce-to-city', ['40', '0', '20'], 'service-centre'),
  line(
    'logistics-equipment',
    logistics,
    '分拣与仓储设备',
    'equipment-logistics',
    'joint-delivery',
    ['300', '50', '400'],
    'distribution-centre',
  ),
  line('logistics-service', logistics, '共同配送服务', 'services-delivery', 'joint-delivery', ['120', '0', '60']),
  line('training-service', training, '电商培训服务', 'services-training', 'training', ['80', '10', '0']),
]

export const demoProject = (key: string, name: string, planLineIds: string[], area: string, start: string, end: string): Project => ({
  ...demoCounty,
  id: demoId(`zhaojue project ${key}`),
  version: 1,
  name,
  planLineIds,
  content: `${name}的建设内容。`,
  supportArea: area,
  supportMode: 'service-purchase',
  responsible: { name: '（演示）负责人', post: '商务局副局长', phone: '0834-0000000' },
  start,
  end,
  schedule: [],
  address: '（演示）县城',
  functions: '（演示）公共服务',
  stationId: '',
  facilities: '',
  sharesDistributionSite: null,
  servesLogisticsPoint: null,
  decisionBody: '（演示）县人民政府常务会议',
  decisionDocument: '（演示）昭府纪要〔2020〕1号',
  decisionFileId: null,
  disclosureUrl: 'https://example.com/disclosure',
})

export const demoSite = (
  key: string,
  project: Project,
  kind: Site['kind'],
  name: string,
  centralWan: string,
  investmentWan: string,
): Site => ({
  id: demoId(`zhaojue site ${key}`),
  countyCode: demoCounty.countyCode,
  projectId: project.id,
  version: 1,
  kind,
  name,
  placeCode: '',
  route: '',
  address: '（演示）县城',
  longitude: null,
  latitude: null,
  areaSquareMetres: null,
  residents: null,
  poorVillage: null,
  centralFen: demoFen(centralWan),
  investmentFen: demoFen(investmentWan),
  premises: 'existing',
})

export const demoContractor = (name: string, creditCode: string): Contractor => ({
  id: demoId('zhaojue contractor file'),
  countyCode: demoCounty.countyCode,
  version: 1,
  creditCode,
  name,
  legalRepresentative: '（演示）法定代表人',
  address: '（演示）县城一路1号',
  phone: '0834-0000001',
  organisationId: demoId('zhaojue-contractor'),
  bankAccountName: name,
  licences: [{ id: 'business', name: '营业执照', number: '（演示）', issuer: '', expiresOn: null, fileId: null }],
  capabilities: [{ id: 'earlier', kind: 'earlier-work', text: '（演示）曾承办邻县示范项目', fileId: null }],
  conflicts: [],
  epidemicSupply: '',
})

export const demoBid = (id: string, name: string, creditCode: string, wan: string, points: number): Bid => ({
  id,
  bidder: {
    name,
    creditCode,
    legalRepresentative: `（演示）${id}`,
    address: `（演示）${id}路`,
    phone: `0834-${id.length}${id.charCodeAt(0)}00`,
  },
  amountFen: demoFen(wan),
  receivedOn: '2020-02-10',
  status: 'valid',
  statusReason: '',
  scores: [{ item: '综合评分', maximumHundredths: 10_000, hundredths: points }],
  epidemicSupply: false,
})

export const demoProcurement = (project: Project, bids: Bid[]): Procurement => ({
  ...demoCounty,
  id: demoId(`procurement ${project.id}`),
  projectId: project.id,
  version: 1,
  state: 'draft',
  number: '（演示）2020-001',
  title: `${project.name}采购`,
  category: 'services',
  method: 'consultation',
  methodReason: '',
  buyer: '（演示）昭觉县商务局',
  estimateFen: demoFen('110'),
  notices: [{ id: 'notice', kind: 'tender', title: '采购公告', publishedOn: '2020-01-20', url: '' }],
  bidsDueOn: '2020-02-10',
  openedOn: '2020-02-10',
  bids,
  award: null,
  reasons: {},
})

type DemoContract = {
  project: Project
  contractor: Contractor
  procurementId: string | null
  number: string
  lines: ContractLine[]
  from: string
  until: string
  data: string[]
}

export const demoContractLine = (
  id: string,
  planLineId: string,
  name: string,
  category: string,
  wan: string,
  centralWan: string,
  more: Partial<ContractLine> = {},
): ContractLine => ({
  id,
  planLineId,
  name,
  category,
  quantity: 1,
  unit: '项',
  amountFen: demoFen(wan),
  centralFen: demoFen(centralWan),
  premises: 'not-building',
  premisesReason: '',
  asset: false,
  ...more,
})

export const demoContract = ({ project, contractor, procurementId, number, lines, from, until, data }: DemoContract): Contract => ({
  ...demoCounty,
  id: demoId(`contract ${number}`),
  projectId: project.id,
  procurementId,
  contractorId: contractor.id,
  party: { name: contractor.name, creditCode: contractor.creditCode },
  version: 1,
  state: 'draft',
  number,
  title: `${project.name}合同`,
  signedOn: null,
  start: from,
  end: until,
  amountFen: String(lines.reduce((sum, each) => sum + BigInt(each.amountFen), 0n)),
  lines,
  milestones: [
    { id: 'start', name: '进场', shareBasisPoints: 3_000, due: from, deliverable: '进场并到货' },
    { id: 'half', name: '建设过半', shareBasisPoints: 4_000, due: until, deliverable: '完成一半建设内容' },
    { id: 'accepted', name: '验收合格', shareBasisPoints: 3_000, due: until, deliverable: '验收合格' },
  ],
  advanceBasisPoints: 3_000,
  guarantee: { kind: 'bank-guarantee', number: '（演示）', issuer: '（演示）银行', amountFen: demoFen('30'), expiresOn: '2020-12-31' },
  dataAgreement: { signedOn: from, items: data, protection: '（演示）数据仅用于项目监管，依法保密。', fileId: null },
  fileId: null,
  reasons: {},
})
