// npm test: installs what it lacks (packages, browser, fonts, PostgreSQL) and runs everything; ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureSystemPackages } from './system-packages.mjs'
import { ensureInstalled, ensureWebBuilt, root, typeScriptNode } from './prepare.mjs'

ensureInstalled()
ensureSystemPackages()
const node = typeScriptNode()
ensureWebBuilt(node)
const reports = join(root, 'test-results')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args]
const vitest = (name, filters, postgres) => ({
  name,
  report: join(reports, `${name}.json`),
  environment: { JINCUN_TEST_POSTGRES: postgres },
  command: bin(
    'vitest/vitest.mjs',
    'run',
    ...filters,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ),
})

// A check without a report counts as one test.
const steps = [
  { name: 'types', command: bin('typescript/bin/tsc', '--noEmit', '-p', '.') },
  { name: 'style', command: bin('@biomejs/biome/bin/biome', 'check', '.') },
  {
    name: 'imports',
    command: bin(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'packages',
      'capabilities',
      'apps',
    ),
  },
  { name: 'unused', command: bin('knip/bin/knip.js') },
  vitest('everything-on-embedded-postgresql', [], 'npm'),
  vitest(
    'on-real-postgresql',
    [
      'server/',
      'packages/db',
      'test/architecture/scope',
      'test/architecture/row-level-security',
      'test/bad-input/bad-input',
      'test/journeys/whole-round',
      'test/journeys/payments',
    ],
    process.env.DATABASE_URL ?? 'machine',
  ),
]

function countOf(step, exitCode) {
  if (!step.report) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  if (!existsSync(step.report)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(step.report, 'utf8'))
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + broken
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

/** What failed and why, once more in a few lines: the end of a long log is what people read first. */
function failuresOf(step) {
  if (!step.report || !existsSync(step.report)) return []
  const report = JSON.parse(readFileSync(step.report, 'utf8'))
  const brief = text => String(text).split('\n').slice(0, 6).join('\n    ')
  return report.testResults
    .filter(file => file.status === 'failed')
    .flatMap(file => {
      const path = relative(root, file.name)
      const tests = file.assertionResults.filter(({ status }) => status === 'failed')
      return tests.length === 0
        ? [`${path}: ${brief(file.message)}`]
        : tests.map(each => `${path} › ${each.fullName}\n    ${brief(each.failureMessages[0])}`)
    })
}

const { FORCE_COLOR: _, ...environment } = process.env
const withoutColour = { ...environment, NO_COLOR: '1' }
const failures = []
let passed = 0
let failed = 0
const only = process.argv.slice(2)
for (const step of steps.filter(({ name }) => only.length === 0 || only.includes(name))) {
  const begun = Date.now()
  const result = spawnSync(node, step.command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...withoutColour, ...step.environment },
  })
  const count = countOf(step, result.status)
  passed += count.passed
  failed += count.failed
  failures.push(...failuresOf(step))
  process.stdout.write(`— ${step.name}: ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - begun) / 1000)} s\n`)
}
for (const failure of failures) process.stdout.write(`✗ ${failure}\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
