import { accept, formatShanghai, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Pool } from 'pg'
import { isLocked } from '../index.ts'
import type { LockOutPolicy } from '../index.ts'
import { addressOf } from './sign-in-library.ts'
import type { SignInLibrary } from './sign-in-library.ts'
import { createSignInRecord } from './sign-in-record.ts'

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

/**
 * The sign-in procedure: lock-out, password, second factor. The lock is asked before the password, to spare the work, and again in
 * the statement that counts the try: of tries sent at once, those that end after the lock fell are refused, right or wrong alike.
 */
export function createSignIn(pool: Pool, library: SignInLibrary) {
  const record = createSignInRecord(pool)

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

  /** Ends the session that a right password opened while others locked the account. */
  async function turnAway(response: Response, username: string, now: Date): Promise<Refusal> {
    await library.api.signOut({ headers: new Headers({ cookie: cookieHeader(response) }), asResponse: true })
    return refusals.locked((await record.find(username)).lockedUntil ?? now)
  }

  /** Answers the cookies of a new session. */
  return async (credentials: Credentials, headers: Headers, policy: LockOutPolicy, now: Date): Promise<Result<string[]>> => {
    const { username } = credentials
    const before = await record.find(username)
    if (isLocked(before, now) && before.lockedUntil) return refuse(refusals.locked(before.lockedUntil))
    const response = await tryCredentials(credentials, headers)
    if (response === 'code-needed') return refuse(refusals.codeNeeded)
    if (response.ok) {
      if (await record.pass(username, now)) return accept(response.headers.getSetCookie())
      return refuse(await turnAway(response, username, now))
    }
    const { failures, lockedUntil } = await record.fail(username, policy, now)
    return refuse(failures > policy.attempts && lockedUntil ? refusals.locked(lockedUntil) : refusals.wrong)
  }
}
