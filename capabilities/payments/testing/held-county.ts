import { demoId } from '@jincun/identity'
import { fenFromWanYuanText, formatYuan } from '@jincun/kernel'
import { requiredData } from '@jincun/projects'
import type { Bid } from '@jincun/projects'
import type { PolicyPack } from '@jincun/policy'
import { newTestId } from './factory.ts'
import { firm } from './ground.ts'
import { png } from './requests.ts'
import type { Caller } from './requests.ts'

type Money = { central: string; local: string; enterprise: string }
type Stage = { id: string; shareBasisPoints: number }
/** Which demo people stand in, in which county of which province, with what money in 万元 and which contract. */
export type HeldCounty = {
  code: string
  people: { province: string; county: string; creditCode: string }
  money: Money
  contract: { wan: string; stages: Stage[]; advanceBasisPoints: number }
}
type As = (username: string) => Promise<Caller>

const year = 2020
export const fenText = (wan: string): string => String(fenFromWanYuanText(wan) ?? 0n)
const yuanText = (wan: string): string => formatYuan(fenFromWanYuanText(wan) ?? 0n).replaceAll(',', '')

/** The pack with a standard of two provinces that published none: the demonstration's, with an advance of 40 % as the tender has it. */
export const withStandards = (pack: PolicyPack): PolicyPack => {
  const own = pack.standards.get('510000-2020')
  if (!own) throw new Error('the standard of the demonstration')
  const numbers = { ...own.numbers, 'advance-percent-maximum': 40 }
  const more = ['360000', '630000'].map(provinceCode => [`${provinceCode}-${year}`, { ...own, provinceCode, numbers }] as const)
  return { ...pack, standards: new Map([...pack.standards, ...more]) }
}

/** An answer of 200, or what came instead. */
export async function got<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** Grants the demo people their roles for the held county and signs them in. */
async function handsOf(as: As, { code, people: { province, county } }: HeldCounty) {
  const administrator = await as('administrator')
  const wanted = [
    [`${province}-commerce`, 'provincial-commerce', `${code.slice(0, 2)}0000`],
    [`${province}-finance`, 'provincial-finance', `${code.slice(0, 2)}0000`],
    [`${county}-government`, 'county-government', code],
    [`${county}-office`, 'county-programme-office', code],
    [`${county}-finance`, 'county-finance', code],
    [`${county}-leader`, 'county-leader', code],
    [`${county}-contractor`, 'contractor', code],
  ] as const
  const hands: Caller[] = [await as('centre')]
  for (const [who, role, placeCode] of wanted) {
    await got(administrator.send('POST', `/api/people/${demoId(who)}/grants`, { id: newTestId(), grant: { role, placeCode } }))
    hands.push(await as(who))
  }
  const [centre, commerce, treasury, government, office, finance, leader, contractor] = hands as [
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
  ]
  return { centre, commerce, treasury, government, office, finance, leader, contractor }
}
type Hands = Awaited<ReturnType<typeof handsOf>>

/** Centre → province → county, the county's own money and the firms' in, the plan approved, its money on the line. */
async function fundAndPlan({ centre, commerce, treasury, office, finance }: Hands, { code, money, contract }: HeldCounty): Promise<void> {
  const paper = (wan: string, document: string) => ({
    id: newTestId(),
    amountYuan: yuanText(wan),
    budgetYear: year,
    batchYear: year,
    document,
    businessDate: '2020-04-01',
    reason: '',
  })
  const down = { ...paper(money.central, '（测试）财建〔2020〕1号'), direction: 'allot' }
  await got(centre.send('POST', `/api/ledger/provinces/${code.slice(0, 2)}0000/allotments`, down))
  await got(treasury.send('POST', `/api/ledger/counties/${code}/allotments`, { ...down, id: newTestId() }))
  for (const source of ['local', 'enterprise'] as const)
    if (money[source] !== '0')
      await got(finance.send('POST', `/api/ledger/counties/${code}/contributions`, { ...paper(money[source], '（测试）进账单'), source }))
  const line = {
    id: 'all',
    projectKey: 'all',
    projectName: '示范项目',
    name: '示范项目服务',
    category: 'services-delivery',
    categoryText: '',
    supportArea: 'joint-delivery',
    supportMode: 'service-purchase',
    money: { centralFen: fenText(money.central), localFen: fenText(money.local), enterpriseFen: fenText(money.enterprise) },
    facility: 'none',
    reusesExistingPremises: null,
  }
  const plan = { id: newTestId(), year, lines: [line], reason: '首次', reasons: {} }
  await got(office.send('POST', `/api/projects/${code}/plans`, plan))
  const approval = { decision: 'approve', document: '（测试）批复1号', on: '2020-04-02' }
  await got(commerce.send('POST', `/api/projects/${code}/plans/${plan.id}/decision`, approval))
  const budget = {
    id: newTestId(),
    lineId: 'all',
    source: 'central',
    budgetYear: year,
    amountYuan: yuanText(contract.wan),
    document: '（测试）预算',
  }
  await got(finance.send('POST', `/api/payments/budget/${code}/${year}`, budget))
}

/** An open tender with three bidders, won by the contractor. */
async function tender(office: Caller, { code, people, contract }: HeldCounty, projectId: string): Promise<string> {
  const path = `/api/projects/${code}/procurements/${newTestId()}`
  const bid = (id: string, creditCode: string, wan: string, hundredths: number): Bid => ({
    id,
    bidder: { name: `（测试）${id}`, creditCode, legalRepresentative: `（测试）${id}`, address: '', phone: '' },
    amountFen: fenText(wan),
    receivedOn: '2020-04-30',
    status: 'valid',
    statusReason: '',
    scores: [{ item: '综合评分', maximumHundredths: 10_000, hundredths }],
    epidemicSupply: false,
  })
  const draft = {
    projectId,
    year,
    number: '测采〔2020〕1号',
    title: '示范项目采购',
    category: 'services',
    method: 'open-tender',
    methodReason: '',
    buyer: '（测试）县商务局',
    estimateFen: fenText('2000'),
    notices: [{ id: 'notice', kind: 'tender', title: '招标公告', publishedOn: '2020-04-02', url: '' }],
    bidsDueOn: '2020-04-30',
    openedOn: null as string | null,
    bids: [] as Bid[],
    award: null as object | null,
    reasons: {},
  }
  await got(office.send('PUT', path, { ...draft, seenVersion: 0 }))
  const take = (step: string, seenVersion: number) =>
    got(office.send('POST', `${path}/steps`, { step, content: { ...draft, seenVersion } }))
  await take('publish', 1)
  draft.openedOn = '2020-04-30'
  draft.bids = [
    bid('first', people.creditCode, contract.wan, 9_000),
    bid('second', firm.creditCode, '1900', 8_000),
    bid('third', '91511923MA6DEMA26R', '1950', 7_000),
  ]
  await take('open', 2)
  draft.award = { bidId: 'first', awardedOn: '2020-05-06', reason: '综合评分第一', byPreference: false }
  await take('award', 3)
  return path.split('/').at(-1) ?? ''
}

async function projectOf(office: Caller, code: string): Promise<string> {
  const id = newTestId()
  const project = {
    year,
    name: '示范项目',
    planLineIds: ['all'],
    content: '示范项目服务',
    supportArea: 'joint-delivery',
    supportMode: 'service-purchase',
    responsible: { name: '（测试）负责人', post: '', phone: '' },
    start: '2020-04-02',
    end: '2020-12-31',
    schedule: [],
    address: '',
    functions: '',
    stationId: '',
    facilities: '',
    sharesDistributionSite: null,
    servesLogisticsPoint: null,
    decisionBody: '县人民政府',
    decisionDocument: '（测试）纪要1号',
    decisionFileId: null,
    disclosureUrl: '',
    seenVersion: 0,
  }
  await got(office.send('PUT', `/api/projects/${code}/register/${id}`, project))
  return id
}

async function signed({ office }: Hands, held: HeldCounty, pack: PolicyPack): Promise<string> {
  const { code, people, contract } = held
  const projectId = await projectOf(office, code)
  const procurementId = await tender(office, held, projectId)
  const contractorId = newTestId()
  const file = {
    creditCode: people.creditCode,
    name: '（测试）first',
    legalRepresentative: '（测试）法人',
    address: '',
    phone: '',
    organisationId: null,
    bankAccountName: '（测试）first',
    licences: [{ id: 'business', name: '营业执照', number: '', issuer: '', expiresOn: null, fileId: null }],
    capabilities: [{ id: 'earlier', kind: 'earlier-work', text: '（测试）曾承办', fileId: null }],
    conflicts: [],
    epidemicSupply: '',
    seenVersion: 0,
  }
  await got(office.send('PUT', `/api/projects/${code}/contractors/${contractorId}`, file))
  const id = newTestId()
  const amountFen = fenText(contract.wan)
  const body = {
    projectId,
    procurementId,
    contractorId,
    year,
    number: '测商合〔2020〕1号',
    title: '示范项目合同',
    start: '2020-05-06',
    end: '2020-12-31',
    amountFen,
    lines: [
      {
        id: 'all',
        planLineId: 'all',
        name: '共同配送服务',
        category: 'services-delivery',
        quantity: 1,
        unit: '项',
        amountFen,
        centralFen: amountFen,
        premises: 'not-building',
        premisesReason: '',
        asset: false,
      },
    ],
    milestones: contract.stages.map(stage => ({ ...stage, name: stage.id, due: '2020-12-31', deliverable: '' })),
    advanceBasisPoints: contract.advanceBasisPoints,
    guarantee: null,
    dataAgreement: {
      signedOn: '2020-05-06',
      items: requiredData(pack, year, []).map(each => each.id),
      protection: '依法保密',
      fileId: null,
    },
    fileId: null,
    reasons: { 'guarantee-covers-contract': '（测试）保函在末期付款前办理' },
  }
  await got(office.send('PUT', `/api/projects/${code}/contracts/${id}`, { ...body, seenVersion: 0 }))
  await got(office.send('POST', `/api/projects/${code}/contracts/${id}/signature`, { seenVersion: 1 }))
  return id
}

/** A held county from the centre's allotment to a signed contract, and the payments its contractor asks for; over HTTP all along. */
export async function openHeldCounty(as: As, held: HeldCounty, pack: PolicyPack) {
  const hands = await handsOf(as, held)
  await fundAndPlan(hands, held)
  const contractId = await signed(hands, held, pack)
  const { contractor, office, finance, leader, government } = hands
  const { code } = held
  let number = 20_000_000 + Number(code.slice(0, 3)) * 1000
  const paper = async (kind: string) => {
    const sent = await got(
      contractor.upload<{ id: string; sha256: string }>(`/api/payments/files/${code}?id=${newTestId()}&name=${kind}.png`, png),
    )
    return { kind, fileId: sent.id, sha256: sent.sha256 }
  }
  const evidence = [await paper('invoice'), await paper('delivery-note')]
  /** Asks for an amount of a stage; the first stage before delivery is the advance. */
  const ask = async (stage: string | null, amountFen: string) => {
    const party = { name: '（测试）first', creditCode: held.people.creditCode }
    const body = {
      id: newTestId(),
      countyCode: code,
      contractId,
      contractLineId: 'all',
      source: 'central',
      kind: stage === null ? 'advance' : 'milestone',
      milestoneId: stage,
      amountFen,
      invoice: {
        code: '',
        number: String(++number),
        issuedOn: '2020-05-20',
        amountFen,
        sellerCreditCode: party.creditCode,
        itemName: '配送服务',
      },
      payee: { ...party, bank: '（测试）农信社', account: '6228480000000000001' },
      delivery: stage === null ? null : { deliveredOn: '2020-05-20', description: '（测试）', valueFen: amountFen },
      basis: null,
      evidence,
    }
    return { id: body.id, answer: await contractor.send<{ findings?: { code: string; status: string }[] }>('POST', '/api/payments', body) }
  }
  /** The four hands and the treasury's voucher. */
  const pay = async (id: string, voucher: string): Promise<void> => {
    const step = (who: Caller, path: string, body: object = {}) =>
      got(who.send<{ state: string }>('POST', `/api/payments/${id}/${path}`, body))
    await step(office, 'office-approval')
    const { state } = await step(finance, 'finance-approval', { budgetYear: year, batchYear: year })
    if (state === 'leader-needed') await step(leader, 'leader-approval')
    await step(finance, 'voucher', { voucher, paidOn: '2020-05-20' })
  }
  /** A bank guarantee entered by a change of the contract that the government approves. */
  const guarantee = async (amountFen: string): Promise<void> => {
    const path = `/api/projects/${code}`
    const { contract } = await got(office.get<{ contract: object }>(`${path}/contracts/${contractId}`))
    const letter = { kind: 'bank-guarantee', number: '（测试）保函1号', issuer: '（测试）银行', amountFen, expiresOn: '2021-05-20' }
    const change = { id: newTestId(), kind: 'guarantee', reason: '末期款凭保函支付', after: { ...contract, guarantee: letter } }
    await got(office.send('POST', `${path}/contracts/${contractId}/changes`, change))
    await got(government.send('POST', `${path}/contract-changes/${change.id}/decision`, { approve: true, reason: '同意' }))
  }
  return { ...hands, code, contractId, ask, pay, guarantee }
}
