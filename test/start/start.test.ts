import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword, demoPeople } from '@jincun/identity'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { copyTemplate, createBareDatabase } from '../support/templates.ts'
import { startAsUser } from './start-program.ts'
import type { Started } from './start-program.ts'

/** `npm start`, run as its own program with a data folder of its own: first start, second start, empty, on a server's database. */
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jincun-start-'))
  await chmod(folder, 0o755) // As root, PostgreSQL runs as another user, who must get in.
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const listed = demoPeople.filter(({ username }) => !/reviewer-[2-9]/.test(username))
const lastPerson = new RegExp(`${listed.at(-1)?.name}\n`)
const setUpCode = /设置码 code: ([0-9a-f]{12})\n/

async function start(args: readonly string[], more: Record<string, string>, lastLine: RegExp): Promise<Started> {
  const started = await startAsUser(args, { JINCUN_DATA: folder, ...more }, lastLine)
  onTestFinished(() => void started.stop())
  process.stdout.write(
    `start ${args.join(' ')}${more.DATABASE_URL ? ' on DATABASE_URL' : ''}: ready after ${started.seconds.toFixed(1)} s\n`,
  )
  return started
}

const ask = (started: Started, path: string, more?: RequestInit) => fetch(`${started.address}${path}`, more)

/** What anyone gets who opens the printed address: the page, its script, and what the public home asks first. */
async function expectServed(started: Started): Promise<void> {
  expect(await (await ask(started, '/healthz')).json()).toEqual({ ok: true })
  const home = await ask(started, '/')
  const page = await home.text()
  expect([home.status, page]).toEqual([200, expect.stringContaining('电子商务进农村综合示范')])
  const script = await ask(started, /<script[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '/no-script')
  expect([script.status, script.headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')])
}

let cookie = ''
const ownSession = { sessions: [expect.objectContaining({ current: true })] }
const accountOf = async (started: Started) => (await ask(started, '/api/account', { headers: { cookie } })).json()
const post = (started: Started, path: string, body: object) =>
  ask(started, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('the first start makes the database, seeds, serves, and prints the address and every demo person with the password', async () => {
  const started = await start([], {}, lastPerson)
  for (const line of ['Database brought up to date', 'Seeding the demonstration', demoPassword]) expect(started.said()).toContain(line)
  for (const { username, name } of listed) expect(started.said()).toMatch(new RegExp(`^ {2}${username} .*${name}$`, 'm'))
  await expectServed(started)

  const signedIn = await post(started, '/api/sign-in', { username: 'zhaojue-government', password: demoPassword })
  expect(signedIn.status).toBe(200)
  cookie = signedIn.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  expect(await accountOf(started)).toMatchObject(ownSession)

  expect(await started.stop()).toBe(0)
  expect(await fetch(started.address).catch(() => 'gone')).toBe('gone')
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
})

test('the second start takes seconds: nothing is installed, built, migrated or seeded again, and who was signed in still is', async () => {
  const started = await start([], {}, lastPerson)
  expect(started.said()).not.toMatch(/Installing|Building|brought up to date|Seeding/)
  expect(started.seconds).toBeLessThan(60)
  await expectServed(started)
  expect(await accountOf(started)).toMatchObject(ownSession)
  expect(await started.stop()).toBe(0)
})

async function peopleOf(url: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const { rows } = await owner.query<{ username: string }>('select username from person')
  await owner.end()
  return rows.map(({ username }) => username)
}

test('--empty on a PostgreSQL server: no demo data, nobody, and a code that lets the first administrator in', async () => {
  const url = await createBareDatabase(inject('clusterUrl'))
  const before = await readdir(folder)
  const started = await start(['--empty'], { DATABASE_URL: url }, setUpCode)
  expect(started.said()).toContain('DATABASE_URL')
  expect(started.said()).not.toMatch(/Seeding|（演示）/)
  expect(started.said()).not.toContain(demoPassword)
  expect(await readdir(folder)).toEqual(before)
  await expectServed(started)
  const firstAdministrator = {
    organisation: { id: randomUUID(), name: '某司' },
    person: { id: randomUUID(), username: 'first-administrator', name: '王某', password: 'a long password of my own' },
  }
  expect((await post(started, '/api/set-up', { ...firstAdministrator, setUpCode: 'guessed' })).status).toBe(403)
  const code = setUpCode.exec(started.said())?.[1]
  expect((await post(started, '/api/set-up', { ...firstAdministrator, setUpCode: code })).status).toBe(200)
  expect(await peopleOf(url)).toEqual(['first-administrator'])
  expect(await started.stop()).toBe(0)
})

test('DATABASE_URL serves the demonstration that the database holds', async () => {
  const started = await start([], { DATABASE_URL: await copyTemplate(inject('clusterUrl'), 'demo') }, lastPerson)
  expect(started.said()).not.toMatch(/brought up to date|Seeding/)
  await expectServed(started)
  expect(await started.stop()).toBe(0)
})
