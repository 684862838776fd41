import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedPolicyFolder } from './load.ts'

/** A throw-away copy of policy/ that a test may spoil or extend; the copy goes when the test is over. */
export function withPolicyCopy<T>(use: (root: string) => T): T {
  const parent = mkdtempSync(join(tmpdir(), 'policy-'))
  const root = join(parent, 'policy')
  try {
    cpSync(shippedPolicyFolder, root, { recursive: true, filter: source => !source.startsWith(join(shippedPolicyFolder, 'places')) })
    return use(root)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** Rewrites one file of a copy; throws when the edit changes nothing, so that a test cannot pass by missing its target. */
export function rewrite(root: string, file: string, edit: (text: string) => string): void {
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  const after = edit(before)
  if (after === before) throw new Error(`The edit of ${file} changed nothing`)
  writeFileSync(path, after)
}
