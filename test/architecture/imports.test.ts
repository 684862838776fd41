import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import configuration from '../../.dependency-cruiser.mjs'

/** Each rule's breach: a file, and the file it must not import. */
const breaches: readonly { rule: string; from: string; to: string }[] = [
  { rule: 'kernel-imports-nothing', from: 'packages/kernel/breach.ts', to: 'packages/policy/index.ts' },
  { rule: 'tools-know-no-programme', from: 'packages/policy/breach.ts', to: 'capabilities/places/index.ts' },
  { rule: 'capabilities-know-no-app', from: 'capabilities/places/breach.ts', to: 'apps/server/index.ts' },
  { rule: 'pure-part-touches-nothing', from: 'capabilities/reviews/breach.ts', to: 'packages/db/index.ts' },
  { rule: 'pure-part-uses-zod-only', from: 'capabilities/reviews/breach-npm.ts', to: 'node_modules/lodash/index.js' },
  { rule: 'server-and-web-never-meet', from: 'capabilities/reviews/server/breach.ts', to: 'capabilities/reviews/web/index.ts' },
  { rule: 'web-and-server-never-meet', from: 'capabilities/reviews/web/breach.ts', to: 'capabilities/reviews/server/index.ts' },
  { rule: 'other-slices-by-front-door', from: 'capabilities/reviews/breach-door.ts', to: 'capabilities/places/inside.ts' },
  { rule: 'public-pages-are-light', from: 'capabilities/disclosure/web/breach.ts', to: 'node_modules/antd/index.js' },
  { rule: 'no-tests-in-the-product', from: 'capabilities/reviews/breach-test.ts', to: 'capabilities/places/testing/factory.ts' },
  ...configuration.forbidden
    .filter(({ name }) => name.endsWith('-knows-no-later-slice'))
    .map(({ name }) => ({
      rule: name,
      from: `capabilities/${name.replace('-knows-no-later-slice', '')}/breach-order.ts`,
      to: 'capabilities/disclosure/index.ts',
    })),
]

let folder = ''
let result: ICruiseResult

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jincun-imports-'))
  for (const { to } of breaches) await plant(to, 'export const value = 1\n')
  for (const { from, to } of breaches)
    await plant(from, `import { value } from '${'../'.repeat(from.split('/').length - 1)}${to}'\nexport const own = value\n`)
  await plant('packages/kernel/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = b\n")
  await plant('packages/kernel/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = a\n")
  const { options, forbidden } = configuration
  const { output } = await cruise(['packages', 'capabilities', 'apps'], {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1])
  result = output as ICruiseResult
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const brokenRules = (from: string): string[] =>
  result.summary.violations.filter(violation => violation.from === from).map(violation => violation.rule.name)

test.each(breaches)('$rule: a planted breach fails', ({ rule, from }) => {
  expect(brokenRules(from)).toContain(rule)
})

test('no-cycles: a planted cycle fails', () => {
  expect(brokenRules('packages/kernel/cycle-a.ts')).toContain('no-cycles')
})

test('every rule has its breach', () => {
  const tried = new Set([...breaches.map(({ rule }) => rule), 'no-cycles'])
  expect(configuration.forbidden.map(({ name }) => name).filter(name => !tried.has(name))).toEqual([])
})
