import { lastSecondOf } from '@jincun/kernel'
import { fenOf } from './amounts.ts'
import type { Contract } from './contract.ts'
import type { Bid, Procurement, ProcurementMethod } from './procurement.ts'
import type { Project } from './project.ts'

/** The bids extension, without which losing bids have no place in a release. */
export const bidsExtension = 'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json'

type Publisher = { name: string; uri: string }
export type OcdsSource = { procurement: Procurement; project: Project; contracts: readonly Contract[]; publishedAt: string }

/** 分 as a decimal number of yuan. Exact: amounts stay far below 2^53 分. */
const yuan = (fen: string): number => Number(fenOf(fen)) / 100
const value = (fen: string) => ({ amount: yuan(fen), currency: 'CNY' })
const startOfDay = (day: string): string => `${day}T00:00:00+08:00`

const methods: Record<ProcurementMethod, { procurementMethod: string; details: string }> = {
  'open-tender': { procurementMethod: 'open', details: '公开招标' },
  negotiation: { procurementMethod: 'selective', details: '竞争性谈判' },
  consultation: { procurementMethod: 'selective', details: '竞争性磋商' },
  inquiry: { procurementMethod: 'selective', details: '询价' },
  'single-source': { procurementMethod: 'direct', details: '单一来源' },
}
const noticeTypes = {
  tender: 'tenderNotice',
  clarification: 'clarifications',
  award: 'awardNotice',
  cancellation: 'tenderNotice',
  'single-source-notice': 'tenderNotice',
} as const
const bidStatuses = { valid: 'valid', disqualified: 'disqualified', withdrawn: 'withdrawn' } as const

/** The prefix of an installation has to be registered with the Open Contracting Partnership; until then this one says so. */
export const ocidOf = (procurement: Pick<Procurement, 'id' | 'countyCode'>): string =>
  `ocds-unregistered-${procurement.countyCode}-${procurement.id}`

const buyerId = ({ countyCode }: Procurement): string => `CN-GBT2260-${countyCode}`
const partyId = (creditCode: string): string => `CN-USCC-${creditCode}`

function parties(procurement: Procurement, contracts: readonly Contract[]): object[] {
  const won = procurement.bids.find(bid => bid.id === procurement.award?.bidId)
  const bidders = [...Map.groupBy(procurement.bids, bid => bid.bidder.creditCode)].map(([creditCode, [bid]]) => ({
    id: partyId(creditCode),
    name: bid?.bidder.name,
    identifier: { scheme: 'CN-USCC', id: creditCode, legalName: bid?.bidder.name },
    ...(bid?.bidder.address ? { address: { streetAddress: bid.bidder.address, countryName: '中国' } } : {}),
    roles: [
      'tenderer',
      ...(won?.bidder.creditCode === creditCode || contracts.some(each => each.party.creditCode === creditCode) ? ['supplier'] : []),
    ],
  }))
  return [
    {
      id: buyerId(procurement),
      name: procurement.buyer,
      identifier: { scheme: 'CN-GBT2260', id: procurement.countyCode, legalName: procurement.buyer },
      roles: ['buyer', 'procuringEntity'],
    },
    ...bidders,
  ]
}

const reference = (bid: Bid) => ({ id: partyId(bid.bidder.creditCode), name: bid.bidder.name })

function tender(procurement: Procurement): object {
  const { id, title, state, estimateFen, method, methodReason, category, notices, bidsDueOn, bids } = procurement
  const opened = notices.map(notice => notice.publishedOn).toSorted()[0]
  const period = { ...(opened ? { startDate: startOfDay(opened) } : {}), ...(bidsDueOn ? { endDate: lastSecondOf(bidsDueOn) } : {}) }
  return {
    id,
    title,
    status: state === 'cancelled' ? 'cancelled' : state === 'awarded' ? 'complete' : state === 'draft' ? 'planned' : 'active',
    procuringEntity: { id: buyerId(procurement), name: procurement.buyer },
    value: value(estimateFen),
    procurementMethod: methods[method].procurementMethod,
    procurementMethodDetails: methods[method].details,
    ...(methodReason ? { procurementMethodRationale: methodReason } : {}),
    mainProcurementCategory: category,
    ...(Object.keys(period).length > 0 ? { tenderPeriod: period } : {}),
    ...(bids.length > 0
      ? {
          numberOfTenderers: new Set(bids.map(bid => bid.bidder.creditCode)).size,
          tenderers: [...Map.groupBy(bids, bid => bid.bidder.creditCode).values()].flatMap(([bid]) => (bid ? [reference(bid)] : [])),
        }
      : {}),
    documents: notices.map(notice => ({
      id: notice.id,
      documentType: noticeTypes[notice.kind],
      title: notice.title,
      ...(notice.url ? { url: notice.url } : {}),
      datePublished: startOfDay(notice.publishedOn),
      language: 'zh',
    })),
  }
}

function bidsOf(procurement: Procurement): object {
  const valid = procurement.bids.filter(bid => bid.status === 'valid').length
  return {
    statistics: [
      { id: 'bids', measure: 'bids', value: procurement.bids.length },
      { id: 'valid', measure: 'validBids', value: valid },
    ],
    details: procurement.bids.map(bid => ({
      id: bid.id,
      date: startOfDay(bid.receivedOn),
      status: bidStatuses[bid.status],
      tenderers: [reference(bid)],
      value: value(bid.amountFen),
    })),
  }
}

function awards(procurement: Procurement): object[] {
  const { award } = procurement
  const won = procurement.bids.find(bid => bid.id === award?.bidId)
  if (!award || !won) return []
  return [
    {
      id: `${procurement.id}-award`,
      title: procurement.title,
      description: award.reason,
      status: 'active',
      date: startOfDay(award.awardedOn),
      value: value(won.amountFen),
      suppliers: [reference(won)],
      relatedBids: [won.id],
    },
  ]
}

const contractOf = (procurement: Procurement, contract: Contract): object => ({
  id: contract.id,
  awardID: `${procurement.id}-award`,
  title: contract.title,
  status: contract.state === 'terminated' ? 'cancelled' : contract.state === 'completed' ? 'terminated' : 'active',
  period: { startDate: startOfDay(contract.start), endDate: lastSecondOf(contract.end) },
  value: value(contract.amountFen),
  ...(contract.signedOn ? { dateSigned: startOfDay(contract.signedOn) } : {}),
  items: contract.lines.map(line => ({ id: line.id, description: line.name, quantity: line.quantity, unit: { name: line.unit || '项' } })),
  implementation: {
    milestones: contract.milestones.map(milestone => ({
      id: milestone.id,
      title: milestone.name,
      type: 'delivery',
      dueDate: lastSecondOf(milestone.due),
      status: 'scheduled',
    })),
  },
})

/** One OCDS 1.1 release of a procurement with all its bids, award and contracts (open-contracting.org). */
export function ocdsRelease({ procurement, project, contracts, publishedAt }: OcdsSource): Record<string, unknown> {
  const { award, bids } = procurement
  const signed = contracts.filter(contract => ['signed', 'completed', 'terminated'].includes(contract.state))
  return {
    ocid: ocidOf(procurement),
    id: `${procurement.id}-${procurement.version}`,
    date: publishedAt,
    language: 'zh',
    tag: ['planning', 'tender', ...(award ? ['award'] : []), ...(award && signed.length > 0 ? ['contract'] : [])],
    initiationType: 'tender',
    parties: parties(procurement, signed),
    buyer: { id: buyerId(procurement), name: procurement.buyer },
    planning: {
      rationale: project.content || project.name,
      budget: { project: project.name, projectID: project.id, amount: value(procurement.estimateFen) },
    },
    tender: tender(procurement),
    ...(bids.length > 0 ? { bids: bidsOf(procurement) } : {}),
    ...(award ? { awards: awards(procurement) } : {}),
    ...(award && signed.length > 0 ? { contracts: signed.map(contract => contractOf(procurement, contract)) } : {}),
  }
}

/** A release package, valid against the official schema with the bids extension. */
export const ocdsPackage = (sources: readonly OcdsSource[], publisher: Publisher, publishedAt: string): Record<string, unknown> => ({
  uri: publisher.uri,
  version: '1.1',
  extensions: [bidsExtension],
  publisher: { name: publisher.name },
  publishedDate: publishedAt,
  releases: sources.map(ocdsRelease),
})
