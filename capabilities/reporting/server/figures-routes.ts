import { Download, route } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import { goodsCategoriesFor, reportTypesOn } from '@jincun/policy'
import { AtCounty, notFound, place } from '@jincun/projects/server'
import { z } from 'zod'
import { reportCsvTemplate, reportSchema } from '../index.ts'
import { readFigures } from './figures-view.ts'
import { rowsOfCell, versionsOfOrder } from './rows-store.ts'

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '应为月份，如 2020-05 / a month such as 2020-05')

const figures = route({
  method: 'GET',
  path: '/api/reporting/figures',
  action: 'reporting.figures',
  summary: 'Figures of a place from month to month: up and down apart, by category, with as-of time and coverage',
  clauses: ['notice-2020/2.2'],
  query: z.strictObject({ place: PlaceCode, from: Month, to: Month }),
  place: ({ query }) => query.place,
  handle: async ({ tx, policy, query }) => readFigures(tx, policy, query),
})

const rows = route({
  method: 'GET',
  path: '/api/reporting/:county/rows',
  action: 'reporting.figures',
  summary: 'The rows a figure of a county is made of, with the batch each came in',
  clauses: ['notice-2020/2.2', 'notice-2020/6.4d'],
  params: AtCounty,
  query: z.strictObject({
    from: Month,
    to: Month,
    direction: z.enum(['up', 'down']).optional(),
    category: z.coerce.number().int().min(1).max(999).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  place,
  handle: async ({ tx, params, query, now }) => accept({ ...(await rowsOfCell(tx, params.county, query)), asOf: now.toISOString() }),
})

const order = route({
  method: 'GET',
  path: '/api/reporting/:county/orders',
  action: 'reporting.figures',
  summary: 'Every version and refund of one order, oldest first',
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  query: z.strictObject({ contractor: z.string().length(18), order: z.string().min(1).max(64) }),
  place,
  handle: async ({ tx, params, query }) => {
    const versions = await versionsOfOrder(tx, params.county, query.contractor, query.order)
    return versions.length > 0 ? accept({ rows: versions }) : refuse(notFound)
  },
})

const types = route({
  method: 'GET',
  path: '/api/reporting/report-types',
  action: 'public',
  summary: 'Every report type in force: fields, period, source, JSON Schema and CSV header',
  clauses: ['notice-2020/6.4c'],
  handle: async ({ policy, now }) => {
    const day = shanghaiDate(now)
    const categories = goodsCategoriesFor(policy, day)
    const all = reportTypesOn(policy, day).map(type => ({ ...type, schema: reportSchema(type, categories), csv: reportCsvTemplate(type) }))
    return accept({ types: all, categories })
  },
})

const template = route({
  method: 'GET',
  path: '/api/reporting/report-types/:id/template',
  action: 'public',
  summary: 'The CSV template of a report type',
  params: z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  handle: async ({ policy, now, params }) => {
    const type = reportTypesOn(policy, shanghaiDate(now)).find(({ id }) => id === params.id)
    if (!type) return refuse(notFound)
    return accept(new Download(Buffer.from(`${reportCsvTemplate(type)}\n`), `${type.title.zh}.csv`, 'text/csv; charset=utf-8'))
  },
})

export const figuresRoutes = [figures, rows, order, types, template]
