import { countOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { route, WithCookies } from '@jincun/http'
import type { Route } from '@jincun/http'
import { z } from 'zod'
import { Password } from '../index.ts'
import type { LockOutPolicy } from '../index.ts'
import type { createSignIn } from './sign-in.ts'
import type { SignInLibrary } from './sign-in-library.ts'

const lockOutPolicy = (policy: PolicyPack): LockOutPolicy => {
  const year = Math.max(...policy.ruleBooks.keys())
  return {
    attempts: countOf(parameterFor(policy, 'sign-in-attempts-maximum', year)),
    minutes: countOf(parameterFor(policy, 'lock-out-minutes', year)),
  }
}

const wrongPassword: Refusal = {
  kind: 'invalid',
  code: 'wrong-password',
  where: 'body.password',
  message: { zh: '当前密码不正确。', en: 'The present password is not right.' },
}
const wrongCode: Refusal = {
  kind: 'invalid',
  code: 'wrong-code',
  where: 'body.code',
  message: { zh: '动态码不正确，请核对手机时间后重试。', en: 'The code is not right. Check the clock of your phone and try again.' },
}

/** The library's answer as ours: its JSON and cookies when it is content, else the given refusal. */
async function answerOf(response: Response, refusal: Refusal): Promise<Result<WithCookies>> {
  return response.ok ? accept(new WithCookies(await response.json(), response.headers.getSetCookie())) : refuse(refusal)
}

const Code = z.string().regex(/^\d{6}$/, '动态码为 6 位数字 / the code has 6 digits')

const signInRoutes = (library: SignInLibrary, signIn: ReturnType<typeof createSignIn>): Route[] => [
  route({
    method: 'POST',
    path: '/api/sign-in',
    action: 'public',
    summary: 'Sign in by password and, where enrolled, code',
    body: z.strictObject({ username: z.string().min(1).max(60), password: z.string().min(1).max(128), code: Code.optional() }),
    handle: async ({ body, headers, policy, now }) => {
      const result = await signIn(body, headers, lockOutPolicy(policy), now)
      return result.ok ? accept(new WithCookies({ signedIn: true }, result.value)) : result
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-out',
    action: 'public',
    summary: 'End the session',
    handle: async ({ headers }) => answerOf(await library.api.signOut({ headers, asResponse: true }), wrongPassword),
  }),
]

const accountRoutes = (library: SignInLibrary): Route[] => [
  route({
    method: 'GET',
    path: '/api/account',
    action: 'signed-in',
    summary: 'Own account: sessions and whether a second factor is enrolled',
    handle: async ({ headers }) => {
      const session = await library.api.getSession({ headers })
      const sessions = await library.api.listSessions({ headers })
      const own = sessions.map(({ id, createdAt, expiresAt, userAgent }) => ({
        id,
        createdAt,
        expiresAt,
        userAgent,
        current: id === session?.session.id,
      }))
      return accept({ twoFactorEnabled: session?.user.twoFactorEnabled === true, sessions: own })
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/password',
    action: 'signed-in',
    summary: 'Change the own password; other sessions end',
    body: z.strictObject({ currentPassword: z.string(), newPassword: Password }),
    handle: async ({ headers, body }) =>
      answerOf(
        await library.api.changePassword({ body: { ...body, revokeOtherSessions: true }, headers, asResponse: true }),
        wrongPassword,
      ),
  }),
  route({
    method: 'POST',
    path: '/api/account/totp',
    action: 'signed-in',
    summary: 'Begin enrolling a second factor: the address for the QR code and the backup codes',
    body: z.strictObject({ password: z.string() }),
    handle: async ({ headers, body }) => answerOf(await library.api.enableTwoFactor({ body, headers, asResponse: true }), wrongPassword),
  }),
  route({
    method: 'POST',
    path: '/api/account/totp/verify',
    action: 'signed-in',
    summary: 'Finish enrolling by a first code',
    body: z.strictObject({ code: Code }),
    handle: async ({ headers, body }) => answerOf(await library.api.verifyTOTP({ body, headers, asResponse: true }), wrongCode),
  }),
  route({
    method: 'POST',
    path: '/api/account/totp/remove',
    action: 'signed-in',
    summary: 'Remove the second factor',
    body: z.strictObject({ password: z.string() }),
    handle: async ({ headers, body }) => answerOf(await library.api.disableTwoFactor({ body, headers, asResponse: true }), wrongPassword),
  }),
]

/** Signing in and out, and what people do with their own account. */
export const sessionRoutes = (library: SignInLibrary, signIn: ReturnType<typeof createSignIn>): Route[] => [
  ...signInRoutes(library, signIn),
  ...accountRoutes(library),
]
