import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverageOf } from '@jincun/rules'
import type { Coverage, RepositoryFile } from '@jincun/rules'
import { loadPolicy } from '@jincun/policy/load'
import { capabilities } from '../../apps/web/capabilities.ts'

/** The repository's root. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url))
export const coverageFile: string = join(root, 'policy/clause-coverage.json')

/**
 * Where clauses are carried: slices, and the tests of the whole. The policy package and the slice that shows the clauses
 * cite them all without carrying any; record factories of tests carry none either.
 */
const folders = ['capabilities', 'test']
const leftOut = /^capabilities\/rules\/|\/(node_modules|dist|testing)\//

/** Source, worked cases and tests; paths from the root with '/'. */
function filesUnder(folder: string): RepositoryFile[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return names
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(path => /\.(tsx?|sql|yaml)$/.test(path) && !leftOut.test(path))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The index of this repository as it stands on disk. */
export function readCoverageOfRepository(): Coverage {
  const pages = capabilities.flatMap(capability => capability.pages)
  return coverageOf(loadPolicy(), folders.filter(folder => existsSync(join(root, folder))).flatMap(filesUnder), pages)
}

/** The text of policy/clause-coverage.json: stable, one entry a line, so that a change reads well in review. */
export const coverageText = (coverage: Coverage): string => `${JSON.stringify(coverage, null, 1)}\n`
