import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Caller, Task, TaskSource } from '@jincun/http'
import { endOfShanghaiDay } from '@jincun/kernel'
import { deadlineOf, parameterFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import { ownAssignments } from './assignment-store.ts'
import { ownInvitations } from './draw-store.ts'
import { countsOf } from './round-counts.ts'
import type { RoundCounts } from './round-counts.ts'
import { roundsByIds } from './round-store.ts'
import { waitingProvinces } from './round-work.ts'
import type { RoundRecord } from './round-store.ts'

/** The years whose notice knows a review; 2017 does not (its parameters have no reviewers). */
const reviewYears = (policy: PolicyPack): number[] =>
  Object.keys(policy.parameters.get('reviewers-per-application')?.values ?? {})
    .map(Number)
    .sort()

const roundTask = (record: RoundRecord, title: Bilingual, detail: Bilingual, due: Date, state: Task['state'] = 'do'): Task => ({
  id: `review-round-${record.round.id}`,
  title,
  detail,
  clause: record.round.settings.clause,
  due: due.toISOString(),
  href: `/review-rounds/${record.round.id}`,
  state,
})

/** What a round needs next, said by its state and counts. */
function nextStep(record: RoundRecord, counts: RoundCounts, due: Date): Task | null {
  const { title, state } = record.round
  const say = (zh: string, en: string, detailZh: string, detailEn: string, wait: Task['state'] = 'do') =>
    roundTask(record, { zh: `${title}：${zh}`, en: `${title}: ${en}` }, { zh: detailZh, en: detailEn }, due, wait)
  if (state === 'preparing')
    return say(
      '核对回避并公告抽取',
      'check conflicts and announce the draw',
      '专家库和席位在公告后不再变动',
      'Pool and seats are fixed by the announcement',
    )
  if (state === 'committed') return say('录入种子并抽取专家', 'enter the seed and draw', '抽取公告已发布', 'The announcement is public')
  if (state === 'inviting')
    return say(
      '落实专家并分配申报',
      'settle the panel and assign',
      `已接受${counts.accepted}人，未答复${counts.pending}人，谢绝或更换${counts.declined}人`,
      `${counts.accepted} accepted, ${counts.pending} open, ${counts.declined} declined or replaced`,
    )
  if (state === 'scoring') {
    const done = counts.assigned > 0 && counts.submitted === counts.assigned
    return say(
      done ? '结束评分' : '跟进评分进度',
      done ? 'close scoring' : 'follow the scoring',
      `已交${counts.submitted}/${counts.assigned}份`,
      `${counts.submitted}/${counts.assigned} handed in`,
      done || counts.ended > 0 ? 'do' : 'waiting',
    )
  }
  if (state === 'closed')
    return say('查看统计并确认结果', 'read the statistics and confirm', '评分已公开给主管部门', 'The scores are open to the office')
  return null
}

const officeTasks: TaskSource = {
  action: 'reviews.run',
  find: async ({ tx, caller, policy }) => {
    const tasks = await Promise.all(reviewYears(policy).map(year => tasksOfYear(tx, caller, policy, year)))
    return tasks.flat()
  },
}

async function tasksOfYear(tx: Transaction, caller: Caller, policy: PolicyPack, year: number): Promise<Task[]> {
  const due = deadlineOf(parameterFor(policy, 'ranked-list-deadline', year))
  const ids = await tx.rows<{ id: string }>(
    sql`select id from review_round where year = ${year} and state <> 'cancelled' order by created_at`,
  )
  const rounds = await roundsByIds(
    tx,
    ids.map(row => row.id),
  )
  const counts = await countsOf(
    tx,
    ids.map(row => row.id),
  )
  const begun = rounds.flatMap(record => {
    const found = counts.get(record.round.id)
    const task = found ? nextStep(record, found, due) : null
    return task ? [task] : []
  })
  const waiting = await waitingProvinces(tx, caller, year, rounds)
  const start = waiting.map(({ provinceCode, applications }) => ({
    id: `review-start-${provinceCode}-${year}`,
    title: { zh: `组织${year}年专家评审`, en: `Begin the expert review of ${year}` },
    detail: { zh: `${applications}份已受理的申报还没有安排评审`, en: `${applications} accepted applications stand before no round` },
    clause: parameterFor(policy, 'reviewers-per-application', year).clause,
    due: due.toISOString(),
    href: `/reviews/${year}`,
    state: 'do' as const,
  }))
  return [...begun, ...start]
}

/** Runs in the scope of the province, so every question names the reviewer's own account. */
const reviewerTasks: TaskSource = {
  action: 'reviews.score',
  find: async ({ tx, caller }) => {
    const me = caller.personId ?? ''
    const invitations = (await ownInvitations(tx, me)).filter(each => each.invitation.state === 'invited')
    const assignments = await ownAssignments(tx, me)
    const rounds = await roundsByIds(tx, [
      ...new Set([...invitations.map(each => each.invitation.roundId), ...assignments.map(each => each.roundId)]),
    ])
    return rounds.flatMap(record => {
      const own = assignments.filter(each => each.roundId === record.round.id)
      const invited = invitations.some(each => each.invitation.roundId === record.round.id)
      return reviewerTask(
        record,
        invited,
        own.length,
        own.filter(each => each.submittedAt !== null).length,
        own.some(each => each.recheckReason !== null),
      )
    })
  },
}

function reviewerTask(record: RoundRecord, invited: boolean, assigned: number, submitted: number, recheck: boolean): Task[] {
  const { title, id, settings, state } = record.round
  const due = record.scoringUntil ? endOfShanghaiDay(record.scoringUntil).toISOString() : null
  const task = (key: string, zh: string, en: string, detail: Bilingual, how: Task['state'], by: string | null): Task => ({
    id: `review-${key}-${id}`,
    title: { zh: `${title}：${zh}`, en: `${title}: ${en}` },
    detail,
    clause: settings.clause,
    due: by,
    href: '/my-reviews',
    state: how,
  })
  if (invited && (state === 'inviting' || state === 'scoring'))
    return [
      task(
        'invitation',
        '答复评审邀请并申明利害关系',
        'answer the invitation and declare ties',
        { zh: '未答复', en: 'Not answered' },
        'do',
        null,
      ),
    ]
  const progress = { zh: `已提交${submitted}/${assigned}份`, en: `${submitted}/${assigned} handed in` }
  if (recheck && state === 'closed') return [task('recheck', '按要求复核评分', 'look at a sheet again', progress, 'do', null)]
  if (state !== 'scoring' || assigned === 0) return []
  return [task('scoring', '评审打分', 'score applications', progress, submitted < assigned ? 'do' : 'done', due)]
}

export const roundTasks: readonly TaskSource[] = [officeTasks, reviewerTasks]
