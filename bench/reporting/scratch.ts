import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, openDatabase, startLocalServer } from '@jincun/db'
import type { Database } from '@jincun/db'
import { prepareDatabase } from '@jincun/server'
import pg from 'pg'

/** A durable PostgreSQL of its own; `make` adds a database with every migration. */
export type ReportingScratch = {
  folder: string
  postgres: string
  /** Processor seconds of PostgreSQL and all its backends that still live. */
  processorSeconds(): Promise<number>
  make(name: string): Promise<{ url: string; owner: Database }>
  close(): Promise<void>
}

const clockTicks = 100

/** Fields of /proc/PID/stat behind the name; the parent is the second, user and system time the twelfth and thirteenth. */
const statOf = async (pid: string): Promise<string[]> =>
  (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) /, '').split(' ')

async function processorSeconds(dataDirectory: string): Promise<number> {
  const postmaster = (await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0] ?? ''
  const all = await Promise.all(
    (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(async pid => ({ pid, stat: await statOf(pid) })),
  )
  const own = all.filter(({ pid, stat }) => pid === postmaster || stat[1] === postmaster)
  return own.reduce((sum, { stat }) => sum + (Number(stat[11]) + Number(stat[12])) / clockTicks, 0)
}

export async function openReportingScratch(): Promise<ReportingScratch> {
  const folder = await mkdtemp(join(tmpdir(), 'jincun-reporting-'))
  await chmod(folder, 0o755) // As root, PostgreSQL runs as another user, who must get in.
  const server = await startLocalServer({ binaries: await findBinaries(), dataDirectory: join(folder, 'postgres'), durable: true })
  const owners: Database[] = []
  const make = async (name: string) => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const url = server.url.replace(/\/postgres$/, `/${name}`)
    await prepareDatabase(url)
    const owner = openDatabase(url, { connections: 4, role: null })
    owners.push(owner)
    return { url, owner }
  }
  const close = async () => {
    for (const owner of owners) await owner.close()
    await server.stop()
    for (const path of [folder, server.dataDirectory, `${server.dataDirectory}.password`]) await rm(path, { recursive: true, force: true })
  }
  return {
    folder,
    postgres: `PostgreSQL ${server.version} (${server.origin})`,
    processorSeconds: () => processorSeconds(server.dataDirectory),
    make,
    close,
  }
}
