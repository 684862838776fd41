import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { startLocalServer } from './local-server.ts'

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

test('what was committed survives a killed server, and a second start joins the one that runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jincun-local-'))
  const settings = { binaries: await findBinaries('npm'), dataDirectory: join(folder, 'postgres'), durable: true }
  expect(settings.binaries.origin).toBe('npm')
  const one = await startLocalServer(settings)
  await ask(one.url, 'create table kept as select 1 as n')
  expect((await startLocalServer(settings)).url).toBe(one.url)
  const pid = Number(readFileSync(join(one.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const two = await startLocalServer(settings)
  expect(await ask(two.url, 'select n from kept')).toEqual([{ n: 1 }])
  await two.stop()
  for (const path of [folder, two.dataDirectory, `${two.dataDirectory}.password`]) await rm(path, { recursive: true, force: true })
})
