import { refuse } from '@jincun/kernel'
import type { Refusal, RefusalKind, Result } from '@jincun/kernel'

const say = (kind: RefusalKind, code: string, zh: string, en: string, details?: unknown): Result<never, Refusal> =>
  refuse({ kind, code, message: { zh, en }, ...(details === undefined ? {} : { details }) })

/** Absent, or none of the caller's business: the two are not told apart. */
export const noSuchRound = (): Result<never, Refusal> =>
  say('not-found', 'no-such-round', '没有这个评审轮次，或者您不能查看。', 'There is no such review round, or it is not yours to see.')

export const noSuchAssignment = (): Result<never, Refusal> =>
  say('not-found', 'no-such-assignment', '没有分配给您的这份申报。', 'No such application is assigned to you.')

export const noSuchInvitation = (): Result<never, Refusal> =>
  say('not-found', 'no-such-invitation', '没有这份邀请，或者已经答复。', 'There is no such invitation, or it was answered already.')

export const stale = (current: unknown): Result<never, Refusal> =>
  say(
    'conflict',
    'stale-version',
    '别人刚刚改过这条记录，请刷新后在新内容上再改。',
    'Somebody changed this record just now; reload and edit the new content.',
    current,
  )

export const idInUse = (): Result<never, Refusal> =>
  say(
    'conflict',
    'id-already-used',
    '编号已用于另一条内容，请刷新后重新填写。',
    'This id already belongs to other content; reload and enter it anew.',
  )

export const conflictOf = (code: string, zh: string, en: string, details?: unknown): Result<never, Refusal> =>
  say('conflict', code, zh, en, details)
