import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, startLocalServer } from '@jincun/db'
import type { LocalServer } from '@jincun/db'
import { loadPolicy } from '@jincun/policy/load'
import { buildProgram, prepareDatabase, seedDemonstration } from '@jincun/server'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { demoInstant, testSecret } from './constants.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's address of the throw-away cluster; test databases are copies of its templates. */
    clusterUrl: string
    /** Says which PostgreSQL the tests ran on. */
    postgres: string
  }
}

/** JINCUN_TEST_POSTGRES chooses: 'npm' (the embedded one), 'machine', or an owner's postgres:// address. */
async function startCluster(): Promise<{ url: string; postgres: string; stop: () => Promise<void> }> {
  const wanted = process.env.JINCUN_TEST_POSTGRES ?? 'machine'
  if (wanted.startsWith('postgres')) return { url: wanted, postgres: 'DATABASE_URL', stop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'jincun-test-'))
  await chmod(folder, 0o755) // As root, PostgreSQL runs as another user, who must get in.
  const binaries = await findBinaries(wanted === 'npm' ? 'npm' : 'machine')
  const server: LocalServer = await startLocalServer({ binaries, dataDirectory: join(folder, 'postgres'), durable: false })
  const stop = async () => {
    await server.stop()
    for (const path of [folder, server.dataDirectory, `${server.dataDirectory}.password`]) await rm(path, { recursive: true, force: true })
  }
  return { url: server.url, postgres: `${server.origin} ${server.version}`, stop }
}

async function makeTemplate(clusterUrl: string, name: string, seed: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name}`)
  await client.end()
  const url = clusterUrl.replace(/\/postgres$/, `/${name}`)
  await prepareDatabase(url)
  if (!seed) return
  const policy = await loadPolicy()
  const program = await buildProgram({ databaseUrl: url, policy, secret: testSecret, now: () => demoInstant })
  await seedDemonstration(program, policy, demoInstant, demoInstant)
  await program.close()
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  await makeTemplate(cluster.url, 'jincun_template_demo', true)
  await makeTemplate(cluster.url, 'jincun_template_empty', false)
  project.provide('clusterUrl', cluster.url)
  project.provide('postgres', cluster.postgres)
  return cluster.stop
}
