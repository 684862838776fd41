import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export type PlainUser = { uid: number; gid: number }

async function find(names: readonly string[]): Promise<PlainUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  for (const name of names) {
    const line = lines.find(([user]) => user === name)
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) }
  }
  return undefined
}

/** PostgreSQL refuses to run as root; this finds the user it may run as, or makes one. */
export async function ensurePlainUser(): Promise<PlainUser> {
  const known = await find(['postgres', 'jincun'])
  if (known) return known
  await promisify(execFile)('useradd', ['--system', '--no-create-home', 'jincun'])
  const made = await find(['jincun'])
  if (!made) throw new Error('PostgreSQL cannot run as root and no plain user could be made. Start as an ordinary user.')
  return made
}

/** Whether any user can walk to a path: every folder above it lets others through. */
export async function reachableBy(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null)
    if (found && (found.mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
