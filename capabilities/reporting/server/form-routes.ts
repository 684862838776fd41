import { route } from '@jincun/http'
import { accept, addDays, shanghaiDate } from '@jincun/kernel'
import { keepFile, place, signedContracts } from '@jincun/projects/server'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { formsDue } from '../index.ts'
import { FormBody, FormFileQuery, takeFormBody, takeFormFile, uploadBytesMaximum, workbookOf } from './form-doors.ts'
import { formTypeOf, formTypesOn } from './form-ground.ts'
import { formView, ofProjects } from './form-view.ts'
import { versionsOfCounty } from './form-store.ts'

const County = PlaceCode.regex(/^(?!..0000)\d{6}$/, '应为县级代码，如 513431 / a county code such as 513431')
const AtForm = z.strictObject({
  county: County,
  form: z.string().regex(/^[a-z0-9-]{1,60}$/),
  period: z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/),
})
const occasionOf = ({ county, form, period }: z.infer<typeof AtForm>) => ({ countyCode: county, reporter: '', form, period })
const action = 'reporting.forms-enter'

/** How far back a county's forms are listed: three years, as many as an evaluation looks at. */
const daysShown = 3 * 366

const firstDayOf = (period: string): string => (period.length === 4 ? `${period}-01-01` : `${period}-01`)

const list = route({
  method: 'GET',
  path: '/api/reporting/:county/forms',
  action: 'reporting.forms',
  summary: 'Which forms a county owes for which months and years: on time, late, back-filled, missing, not due; corrections apart',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: z.strictObject({ county: County }),
  place,
  handle: async ({ tx, params, policy, now }) => {
    const today = shanghaiDate(now)
    const signed = (await signedContracts(tx, params.county)).map(({ signedOn }) => signedOn).filter(day => day !== null)
    const earliest = addDays(today, -daysShown)
    const [first] = signed.sort()
    const versions = await versionsOfCounty(tx, params.county, earliest.slice(0, 4))
    // A county without a contract owes nothing yet; what it handed in all the same is listed.
    const [since] = [first, ...versions.map(({ period }) => firstDayOf(period))].filter(day => day !== undefined).sort()
    if (since === undefined) return accept({ rows: [], asOf: now.toISOString() })
    const from = [since, earliest].sort()[1] ?? since
    return accept({ rows: formsDue(formTypesOn(policy, today), versions, from, today), asOf: now.toISOString() })
  },
})

const read = route({
  method: 'GET',
  path: '/api/reporting/:county/forms/:form/:period',
  action: 'reporting.forms',
  summary: 'A form of a period: its fields, every version and what each changed, and what to begin with',
  clauses: ['notice-2020/6.4c'],
  params: AtForm,
  place,
  handle: async ({ tx, params, policy, may, now }) => {
    const type = formTypeOf(policy, params.form, params.period)
    if (!type.ok) return type
    const occasion = occasionOf(params)
    const propose = ofProjects(tx, type.value, occasion)
    return accept({ ...(await formView(tx, type.value, occasion, may(action, params.county), propose)), asOf: now.toISOString() })
  },
})

const handIn = route({
  method: 'POST',
  path: '/api/reporting/:county/forms/:form/:period',
  action,
  summary: 'Hand in a form, or its correction with a reason; every version is kept',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtForm,
  body: FormBody,
  bodyLimit: uploadBytesMaximum,
  place,
  handle: async context => {
    const { params, policy, body } = context
    const type = formTypeOf(policy, params.form, params.period)
    return type.ok ? takeFormBody(context, type.value, occasionOf(params), body) : type
  },
})

const handInFile = route({
  method: 'POST',
  path: '/api/reporting/:county/forms/:form/:period/file',
  action,
  summary: 'Hand in a form from a CSV or Excel file, or only check it; faults are told by sheet, row and column',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtForm,
  query: FormFileQuery,
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => {
    const { params, query, policy, upload } = context
    const type = formTypeOf(policy, params.form, params.period)
    return type.ok ? takeFormFile(context, type.value, occasionOf(params), query, upload) : type
  },
})

const workbook = route({
  method: 'GET',
  path: '/api/reporting/:county/forms/:form/:period/workbook',
  action,
  summary: 'The form as an Excel file to fill in and hand back, with what is known filled in already',
  clauses: ['notice-2020/6.4c'],
  params: AtForm,
  place,
  handle: async ({ tx, params, policy, now }) => {
    const type = formTypeOf(policy, params.form, params.period)
    if (!type.ok) return type
    const occasion = occasionOf(params)
    const view = await formView(tx, type.value, occasion, true, ofProjects(tx, type.value, occasion))
    return accept(await workbookOf(view, now))
  },
})

const file = route({
  method: 'POST',
  path: '/api/reporting/:county/form-files',
  action,
  summary: 'Keep a document that a form names: a decision, an attendance sheet',
  clauses: ['notice-2020/6.4c'],
  params: z.strictObject({ county: County }),
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: 20 * 1_048_576 },
  place,
  handle: async context =>
    keepFile(context, context.params.county, { id: context.query.id, name: context.query.name }, context.upload, action),
})

/** The monthly and yearly forms of a county: read, hand in, correct (6.4c). */
export const formRoutes = [list, read, handIn, handInFile, workbook, file]
