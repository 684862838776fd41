import { randomBytes } from 'node:crypto'
import { loadPolicy } from '@jincun/policy/load'
import { buildProgram, prepareDatabase, seedDemonstration } from '@jincun/server'
import pg from 'pg'
import { demoInstant, testSecret } from './constants.ts'

const templates = { demo: 'jincun_template_demo', empty: 'jincun_template_empty' }
export type Template = keyof typeof templates

const addressOf = (clusterUrl: string, database: string): string => clusterUrl.replace(/\/postgres$/, `/${database}`)

async function asOwner<T>(clusterUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** On a server of one's own an earlier run may have left its templates, of another seed. */
export const dropTemplates = (clusterUrl: string): Promise<void> =>
  asOwner(clusterUrl, async client => {
    for (const name of Object.values(templates)) await client.query(`drop database if exists ${name}`)
  })

async function fill(url: string, template: Template): Promise<void> {
  await prepareDatabase(url)
  if (template === 'empty') return
  const policy = await loadPolicy()
  const program = await buildProgram({ databaseUrl: url, policy, secret: testSecret, now: () => demoInstant })
  await seedDemonstration(program, policy, demoInstant, demoInstant)
  await program.close()
}

/** Makes the template when the first test asks for it, under a lock that all workers share: tests of pure rules never pay for the seed. */
async function ensureTemplate(client: pg.Client, clusterUrl: string, template: Template): Promise<void> {
  await client.query('select pg_advisory_lock(1)')
  const name = templates[template]
  if ((await client.query('select from pg_database where datname = $1', [name])).rowCount === 0) {
    await client.query(`drop database if exists ${name}_unfinished`)
    await client.query(`create database ${name}_unfinished`)
    await fill(addressOf(clusterUrl, `${name}_unfinished`), template)
    await client.query(`alter database ${name}_unfinished rename to ${name}`)
  }
  await client.query('select pg_advisory_unlock(1)')
}

const newName = (): string => `jincun_test_${randomBytes(6).toString('hex')}`

/** A database of its own for one test file, copied from a template. Answers its owner's address. */
export const copyTemplate = (clusterUrl: string, template: Template): Promise<string> =>
  asOwner(clusterUrl, async client => {
    await ensureTemplate(client, clusterUrl, template)
    const name = newName()
    await client.query(`create database ${name} template ${templates[template]}`)
    return addressOf(clusterUrl, name)
  })

/** A database without a single table. Answers its owner's address. */
export const createBareDatabase = (clusterUrl: string): Promise<string> =>
  asOwner(clusterUrl, async client => {
    const name = newName()
    await client.query(`create database ${name}`)
    return addressOf(clusterUrl, name)
  })
