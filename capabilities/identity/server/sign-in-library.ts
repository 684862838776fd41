import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Pool } from 'pg'

/** Accounts are usernames; the library wants an address, so each gets one that no mail can reach. */
export const addressOf = (username: string): string => `${username}@people.jincun.invalid`

/** Argon2id with the library's defaults (OWASP's first choice for passwords). */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Passwords, sessions and second factors, kept by better-auth in our database. Nobody signs up by themselves. */
export const createSignInLibrary = (settings: { pool: Pool; secret: string; secureCookies: boolean }) =>
  betterAuth({
    database: settings.pool,
    secret: settings.secret,
    baseURL: 'http://jincun.invalid',
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 12 * 3600, updateAge: 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: { useSecureCookies: settings.secureCookies, cookiePrefix: 'jincun', disableOriginCheck: true },
    plugins: [twoFactor({ issuer: '进村 Jincun', schema: { twoFactor: { modelName: 'auth_two_factor' } } })],
  })

export type SignInLibrary = ReturnType<typeof createSignInLibrary>
