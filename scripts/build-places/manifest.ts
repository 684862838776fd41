import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a built file comes from: what its name begins with, and the raw tables behind it (scripts/… are in this repository). */
const origins: readonly [prefix: string, from: readonly string[]][] = [
  ['places/provinces', ['places/counties_2020.csv']],
  ['places/prefectures', ['places/counties_2020.csv']],
  [
    'places/counties',
    [
      'places/counties_2020.csv',
      'places/code_crosswalk_202006_202012.csv',
      'poverty/poverty_counties_832.csv',
      'programme/demo_counties_partial.csv',
    ],
  ],
  ['places/code-changes', ['places/code_crosswalk_202006_202012.csv', 'scripts/build-places/code-change-dates.csv']],
  ['places/townships/', ['places/townships_2020.csv']],
  ['programme/poverty-counties', ['poverty/poverty_counties_832.csv', 'scripts/build-places/notes.csv']],
  ['programme/deep-poverty-areas', ['places/counties_2020.csv']],
  ['programme/demonstration-counties', ['programme/demo_counties_partial.csv', 'scripts/build-places/notes.csv']],
  [
    'programme/province-counts',
    ['programme/demo_county_counts_by_province.csv', 'programme/demo_counts_national.csv', 'programme/demo_counties_partial.csv'],
  ],
  ['programme/national-counts', ['programme/demo_counts_national.csv']],
  ['programme/incentive-counties', ['programme/incentive_counties.csv']],
  ['programme/province-inputs-2020', ['factor/province_inputs.csv', 'places/counties_2020.csv']],
  ['programme/national-online-retail', ['factor/national_rural_online_retail.csv']],
]

export type Manifest = {
  script: string
  /** Raw tables by path, with the SHA-256 of their bytes. */
  sources: Record<string, string>
  files: { file: string; sha256: string; from: readonly string[] }[]
}

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Every CSV table under places/ and programme/ of a policy folder, by path. */
export const builtFiles = (policy: string): string[] =>
  ['places', 'programme']
    .flatMap(folder => readdirSync(join(policy, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`))
    .filter(file => file.endsWith('.csv'))
    .sort()

/** Which script made each table from which raw tables, with the hashes of both; a table whose origin is not told stops the build. */
export function manifestOf(raw: string, policy: string): Manifest {
  const files = builtFiles(policy).map(file => {
    const origin = origins.find(([prefix]) => file.startsWith(prefix))
    if (!origin) throw new Error(`Say in manifest.ts from which raw tables ${file} is made`)
    return { file, sha256: sha256Of(join(policy, file)), from: origin[1] }
  })
  const repository = join(import.meta.dirname, '..', '..')
  const sources = [...new Set(files.flatMap(({ from }) => from))].sort()
  const pathOf = (source: string) => join(source.startsWith('scripts/') ? repository : raw, source)
  return {
    script: 'scripts/build-places/build.ts',
    sources: Object.fromEntries(sources.map(source => [source, sha256Of(pathOf(source))])),
    files,
  }
}

export const writeManifest = (raw: string, policy: string): void =>
  writeFileSync(join(policy, 'built-files.json'), `${JSON.stringify(manifestOf(raw, policy), null, 2)}\n`)
