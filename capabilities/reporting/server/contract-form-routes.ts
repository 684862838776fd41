import { dataAsked } from '@jincun/acceptance'
import { recordDelivery } from '@jincun/acceptance/server'
import { route } from '@jincun/http'
import { accept, assert, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { derivedId } from '@jincun/proof'
import { AtCounty, place, stampOf } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { z } from 'zod'
import { contractDoor } from './contract-form-ground.ts'
import type { ContractDoor } from './contract-form-ground.ts'
import { FormBody, FormFileQuery, takeFormBody, takeFormFile, uploadBytesMaximum, workbookOf } from './form-doors.ts'
import { formView } from './form-view.ts'
import type { TakenForm } from './take-form.ts'

const AtForm = z.strictObject({
  ...AtCounty.shape,
  contract: z.uuid(),
  form: z.string().regex(/^[a-z0-9-]{1,60}$/),
  period: z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/),
})
const path = '/api/reporting/:county/contract-forms/:contract/:form/:period' as const
const clauses = ['notice-2020/6.4c', 'notice-2020/6.4d']
const action = 'reporting.contract-forms'

/** Tells the gate of acceptance what a form delivers (6.4d), so that nobody hands the same data in twice. */
async function deliver(
  work: Work,
  { type, occasion, obliged }: ContractDoor,
  taken: Result<TakenForm>,
  id: string,
): Promise<Result<TakenForm>> {
  if (!taken.ok || taken.value.unchanged || taken.value.validateOnly) return taken
  const { contract, sites } = obliged
  for (const item of dataAsked(work.policy, contract, sites).filter(each => type.dataItems.includes(each))) {
    const delivery = {
      id: derivedId(`delivery ${id} ${item}`),
      countyCode: occasion.countyCode,
      contractId: contract.id,
      item,
      month: occasion.period,
      rows: taken.value.rows,
      fileId: id,
      deliveredOn: shanghaiDate(work.now),
    }
    const told = await recordDelivery(work.tx, delivery, stampOf(work))
    assert(told.ok, `delivery ${delivery.id} is recorded once`)
  }
  return taken
}

const read = route({
  method: 'GET',
  path,
  action: 'reporting.batches',
  summary: "A contractor's form of a month: its fields, every version and what each changed, and what to begin with; a firm sees its own",
  clauses,
  params: AtForm,
  place,
  handle: async context => {
    const { tx, params, may, now } = context
    const door = await contractDoor(context, params)
    if (!door.ok) return door
    const { type, occasion, obliged, propose } = door.value
    const view = await formView(tx, type, occasion, may(action, params.county), propose)
    const { number, title, party } = obliged.contract
    return accept({ ...view, contract: { number, title, contractor: party.name }, asOf: now.toISOString() })
  },
})

const handIn = route({
  method: 'POST',
  path,
  action,
  summary: "Hand in a contractor's form, on the page or typed from paper, or its correction with a reason; every version is kept",
  clauses,
  params: AtForm,
  body: FormBody,
  bodyLimit: uploadBytesMaximum,
  place,
  handle: async context => {
    const door = await contractDoor(context, context.params)
    if (!door.ok) return door
    const taken = await takeFormBody(context, door.value.type, door.value.occasion, context.body)
    return deliver(context, door.value, taken, context.body.id)
  },
})

const handInFile = route({
  method: 'POST',
  path: `${path}/file`,
  action,
  summary: "Hand in a contractor's form from a CSV or Excel file, or only check it",
  clauses,
  params: AtForm,
  query: FormFileQuery,
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => {
    const door = await contractDoor(context, context.params)
    if (!door.ok) return door
    const taken = await takeFormFile(context, door.value.type, door.value.occasion, context.query, context.upload)
    return deliver(context, door.value, taken, context.query.id)
  },
})

const workbook = route({
  method: 'GET',
  path: `${path}/workbook`,
  action,
  summary: "A contractor's form as an Excel file to fill in, with what is known filled in already",
  clauses,
  params: AtForm,
  place,
  handle: async context => {
    const door = await contractDoor(context, context.params)
    if (!door.ok) return door
    const { type, occasion, propose } = door.value
    return accept(await workbookOf(await formView(context.tx, type, occasion, true, propose), context.now))
  },
})

/** The forms contractors owe under their agreements: read, hand in, correct (6.4c, 6.4d). */
export const contractFormRoutes = [read, handIn, handInFile, workbook]
