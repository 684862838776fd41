import { readFile } from 'node:fs/promises'
import { appendAudit, publish } from '@jincun/db'
import type { Database, Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId, demoPeople } from '@jincun/identity'
import type { Result } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { parse } from 'yaml'
import { z } from 'zod'
import { sealOf } from '../../index.ts'
import { demoExpert, demoReviewId, demoSheet, DemoReview } from '../../demo-review.ts'
import { openScoring } from './assignment-work.ts'
import { ownAssignments } from './assignment-store.ts'
import { invitationsOf } from './draw-store.ts'
import { commitRound, drawRound, inviteReserves } from './draw-work.ts'
import { expertsOf, insertExpert } from './expert-store.ts'
import { answerOwn, recordAnswer } from './invitation-work.ts'
import { closeRound, confirm, publishOutcome } from './outcome-work.ts'
import { getRound } from './round-store.ts'
import { changeRound, createRound } from './round-work.ts'
import { handIn, keepDraft } from './scoring-work.ts'
import type { ReviewWork } from './review-work.ts'

const casesFile = new URL('../../cases/demo-review.yaml', import.meta.url)
const year = 2020
const seats = 5

/** The demonstration goes through the same verbs as everyone; one that refuses is a mistake in the cases and stops the seed. */
function got<T>(result: Result<T, { message: { zh: string } }>, what: string): T {
  if (!result.ok) throw new Error(`Demo review ${what}: ${result.reason.message.zh}`)
  return result.value
}

type Demo = { database: Database; policy: PolicyPack; newId: () => string; review: DemoReview; provinceName: string; roundId: string }

const nameOf = (username: string): string => demoPeople.find(person => person.username === username)?.name ?? ''

/** Runs as someone at an instant: the office sees its province, a reviewer nothing but his own. */
async function as<T>(demo: Demo, username: string, at: string, work: (work: ReviewWork) => Promise<T>): Promise<T> {
  const [now, realm, personId] = [new Date(at), 'demo', demoId(username)]
  const jurisdictions = username.endsWith('-commerce') ? [demo.review.province.slice(0, 2)] : []
  return demo.database.transaction({ personId, realm, jurisdictions }, 'write', (tx: Transaction) =>
    work({
      tx,
      now,
      policy: demo.policy,
      newId: demo.newId,
      caller: { personId, name: nameOf(username), realm },
      audit: async event => {
        await appendAudit(tx, { ...event, at: now, realm, personId })
      },
      publish: publication => publish(tx, { ...publication, realm, publishedAt: now, publishedBy: personId }),
    }),
  )
}

const office = <T>(demo: Demo, at: string, work: (work: ReviewWork, version: number) => Promise<T>): Promise<T> =>
  as(demo, `${demo.review.key}-commerce`, at, async context =>
    work(context, (await getRound(context.tx, demo.roundId))?.round.version ?? 0),
  )

async function prepare(demo: Demo): Promise<void> {
  const { review, provinceName, roundId } = demo
  const [text, number] = review.seed
  const order = { id: roundId, provinceCode: review.province, year, title: `（演示）${provinceName}${year}年专家评审` }
  await office(demo, '2020-05-16T09:00:00+08:00', async work => {
    for (const index of review.experts.keys()) {
      const personId = index < seats ? demoId(`${review.key}-reviewer-${index + 1}`) : null
      await insertExpert(work.tx, demoExpert(review, index, provinceName, personId), { realm: 'demo', now: work.now })
    }
    const round = got(await createRound(work, order), 'create')
    const settings = { ...round.settings, reviewersPerApplication: review.reviewersPerApplication, basis: review.basis }
    got(await changeRound(work, roundId, { version: 1, title: order.title, settings }), 'settings')
  })
  const sources = [
    { kind: 'sealed' as const, party: '（演示）省纪检监察组', seal: sealOf(text) },
    { kind: 'public-number' as const, party: '（演示）公开摇号', where: '（演示）2020年5月16日晚公开开出的号码' },
  ]
  const plan = { seats, fieldSeats: [{ field: 'joint-delivery', seats: 1 }], organisationMaximum: 1 }
  await office(demo, '2020-05-16T15:00:00+08:00', async (work, version) =>
    got(await commitRound(work, roundId, { version, plan, sources }), 'commit'),
  )
  await office(demo, '2020-05-17T09:00:00+08:00', async (work, version) =>
    got(await drawRound(work, roundId, { version, parts: [text, number] }), 'draw'),
  )
}

/** Experts with an account accept for themselves; the others decline by telephone and the next in drawn order is invited. */
async function settlePanel(demo: Demo): Promise<void> {
  const { review, roundId } = demo
  for (let turn = 0; turn < review.experts.length; turn++) {
    const open = await office(demo, '2020-05-17T10:00:00+08:00', async ({ tx }) => {
      const people = new Map((await expertsOf(tx, review.province)).map(({ expert }) => [expert.id, expert.personId]))
      const invited = (await invitationsOf(tx, roundId)).filter(each => each.invitation.state === 'invited')
      return invited.map(({ invitation }) => ({ id: invitation.id, personId: people.get(invitation.expertId) ?? null }))
    })
    if (open.length === 0) return
    for (const { id, personId } of open) {
      const own = demoPeople.find(person => demoId(person.username) === personId)
      if (own)
        await as(demo, own.username, '2020-05-17T11:00:00+08:00', async work =>
          got(await answerOwn(work, id, { answer: 'accept', reason: '', declared: [] }), 'accept'),
        )
      else
        await office(demo, '2020-05-17T11:30:00+08:00', async work =>
          got(await recordAnswer(work, roundId, id, { answer: 'decline', reason: '（演示）评审期间出差', declared: [] }), 'decline'),
        )
    }
    await office(demo, '2020-05-17T12:00:00+08:00', async (work, version) =>
      got(await inviteReserves(work, roundId, { version }), 'reserve'),
    )
  }
}

/** In the round that is still being scored, reviewer one has handed in one sheet and begun another, and reviewer two has not begun. */
const workOf = (until: DemoReview['until'], reviewer: number, place: number): 'submit' | 'draft' | 'none' => {
  if (until !== 'scoring' || reviewer > 1) return 'submit'
  if (reviewer === 1) return 'none'
  return place === 0 ? 'submit' : place === 1 ? 'draft' : 'none'
}

async function score(demo: Demo): Promise<void> {
  const { review, roundId } = demo
  for (let reviewer = 0; reviewer < seats; reviewer++)
    await as(demo, `${review.key}-reviewer-${reviewer + 1}`, '2020-05-18T10:00:00+08:00', async work => {
      const record = await getRound(work.tx, roundId)
      if (!record) throw new Error('Demo review: a reviewer cannot see the round')
      for (const [place, assignment] of (await ownAssignments(work.tx, work.caller.personId ?? '')).entries()) {
        const items = demoSheet(review, reviewer, assignment.countyCode, record.scorecard)
        const own = { record, assignment }
        const does = workOf(review.until, reviewer, place)
        const id = demoReviewId(`${review.key} sheet ${reviewer} ${assignment.countyCode}`)
        if (does === 'submit') got(await handIn(work, own, { id, items, comment: '（演示）总体评价', revisionReason: null }), 'sheet')
        if (does === 'draft') got(await keepDraft(work, own, { version: 0, items: items.slice(0, 3), comment: '' }), 'draft')
      }
    })
}

async function finish(demo: Demo): Promise<void> {
  const { review, roundId } = demo
  if (review.until === 'scoring') return
  await office(demo, '2020-05-18T16:00:00+08:00', async (work, version) => got(await closeRound(work, roundId, { version }), 'close'))
  if (review.until === 'closed') return
  const reasons = Object.fromEntries(
    ['score-spread', 'reviewer-lenient', 'reviewer-strict', 'reviewer-against-others'].map(code => [
      code,
      '（演示）已请专家复核，维持原分',
    ]),
  )
  await office(demo, '2020-05-18T17:00:00+08:00', async (work, version) =>
    got(await confirm(work, roundId, { version, reasons, basisChange: null }), 'confirm'),
  )
  await office(demo, '2020-05-18T17:30:00+08:00', async (work, version) =>
    got(await publishOutcome(work, roundId, { version, id: demoReviewId(`${review.key} publication`) }), 'publish'),
  )
}

/** 四川 is being scored, 贵州 waits for its confirmation, 甘肃 is confirmed and published: so every screen has something real to work on. */
export async function seedRounds({ database, policy, newId }: SeedContext): Promise<void> {
  const reviews = z.array(DemoReview).parse(parse(await readFile(casesFile, 'utf8')))
  for (const review of reviews) {
    const provinceName = nameOf(`${review.key}-commerce`).replace('商务经办', '')
    const demo = { database, policy, newId, review, provinceName, roundId: demoReviewId(`${review.key} round`) }
    await prepare(demo)
    await settlePanel(demo)
    await office(demo, '2020-05-17T15:00:00+08:00', async (work, version) =>
      got(await openScoring(work, demo.roundId, { version, scoringUntil: '2020-05-24' }), 'assign'),
    )
    await score(demo)
    await finish(demo)
  }
}
