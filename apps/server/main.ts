import { randomBytes } from 'node:crypto'
import { demoPassword, demoPeople, roles } from '@jincun/identity'
import { uuidV7 } from '@jincun/kernel'
import { PolicyFault } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { buildProgram, prepareDatabase } from './build.ts'
import { createDemoClock, demoBeginning } from './demo-clock.ts'
import { openOwnerDatabase } from './owner-database.ts'
import { seedDemonstration } from './seed.ts'
import { readSecret, readSettings } from './settings.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

function sayPeople(): void {
  say(`演示人员 Demo people (密码 password: ${demoPassword})`)
  for (const person of demoPeople.filter(({ username }) => !/reviewer-[2-9]/.test(username))) {
    const [grant] = person.grants
    say(`  ${person.username.padEnd(24)}${grant ? roles[grant.role].zh : ''}  ${person.name}`)
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  const policy = loadPolicy()
  const owner = await openOwnerDatabase(settings, 'made')
  const ran = await prepareDatabase(owner.url)
  if (ran.length > 0) say(`Database brought up to date: ${ran.length} migrations.`)
  const clock = createDemoClock(() => new Date())
  const setUpCode = randomBytes(6).toString('hex')
  const secret = await readSecret(settings.dataDirectory, process.env)
  const program = await buildProgram({
    databaseUrl: owner.url,
    policy,
    secret,
    now: clock.now,
    setUpCode,
    webRoot: settings.webRoot,
    secureCookies: settings.secureCookies,
    more: [clock.capability],
  })
  const realmOf = async () => (await program.database.pool.query<{ realm: string }>('select realm from installation')).rows[0]?.realm
  if (!settings.empty && (await realmOf()) === undefined) {
    say('Seeding the demonstration of the 2020 round …')
    await seedDemonstration(program, policy, demoBeginning, new Date())
  }
  await clock.read(program.database.pool)
  const address = await program.server.listen({ port: settings.port, host: settings.host })
  for (const capability of program.capabilities)
    void capability.resume?.({ database: program.database, policy, now: clock.now(), newId: () => uuidV7(clock.now(), randomBytes(10)) })
  const realm = await realmOf()
  say(`\n进村 Jincun — ${owner.origin}\n  ${address}\n`)
  if (realm === 'demo') sayPeople()
  if (realm === undefined) say(`首次设置 First set-up: ${address}/set-up   设置码 code: ${setUpCode}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void program
          .close()
          .then(owner.stop)
          .then(() => process.exit(0)),
    )
  }
}

await main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE' ? 'The port is taken. Choose another: npm start -- --port 3001' : undefined
  const fault = error instanceof PolicyFault ? error.message : undefined
  process.stderr.write(`${taken ?? fault ?? error.stack ?? error.message}\n`)
  process.exit(1)
})
