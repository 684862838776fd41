import { demoCreditCode } from '../demo-county.ts'
import type { Bid, Procurement } from '../index.ts'

const fen = (yuan: number): string => String(Math.round(yuan * 100))

/** A valid bid of a firm that shares nothing with the others. */
export const bid = (number: number, amountFen: string, change: Partial<Bid> = {}): Bid => ({
  id: `bid-${number}`,
  bidder: {
    name: `第${number}家`,
    creditCode: demoCreditCode(`9151343100000000${number}`),
    legalRepresentative: `法人${number}`,
    address: `${number}号路`,
    phone: `0834-100000${number}`,
  },
  amountFen,
  receivedOn: '2020-02-10',
  status: 'valid',
  statusReason: '',
  scores: [],
  epidemicSupply: false,
  ...change,
})

const idOf = (number: number): string => `01900000-0000-7000-b000-${String(number).padStart(12, '0')}`

/** An opened consultation for services of 100,000 yuan with three bids and nothing about them. */
export const procurement = (number: number, change: Partial<Procurement> = {}): Procurement => ({
  id: idOf(number),
  countyCode: '513431',
  projectId: idOf(900),
  year: 2020,
  version: 1,
  state: 'opened',
  number: `2020-${number}`,
  title: `采购${number}`,
  category: 'services',
  method: 'consultation',
  methodReason: '',
  buyer: '昭觉县商务局',
  estimateFen: fen(100_000),
  notices: [{ id: 'notice', kind: 'tender', title: '公告', publishedOn: '2020-01-20', url: '' }],
  bidsDueOn: '2020-02-10',
  openedOn: '2020-02-10',
  bids: [bid(1, fen(80_000)), bid(2, fen(91_000)), bid(3, fen(99_000))],
  award: null,
  reasons: {},
  ...change,
})
