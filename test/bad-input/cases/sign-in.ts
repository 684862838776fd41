import { demoId, demoPassword } from '@jincun/identity'
import { bytes, get, id, json } from '../bad-request.ts'
import type { BadRequest, World } from '../bad-request.ts'
import { text } from '../files.ts'
import { draft } from './draft.ts'

const signIn = (body: unknown) => json('POST', '/api/sign-in', body)
const with_ = (headers: Record<string, string>) => ({ ...get('/api/home'), headers })

/** A session of its own, since all others of the person go on. */
let stale = ''
async function outlivedSession({ program }: World): Promise<void> {
  const answer = await program.anyone.send('POST', '/api/sign-in', { username: 'tanchang-office', password: demoPassword })
  stale = [answer.headers['set-cookie']]
    .flat()
    .map(cookie => String(cookie).split(';')[0])
    .join('; ')
  await program.owner.query(`update auth_session set "expiresAt" = now() - interval '1 second' where "userId" in
    (select "userId" from auth_session order by "createdAt" desc limit 1)`)
}

let revoked = ''
async function revokedKey({ program }: World): Promise<void> {
  const administrator = await program.as('administrator')
  const wanted = {
    id: id(110),
    name: '（演示）省平台',
    organisationId: demoId('sichuan-commerce'),
    grant: { role: 'provincial-commerce', placeCode: '510000' },
  }
  revoked = (await administrator.send<{ key: string }>('POST', '/api/api-keys', wanted)).body.key
  await administrator.send('DELETE', `/api/api-keys/${id(110)}`)
}

async function lockOut({ program }: World): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++)
    await program.anyone.send('POST', '/api/sign-in', { username: 'gansu-poverty', password: 'wrong' })
}

/** Who asks: sessions, keys, passwords. */
export const signInCases: readonly BadRequest[] = [
  { name: 'no session', send: () => get(draft()), status: 401, code: 'sign-in-needed', says: '请先登录。' },
  {
    name: 'a made-up cookie',
    send: () => with_({ cookie: 'jincun.session_token=forged.signature' }),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'a made-up API key',
    send: () => with_({ authorization: `Bearer jincun_${'A'.repeat(43)}` }),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'a session that ran out',
    prepare: outlivedSession,
    send: () => with_({ cookie: stale }),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
    mayChange: ['auth_session'],
  },
  {
    name: 'an API key that was revoked',
    prepare: revokedKey,
    send: () => with_({ authorization: `Bearer ${revoked}` }),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'the right password after too many wrong ones',
    prepare: lockOut,
    send: () => signIn({ username: 'gansu-poverty', password: demoPassword }),
    status: 429,
    code: 'locked-out',
    says: '登录失败次数过多，请在 2020-05-20 09:15:00 后再试。',
  },
  {
    name: 'a session of another kind',
    send: () => with_({ authorization: 'Basic Y2VudHJlOmppbmN1bg==' }),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'an upload without a session',
    send: () => bytes(draft(`attachments?id=${id(5)}&name=a.pdf`), text('%PDF-1.4')),
    status: 401,
    code: 'sign-in-needed',
    says: '请先登录。',
  },
  {
    name: 'a wrong password',
    send: () => signIn({ username: 'centre', password: 'wrong' }),
    status: 401,
    code: 'wrong-credentials',
    says: '用户名、密码或动态码不正确。',
    mayChange: ['sign_in_record'],
  },
  {
    name: 'a username nobody has',
    send: () => signIn({ username: "centre' --", password: 'wrong' }),
    status: 401,
    code: 'wrong-credentials',
    says: '用户名、密码或动态码不正确。',
    mayChange: ['sign_in_record'],
  },
  {
    name: 'a password of 100,000 characters',
    send: () => signIn({ username: 'centre', password: 'x'.repeat(100_000) }),
    status: 400,
    code: 'invalid-input',
    says: 'body.password：最多 128 个字',
    where: 'body.password',
  },
  {
    name: 'a code of letters',
    send: () => signIn({ username: 'centre', password: demoPassword, code: 'abcdef' }),
    status: 400,
    code: 'invalid-input',
    says: 'body.code：动态码为 6 位数字',
    where: 'body.code',
  },
]
