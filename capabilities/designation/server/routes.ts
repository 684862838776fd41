import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { countyView, findCounty, lastCode, PlaceCode, unknownCounty } from '@jincun/places'
import { editionInstant } from '@jincun/places/server'
import { z } from 'zod'
import { chooseCounties, CountyFilter, countyStanding, DesignationWay, provinceStanding, rosterGaps } from '../index.ts'
import { countyExport } from './county-export.ts'
import { designationData } from './load-designation-data.ts'
import { recordDesignations } from './record-designations.ts'
import { designationsOfCounties, designationsOfYear } from './store.ts'
import { countyFactsOfYear, provinceStandingsOfYear, RoundYear, roundYear } from './year.ts'

const ListQuery = CountyFilter.extend({
  year: RoundYear,
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(300).default(50),
})

const listCounties = route({
  method: 'GET',
  path: '/api/counties',
  action: 'public',
  summary: 'Counties with their standing before a round, page by page',
  clauses: ['notice-2020/4.2', 'notice-2020/4.5'],
  query: ListQuery,
  handle: async ({ query, policy, now }) => {
    const { year } = roundYear(policy, query.year, now)
    const chosen = chooseCounties(designationData(), countyFactsOfYear(year), query)
    const rows = chosen.slice((query.page - 1) * query.size, query.page * query.size)
    return accept({ year, rows, total: chosen.length, asOf: editionInstant })
  },
})

const exportCounties = route({
  method: 'GET',
  path: '/api/counties/export',
  action: 'public',
  summary: 'The same counties as an Excel file or CSV',
  query: ListQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  handle: async ({ query, policy, now }) => {
    const { year } = roundYear(policy, query.year, now)
    const chosen = chooseCounties(designationData(), countyFactsOfYear(year), query)
    return accept(await countyExport(chosen, year, query.format, now))
  },
})

const countyCard = route({
  method: 'GET',
  path: '/api/counties/:code',
  action: 'public',
  summary: 'A county with every standing fact, its source and its gaps',
  clauses: ['notice-2020/4.1', 'notice-2020/4.2', 'notice-2020/4.4', 'notice-2020/4.5', 'notice-2020/4.7'],
  params: z.strictObject({ code: PlaceCode }),
  query: z.strictObject({ year: RoundYear }),
  handle: async ({ params: { code }, query, policy, now, tx }) => {
    const data = designationData()
    const { year, years } = roundYear(policy, query.year, now)
    const county = findCounty(data.places, code)
    const standing = countyStanding(data, code, year)
    if (!county) return refuse(unknownCounty(code, 'code'))
    if (!standing.ok) return standing
    const line = lastCode(data.places, code)
    return accept({
      year,
      years,
      county: countyView(data.places, county),
      standing: standing.value,
      listings: data.povertyOf.get(line) ?? [],
      rosterGaps: rosterGaps(data, county.provinceCode, year),
      designations: await designationsOfCounties(tx, [line]),
      factSources: data.factSources,
      asOf: now.toISOString(),
    })
  },
})

const listProvinces = route({
  method: 'GET',
  path: '/api/provinces',
  action: 'public',
  summary: 'All provinces before a round, with the national counts of every year',
  clauses: ['notice-2020/4.2'],
  query: z.strictObject({ year: RoundYear }),
  handle: async ({ query, policy, now }) => {
    const { year, years } = roundYear(policy, query.year, now)
    const { nationalCounts, factSources } = designationData()
    return accept({ year, years, provinces: provinceStandingsOfYear(year), nationalCounts, factSources, asOf: editionInstant })
  },
})

const provincePage = route({
  method: 'GET',
  path: '/api/provinces/:code/standing',
  action: 'public',
  summary: 'A province before a round: counts, lists, earlier demonstration counties, its counties',
  clauses: ['notice-2020/4.2'],
  params: z.strictObject({ code: PlaceCode }),
  query: z.strictObject({ year: RoundYear }),
  handle: async ({ params: { code }, query, policy, now, tx }) => {
    const data = designationData()
    const { year, years } = roundYear(policy, query.year, now)
    const standing = provinceStanding(data, code, year)
    if (!standing) return refuse(noSuchProvince(code))
    return accept({
      year,
      years,
      standing,
      rosterGaps: rosterGaps(data, standing.provinceCode, year),
      counties: countyFactsOfYear(year).filter(facts => facts.provinceCode === standing.provinceCode),
      designations: await designationsOfYear(tx, year, standing.provinceCode.slice(0, 2)),
      factSources: data.factSources,
      asOf: now.toISOString(),
    })
  },
})

const recordDesignation = route({
  method: 'POST',
  path: '/api/designations',
  action: 'designation.record',
  summary: 'Enter an incentive county or a county of a region directly',
  clauses: ['notice-2020/4.6', 'notice-2020/4.7'],
  body: z.strictObject({
    id: z.uuid(),
    countyCode: PlaceCode,
    year: z.number().int().min(2014).max(2100),
    from: z.iso.date('日期写作 2020-06-25 / write the day as 2020-06-25'),
    way: DesignationWay.exclude(['application']),
    document: z.string().trim().min(1, '请填写文件名称或文号 / name the document').max(200),
  }),
  place: ({ body }) => body.countyCode,
  handle: async context => {
    const recorded = await recordDesignations(context, [context.body])
    if (!recorded.ok) return recorded
    const line = lastCode(designationData().places, context.body.countyCode)
    return accept({ designations: await designationsOfCounties(context.tx, [line]) })
  },
})

const noSuchProvince = (code: string) => ({
  kind: 'not-found' as const,
  code: 'unknown-province',
  message: {
    zh: `没有代码为 ${code} 的省级单位；省级代码形如 510000。`,
    en: `There is no province with the code ${code}; province codes look like 510000.`,
  },
  where: 'code',
})

export const routes = [listCounties, exportCounties, countyCard, listProvinces, provincePage, recordDesignation]
