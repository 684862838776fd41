import { compile, sql } from '@jincun/db'
import { accept, formatShanghai, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Pool } from 'pg'
import { afterFailure, isLocked } from '../index.ts'
import type { LockOutPolicy, SignInRecord } from '../index.ts'
import { addressOf } from './sign-in-library.ts'
import type { SignInLibrary } from './sign-in-library.ts'

export type Credentials = { username: string; password: string; code?: string | undefined }

const refusals = {
  locked: (until: Date): Refusal => ({
    kind: 'too-many',
    code: 'locked-out',
    message: {
      zh: `登录失败次数过多，请在 ${formatShanghai(until)} 后再试。`,
      en: `Too many failed sign-ins. Try again after ${formatShanghai(until)}.`,
    },
  }),
  wrong: {
    kind: 'unauthenticated',
    code: 'wrong-credentials',
    message: { zh: '用户名、密码或动态码不正确。', en: 'The username, password or code is not right.' },
  } as Refusal,
  codeNeeded: {
    kind: 'unauthenticated',
    code: 'code-needed',
    message: { zh: '请输入动态码。', en: 'Enter the code of your authenticator.' },
  } as Refusal,
}

/** `name=value` pairs of the cookies a response sets, as the next request would send them. */
const cookieHeader = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')

/** The sign-in procedure: lock-out, password, second factor. Failures are counted outside the request's transaction so that refusing keeps them. */
export function createSignIn(pool: Pool, library: SignInLibrary) {
  async function recordOf(username: string): Promise<SignInRecord> {
    const found = await pool.query(
      compile(sql`select failures, locked_until as "lockedUntil" from sign_in_record where username = ${username}`),
    )
    return (found.rows[0] as SignInRecord | undefined) ?? { failures: 0, lockedUntil: null }
  }

  const keep = (username: string, record: SignInRecord) =>
    pool.query(
      compile(sql`insert into sign_in_record values (${username}, ${record.failures}, ${record.lockedUntil})
      on conflict (username) do update set failures = excluded.failures, locked_until = excluded.locked_until`),
    )

  async function secondFactor(first: Response, code: string): Promise<Response> {
    const headers = new Headers({ cookie: cookieHeader(first) })
    return library.api.verifyTOTP({ body: { code }, headers, asResponse: true })
  }

  async function tryCredentials({ username, password, code }: Credentials, headers: Headers): Promise<Response | 'code-needed'> {
    const first = await library.api.signInEmail({ body: { email: addressOf(username), password }, headers, asResponse: true })
    if (!first.ok) return first
    const { twoFactorRedirect } = (await first.clone().json()) as { twoFactorRedirect?: boolean }
    if (!twoFactorRedirect) return first
    return code === undefined ? 'code-needed' : secondFactor(first, code)
  }

  /** Answers the cookies of a new session. */
  return async (credentials: Credentials, headers: Headers, policy: LockOutPolicy, now: Date): Promise<Result<string[]>> => {
    const record = await recordOf(credentials.username)
    if (isLocked(record, now) && record.lockedUntil) return refuse(refusals.locked(record.lockedUntil))
    const response = await tryCredentials(credentials, headers)
    if (response === 'code-needed') return refuse(refusals.codeNeeded)
    if (!response.ok) {
      await keep(credentials.username, afterFailure(record, policy, now))
      return refuse(refusals.wrong)
    }
    await keep(credentials.username, { failures: 0, lockedUntil: null })
    return accept(response.headers.getSetCookie())
  }
}
