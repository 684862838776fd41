import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtFiles } from './manifest.ts'
import type { Manifest } from './manifest.ts'

const root = join(import.meta.dirname, '..', '..')
const policy = join(root, 'policy')
const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const manifest = JSON.parse(readFileSync(join(policy, 'built-files.json'), 'utf8')) as Manifest

test('every table of places and programme that ships is the very one the script in the repository made', () => {
  expect(manifest.files.map(({ file }) => file)).toEqual(builtFiles(policy))
  expect(manifest.files.filter(({ file, sha256 }) => sha256Of(join(policy, file)) !== sha256).map(({ file }) => file)).toEqual([])
  expect(existsSync(join(root, manifest.script))).toBe(true)
})

test('each is made from raw tables named with their hash; those kept in the repository are the ones it was made from', () => {
  const { sources, files } = manifest
  expect(new Set(files.flatMap(({ from }) => from))).toEqual(new Set(Object.keys(sources)))
  expect(Object.values(sources).every(hash => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  const kept = Object.entries(sources).filter(([source]) => source.startsWith('scripts/'))
  expect(kept.length).toBeGreaterThan(0)
  for (const [source, hash] of kept) expect([source, sha256Of(join(root, source))]).toEqual([source, hash])
})
