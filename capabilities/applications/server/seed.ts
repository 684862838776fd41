import { provinceCodeOf } from '@jincun/places'
import { readFile } from 'node:fs/promises'
import { appendAudit, publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId, demoPeople } from '@jincun/identity'
import type { Result } from '@jincun/kernel'
import { parse } from 'yaml'
import { z } from 'zod'
import { contentFrom, DemoCase, evidenceId, idFrom } from '../demo-case.ts'
import type { Actor, ApplicationContent } from '../index.ts'
import { demoPdf } from './demo-pdf.ts'
import { attach } from './files.ts'
import { openApplication, saveSections } from './saving.ts'
import * as steps from './steps.ts'
import type { Work } from './work.ts'

const casesFile = new URL('../cases/demo-applications.yaml', import.meta.url)

/** The demonstration goes through the same verbs as everyone; one that refuses is a mistake in the cases and stops the seed. */
function got<T>(result: Result<T, { message: { zh: string } }>, what: string): T {
  if (!result.ok) throw new Error(`Demo ${what}: ${result.reason.message.zh}`)
  return result.value
}

/** The demo person with that right at the place, or a name for a county that has no demo people. */
function actorOf(role: string, placeCode: string, fallback: string): Actor {
  const person = demoPeople.find(each => each.grants.some(grant => grant.role === role && grant.placeCode === placeCode))
  if (person) return { personId: demoId(person.username), name: person.name, office: fallback }
  return { personId: demoId(`${placeCode} ${role}`), name: `${fallback}经办`, office: fallback }
}

/** The content as one save of all its sections. */
function editsOf(content: ApplicationContent): Record<string, unknown> {
  const { plan, type, operationBase, declarations, reasons } = content
  const texts = Object.entries(plan.sections).map(([id, text]) => [`text:${id}`, text])
  const projects = plan.projects.map(project => [`project:${project.id}`, project])
  const { goals, commitments } = plan
  return { type, operationBase, declarations, reasons, goals, commitments, ...Object.fromEntries([...texts, ...projects]) }
}

type Days = 'opened' | 'written' | 'submitted' | 'decided'
const days: Record<Days, string> = {
  opened: '2020-05-06T10:00:00+08:00',
  written: '2020-05-08T15:30:00+08:00',
  submitted: '2020-05-12T11:00:00+08:00',
  decided: '2020-05-15T16:00:00+08:00',
}

/** A request of the demonstration: by someone, on a day of the round. */
function workAt(tx: Transaction, policy: Work['policy'], by: Actor, day: Days): Work {
  const [now, realm] = [new Date(days[day]), 'demo']
  return {
    tx,
    now,
    policy,
    by,
    realm,
    audit: async event => {
      await appendAudit(tx, { ...event, at: now, realm, personId: by.personId })
    },
    publish: publication => publish(tx, { ...publication, realm, publishedAt: now, publishedBy: by.personId }),
  }
}

async function seedOne(tx: Transaction, policy: Work['policy'], demo: DemoCase): Promise<void> {
  const { county, year, type, state, name } = demo
  const government = actorOf('county-government', county, `（演示）${name}人民政府`)
  const province = actorOf('provincial-commerce', provinceCodeOf(county), '（演示）省商务厅')
  const id = idFrom(`${county} application`)
  const step = (action: string) => ({ id: idFrom(`${county} ${action}`), reason: `（演示）${demo.why}` })
  const at = (day: Days, by = government) => workAt(tx, policy, by, day)
  got(await openApplication(at('opened'), { id, countyCode: county, year, type }), `${name} open`)
  got(await attach(at('written'), county, id, { id: evidenceId(county), name: '证明材料（演示）.pdf' }, demoPdf(county)), `${name} attach`)
  const save = { id: idFrom(`${county} save`), version: 1, edits: editsOf(contentFrom(demo, policy)), via: 'form' as const }
  const { version } = got(await saveSections(at('written'), county, id, save), `${name} save`)
  if (state === 'draft') return
  if (state === 'withdrawn') return void got(await steps.withdraw(at('submitted'), county, id, step('withdraw')), `${name} withdraw`)
  got(await steps.submit(at('submitted'), county, id, { ...step('submit'), version }), `${name} submit`)
  if (state === 'returned') got(await steps.giveBack(at('decided', province), county, id, step('return')), `${name} return`)
  if (state === 'accepted-for-review')
    got(await steps.takeIntoReview(at('decided', province), county, id, step('accept')), `${name} accept`)
}

/** Demonstration applications of three provinces, from the worked cases; every text and amount in them is marked （演示）. */
export async function seedApplications({ database, policy }: SeedContext): Promise<void> {
  const cases = z.array(DemoCase).parse(parse(await readFile(casesFile, 'utf8')))
  for (const demo of cases) {
    const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
    await database.transaction(scope, 'write', tx => seedOne(tx, policy, demo))
  }
}
