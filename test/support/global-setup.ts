import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, startLocalServer } from '@jincun/db'
import type { LocalServer } from '@jincun/db'
import type { TestProject } from 'vitest/node'
import { dropTemplates } from './templates.ts'

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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  await dropTemplates(cluster.url)
  project.provide('clusterUrl', cluster.url)
  project.provide('postgres', cluster.postgres)
  return cluster.stop
}
