import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoContract, demoContractLine, demoContractor, demoProject } from './demo-county.ts'
import { Contract, ocdsPackage, Procurement } from './index.ts'
import type { OcdsSource } from './index.ts'
import { ocdsFaults } from './testing/ocds-schema.ts'
import { bid, procurement } from './testing/procurements.ts'

const faults = ocdsFaults()
const publisher = { name: '昭觉县商务局', uri: 'https://example.com/ocds' }
const at = '2020-05-20T01:00:00Z'
const project = demoProject('ocds', '项目', ['centre-rooms'], 'joint-delivery', '2020-01-01', '2020-12-31')
const contract = demoContract({
  project,
  contractor: demoContractor('甲', '91350100M000100Y43'),
  procurementId: null,
  number: '1号',
  lines: [demoContractLine('one', 'centre-rooms', '装修', 'premises-fit-out', '1', '1')],
  from: '2020-01-01',
  until: '2020-12-31',
  data: ['activities'],
})

const day = fc.integer({ min: 0, max: 700 }).map(after => new Date(Date.UTC(2019, 0, 1) + after * 86_400_000).toISOString().slice(0, 10))
const words = (length: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: length }).filter(text => /\S/.test(text) && !/\p{Cc}/u.test(text))
const money = fc.bigInt({ min: 0n, max: 10n ** 14n }).map(String)
const bids = fc.array(
  fc.record({
    which: fc.nat(4),
    amountFen: money,
    status: fc.constantFrom('valid', 'disqualified', 'withdrawn'),
    receivedOn: day,
    address: fc.option(words(40), { nil: '' }),
  }),
  { maxLength: 6 },
)
const notices = fc.array(
  fc.record({
    kind: fc.constantFrom('tender', 'clarification', 'award', 'cancellation', 'single-source-notice'),
    title: words(30),
    publishedOn: day,
    url: fc.option(fc.webUrl(), { nil: '' }),
  }),
  { maxLength: 4 },
)
const some = fc.record({
  bids,
  notices,
  state: fc.constantFrom('draft', 'published', 'opened', 'awarded', 'cancelled'),
  category: fc.constantFrom('goods', 'services', 'works'),
  method: fc.constantFrom('open-tender', 'negotiation', 'consultation', 'inquiry', 'single-source'),
  methodReason: fc.option(words(60), { nil: '' }),
  title: words(60),
  estimateFen: money,
  bidsDueOn: fc.option(day),
  contracts: fc.array(fc.constantFrom('draft', 'referred', 'signed', 'completed', 'terminated'), { maxLength: 3 }),
})

test('any procurement that the register takes goes out as a valid OCDS 1.1 package with all its bids', () => {
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 3 }), list => {
      const sources = list.map((each, index): OcdsSource => {
        const own = each.bids.map(({ which, address, ...rest }, number) => {
          const made = bid(which, rest.amountFen)
          return { ...made, ...rest, id: `bid-${number}`, bidder: { ...made.bidder, address } }
        })
        const { contracts, ...fields } = each
        const award =
          each.state === 'awarded' && own[0] ? { bidId: own[0].id, awardedOn: '2020-02-14', reason: '', byPreference: false } : null
        const named = each.notices.map((notice, number) => ({ ...notice, id: `notice-${number}` }))
        return {
          procurement: Procurement.parse(procurement(index + 1, { ...fields, bids: own, notices: named, award })),
          project,
          contracts: contracts.map((state, number) =>
            Contract.parse({ ...contract, id: `01900000-0000-7000-b000-00000000100${number}`, state }),
          ),
          publishedAt: at,
        }
      })
      const file = ocdsPackage(sources, publisher, at) as { releases: { bids?: { details: unknown[] } }[] }
      expect(faults(file)).toEqual([])
      expect(file.releases.map(release => release.bids?.details.length ?? 0)).toEqual(sources.map(source => source.procurement.bids.length))
    }),
    { numRuns: 60 },
  )
})

test('the schema is not empty: a release without its id is found out', () => {
  const file = ocdsPackage([{ procurement: procurement(1), project, contracts: [], publishedAt: at }], publisher, at) as {
    releases: object[]
  }
  expect(faults({ ...file, releases: [{ ...file.releases[0], ocid: undefined }] })).not.toEqual([])
})
