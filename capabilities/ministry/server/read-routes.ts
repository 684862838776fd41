import { writeCsv } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { ministryFormFor, ministrySystemFor } from '@jincun/policy'
import { AtCounty, AtRecord, notFound, place } from '@jincun/projects/server'
import { versionsOfForm } from '@jincun/reporting/server'
import { z } from 'zod'
import { buildForm } from '../index.ts'
import { daysView, dayView, faultView } from './day-view.ts'
import { answerBytes, findMessage } from './message-store.ts'
import { settingsOf } from './settings-store.ts'

const Day = z.iso.date('应为日期，如 2020-05-08 / a day such as 2020-05-08')
const clauses = ['notice-2020/6.4c']
const action = 'ministry.read'

/** At most so many days at once: each is built anew from its rows. */
const daysMaximum = 366

const days = route({
  method: 'GET',
  path: '/api/ministry/:county/days',
  action,
  summary: 'Per day: due, made, sent, answered, receipt, failures and what to do next; read off the rows as they are now',
  clauses,
  params: AtCounty,
  query: z
    .strictObject({ from: Day.optional(), to: Day.optional() })
    .refine(({ from, to }) => !from || !to || (from <= to && Date.parse(to) - Date.parse(from) <= daysMaximum * 86_400_000), {
      message: '起止应有先后，且不超过一年 / from comes before to, at most a year apart',
      path: ['from'],
    }),
  place,
  handle: async ({ tx, params, query, policy, now }) => accept(await daysView(tx, policy, params.county, query, now)),
})

const day = route({
  method: 'GET',
  path: '/api/ministry/:county/days/:day',
  action,
  summary: 'One day: what the rows give, every version sent with every try and its raw answer, and what changed since',
  clauses,
  params: z.strictObject({ ...AtCounty.shape, day: Day }),
  place,
  handle: async ({ tx, params, policy, now }) => accept(await dayView(tx, policy, params.county, params.day, now)),
})

const xml = route({
  method: 'GET',
  path: '/api/ministry/:county/messages/:id/xml',
  action,
  summary: 'A message byte for byte as it was sent',
  clauses,
  params: AtRecord,
  place,
  handle: async ({ tx, params }) => {
    const message = await findMessage(tx, params.county, params.id)
    if (!message) return refuse(notFound)
    return accept(new Download(Buffer.from(message.xml), `${message.reportDate}-${message.version}.xml`, 'application/xml'))
  },
})

const answer = route({
  method: 'GET',
  path: '/api/ministry/:county/messages/:id/attempts/:attempt/answer',
  action,
  summary: 'The answer to a try byte for byte as it came',
  clauses,
  params: z.strictObject({ ...AtRecord.shape, attempt: z.coerce.number().int().min(1).max(100_000) }),
  place,
  handle: async ({ tx, params }) => {
    const found = await answerBytes(tx, params.county, params.id, params.attempt)
    if (!found?.answer) return refuse(notFound)
    return accept(new Download(found.answer, `${params.id}-${params.attempt}.txt`, 'application/octet-stream'))
  },
})

const form = route({
  method: 'GET',
  path: '/api/ministry/:county/forms/:form/:period',
  action,
  summary: 'A monthly or yearly form under the names of the ministry’s system, from the last version handed in; as JSON or CSV',
  clauses,
  params: z.strictObject({
    ...AtCounty.shape,
    form: z.string().regex(/^[a-z0-9-]{1,60}$/),
    period: z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/),
  }),
  query: z.strictObject({ format: z.enum(['json', 'csv']).default('json') }),
  place,
  handle: async ({ tx, params, query, policy }) => {
    const settings = await settingsOf(tx, params.county)
    if (!settings) return accept({ faults: [faultView({ code: 'settings-missing', where: '', value: '' })], report: null })
    const versions = await versionsOfForm(tx, { countyCode: params.county, reporter: '', form: params.form, period: params.period })
    const mapping = ministryFormFor(policy, ministrySystemFor(policy, settings.system), params.form)
    const { faults, report } = buildForm(mapping, versions.at(-1))
    if (query.format === 'json' || !report) return accept({ faults: faults.map(faultView), report })
    const columns = report.columns.map(title => ({ title, format: 'text' as const }))
    const bytes = writeCsv({ columns, rows: report.rows.map(row => report.columns.map(column => row[column] ?? '')) })
    return accept(new Download(bytes, `${report.table}-${report.period}.csv`, 'text/csv; charset=utf-8'))
  },
})

export const readRoutes = [days, day, xml, answer, form]
