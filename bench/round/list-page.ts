import { randomUUID } from 'node:crypto'
import { appendAudit, publish } from '@jincun/db'
import { countyUnits } from '@jincun/places'
import { places } from '@jincun/places/server'
import type { PolicyPack } from '@jincun/policy'
import { contentFrom, DemoCase } from '../../capabilities/applications/demo-case.ts'
import { openApplication, saveSections } from '../../capabilities/applications/server/saving.ts'
import { median, milliseconds, percentile } from './measure.ts'
import type { Measured } from './measure.ts'
import { demoInstant } from './scratch-program.ts'
import type { Scratch } from './scratch-program.ts'

const year = 2020
const rowsOnPage = 300
const requests = 60

/** Opens and fills in an application for as many further counties as it takes to have 300. */
async function fillApplications({ program }: Scratch, policy: PolicyPack): Promise<void> {
  const by = { personId: randomUUID(), name: '测速', office: '测速' }
  const scope = { personId: by.personId, realm: 'demo', jurisdictions: ['*'] }
  for (const { code, name } of countyUnits(places(), '202006').slice(0, rowsOnPage)) {
    const demo = DemoCase.parse({ county: code, name, type: 'first', state: 'draft', centralWan: 1500, why: '测速' })
    const { plan, operationBase, reasons } = contentFrom(demo, policy)
    const texts = Object.entries(plan.sections).map(([id, text]) => [`text:${id}`, text])
    const projects = plan.projects.map(project => [`project:${project.id}`, project])
    const edits = {
      operationBase,
      reasons,
      goals: plan.goals,
      commitments: plan.commitments,
      ...Object.fromEntries([...texts, ...projects]),
    }
    await program.database.transaction(scope, 'write', async tx => {
      const work = {
        tx,
        now: demoInstant,
        policy,
        by,
        realm: 'demo',
        audit: async (event: Parameters<typeof appendAudit>[1]) =>
          void (await appendAudit(tx, { ...event, at: demoInstant, realm: 'demo', personId: by.personId })),
        publish: (made: Parameters<typeof publish>[1]) => publish(tx, made),
      }
      const id = randomUUID()
      const opened = await openApplication(work as Parameters<typeof openApplication>[0], { id, countyCode: code, year, type: 'first' })
      if (!opened.ok) return
      await saveSections(work as Parameters<typeof saveSections>[0], code, id, { id: randomUUID(), version: 1, edits, via: 'form' })
    })
  }
}

/** The comparison page: 300 counties × the compared fields of their plans, as the centre asks for it. */
export async function measureListPage(scratch: Scratch, policy: PolicyPack): Promise<Measured[]> {
  await fillApplications(scratch, policy)
  const cookie = await scratch.cookieOf('centre')
  const ask = async (size: number) => {
    scratch.queries()
    const begun = performance.now()
    const answer = await scratch.program.server.inject({
      url: `/api/applications/comparison?year=${year}&size=${size}`,
      headers: { cookie },
    })
    const time = performance.now() - begun
    const { rows, fields } = answer.json<{ rows: unknown[]; fields: unknown[] }>()
    return { time, queries: scratch.queries(), rows: rows.length, fields: fields.length, bytes: answer.rawPayload.length }
  }
  const few = await ask(10)
  const samples = []
  for (let request = 0; request < requests; request++) samples.push(await ask(rowsOnPage))
  const [first] = samples
  const times = samples.map(sample => sample.time)
  return [
    {
      promise: `list page of ${first?.rows} counties × ${first?.fields} plan fields, median of ${requests}`,
      value: `${milliseconds(median(times))}, ${Math.round((first?.bytes ?? 0) / 1024)} kB JSON before compression`,
    },
    { promise: 'the same, 95th percentile', value: milliseconds(percentile(times, 0.95)) },
    {
      promise: `its statements to the database for ${few.rows} counties and for ${first?.rows}`,
      value: `${few.queries} and ${first?.queries}`,
    },
  ]
}
