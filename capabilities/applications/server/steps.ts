import { accept, answerRepeated, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import {
  acceptApplication,
  confirmFact,
  reopenApplication,
  returnApplication,
  ruleOnLine,
  submitApplication,
  withdrawApplication,
} from '../index.ts'
import type { ActionEntry, Application, ApplicationAction, ConfirmableRule, LineRuling, RulesNotMet, Step } from '../index.ts'
import { deadlineClause } from '../deadline.ts'
import { keep, orderHashOf } from './saving.ts'
import type { Made } from './saving.ts'
import * as store from './store.ts'
import * as records from './store-records.ts'
import { findingsOf, groundsOf } from './grounds.ts'
import type { Grounds } from './grounds.ts'
import { notFound } from './work.ts'
import type { Work } from './work.ts'

/** An action on an application: the caller's id for it, and the reason where one is wanted. */
export type WantedStep = { id: string; reason?: string }
type Outcome<Taken extends Step> = Result<Taken, Refusal | RulesNotMet>
type Verb<Taken extends Step> = (
  application: Application,
  moment: { by: Work['by']; pack: Work['policy']; now: Date; reason: string },
  grounds: Grounds,
) => Outcome<Taken>
/** What is written beside the step itself, in the same transaction. */
type Also<Taken> = (taken: Taken) => Promise<void>

async function writeEntry(
  work: Work,
  application: Application,
  before: Application,
  entry: ActionEntry & { id: string; orderHash?: string },
): Promise<void> {
  const { tx, now, realm, audit } = work
  await records.insertEntry(tx, application, entry, { realm, now })
  await audit({
    countyCode: application.countyCode,
    action: `applications.${entry.action}`,
    recordKind: 'application',
    recordId: application.id,
    before: { state: entry.from, version: before.version },
    after: { state: entry.to, version: application.version },
    ...(entry.reason === null ? {} : { reason: entry.reason }),
  })
}

/** Loads, decides, saves: one transaction, and the same id again is the same step. */
async function takeStep<Taken extends Step>(
  work: Work,
  at: { county: string; id: string; action: ApplicationAction; via?: Made['via'] },
  wanted: WantedStep,
  verb: Verb<Taken>,
  also: Also<Taken> = async () => undefined,
): Promise<Result<Application, Refusal | RulesNotMet>> {
  const { tx, now, policy: pack, by } = work
  const stored = await store.findApplication(tx, at.county, at.id, 'change')
  if (!stored) return refuse(notFound)
  const sent = await records.findEntry(tx, at.county, wanted.id)
  const orderHash = orderHashOf({ ...wanted, id: at.id, action: at.action })
  if (sent) return answerRepeated(stored.application, sent.orderHash, orderHash)
  const grounds = await groundsOf(work, at.county, stored.application.year)
  if (!grounds.ok) return grounds
  const taken = verb(stored.application, { by, pack, now, reason: wanted.reason ?? '' }, grounds.value)
  if (!taken.ok) return taken
  const { application, entry } = taken.value
  await also(taken.value)
  await writeEntry(work, application, stored.application, { ...entry, id: wanted.id, orderHash })
  const kept = await keep(work, application, at.via && { id: wanted.id, edits: {}, via: at.via })
  return kept.ok ? accept(application) : kept
}

/** 5.2: the county government submits what it saw; frozen under its hash. */
export const submit = (work: Work, county: string, id: string, wanted: WantedStep & { version: number }) =>
  takeStep(
    work,
    { county, id, action: 'submit' },
    wanted,
    (application, moment, grounds) =>
      submitApplication(
        application,
        wanted.version,
        { ...grounds, findings: findingsOf(application, grounds, work.policy) },
        { ...moment },
      ),
    async ({ application, submission, hash }) => records.insertSubmission(work.tx, application, { id: wanted.id, submission, hash }, work),
  )

export const giveBack = (work: Work, county: string, id: string, wanted: WantedStep) =>
  takeStep(work, { county, id, action: 'return' }, wanted, (application, moment) => returnApplication(application, moment))

export const takeIntoReview = (work: Work, county: string, id: string, wanted: WantedStep) =>
  takeStep(work, { county, id, action: 'accept' }, wanted, (application, moment) => acceptApplication(application, moment))

export const withdraw = (work: Work, county: string, id: string, wanted: WantedStep) =>
  takeStep(work, { county, id, action: 'withdraw' }, wanted, (application, moment) => withdrawApplication(application, moment))

/** 5.3: the centre reopens, in public; the forfeiture is written first, dated at the deadline. */
export const reopen = (work: Work, county: string, id: string, wanted: WantedStep & { until: Date }, forfeitureId: string) =>
  takeStep(
    work,
    { county, id, action: 'reopen' },
    wanted,
    (application, moment) => reopenApplication(application, wanted.until, moment),
    async ({ application, forfeiture, entry }) => {
      const { year, extendedTo } = application
      const title = { zh: `裁定重新开放 ${county} 的 ${year} 年申报`, en: `Ruling to reopen the application of ${county}, ${year}` }
      const content = {
        applicationId: id,
        forfeitedAt: forfeiture.at,
        extendedTo,
        reason: entry.reason,
        ruledBy: { name: entry.by.name, office: entry.by.office },
      }
      await writeEntry(work, application, application, { ...forfeiture, id: forfeitureId })
      await work.publish({
        id: wanted.id,
        countyCode: county,
        kind: 'reopening',
        year,
        title,
        content,
        clause: deadlineClause(work.policy, year),
      })
    },
  )

/** 3.6: a ruling on a doubtful line is public from the moment it is made. */
export const rule = (work: Work, county: string, id: string, wanted: WantedStep & Pick<LineRuling, 'lineId' | 'lineName' | 'decision'>) =>
  takeStep(
    work,
    { county, id, action: 'rule', via: 'ruling' },
    wanted,
    (application, moment) =>
      ruleOnLine(application, { id: wanted.id, lineId: wanted.lineId, lineName: wanted.lineName, decision: wanted.decision }, moment),
    async ({ application, ruling }) => {
      const { ruledBy: _person, ...said } = ruling
      const title = { zh: `预算行裁定：${ruling.lineName}`, en: `Ruling on a budget line: ${ruling.lineName}` }
      const content = { ...said, ruledBy: { name: ruling.ruledBy.name, office: ruling.ruledBy.office } }
      await records.insertRuling(work.tx, application, ruling, work)
      await work.publish({
        id: wanted.id,
        countyCode: county,
        kind: 'line-ruling',
        year: application.year,
        title,
        content,
        clause: ruling.clause,
      })
    },
  )

/** An authority settles what the public lists leave open; public too. */
export const confirm = (work: Work, county: string, id: string, wanted: WantedStep & { rule: ConfirmableRule; holds: boolean }) =>
  takeStep(
    work,
    { county, id, action: 'confirm', via: 'confirmation' },
    wanted,
    (application, moment, grounds) =>
      confirmFact(
        application,
        { id: wanted.id, rule: wanted.rule, holds: wanted.holds },
        findingsOf(application, grounds, work.policy),
        moment,
      ),
    async ({ application, confirmation, clause }) => {
      const { confirmedBy, ...said } = confirmation
      const title = { zh: `名单未载事实的确认：${wanted.rule}`, en: `Confirmation of a fact the lists leave open: ${wanted.rule}` }
      const content = { ...said, confirmedBy: { name: confirmedBy.name, office: confirmedBy.office } }
      await records.insertConfirmation(work.tx, application, confirmation, work)
      await work.publish({ id: wanted.id, countyCode: county, kind: 'fact-confirmation', year: application.year, title, content, clause })
    },
  )
