import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

type Json = Record<string, unknown>
const schema = (name: string): Json => JSON.parse(readFileSync(new URL(`ocds/${name}`, import.meta.url), 'utf8')) as Json
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON Merge Patch (RFC 7396), as OCDS extensions are applied. */
const patched = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch
  const base = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete base[key]
    else base[key] = patched(base[key], value)
  }
  return base
}

/** What the official schemas of OCDS 1.1 with the bids extension find wrong with a package; nothing where it is valid. */
export function ocdsFaults(): (file: { releases: readonly unknown[] }) => unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  const { id: _id, $schema: _draft, ...release } = patched(schema('release-schema.json'), schema('bid-extension.json')) as Json
  const ofRelease = ajv.compile({ ...release, $id: 'https://standard.open-contracting.org/schema/1__1__5/release-schema.json' })
  const { id: _package, $schema: _too, ...whole } = schema('release-package-schema.json')
  const ofPackage = ajv.compile(whole)
  return file => [
    ...file.releases.flatMap(each => (ofRelease(each) ? [] : (ofRelease.errors ?? []))),
    ...(ofPackage(file) ? [] : (ofPackage.errors ?? [])),
  ]
}
