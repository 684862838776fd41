import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { functionsOf, nonBlankLines } from './measure.ts'
import { files, isTest, productFiles, pureFiles, read, root, slices } from './repository.ts'

const fileStop = 250
const functionStop = 60
const isWordList = (file: string): boolean => /messages[^/]*\.ts$/.test(file)

test('the measure counts lines without blanks, in nested functions too', () => {
  const text = 'export function outer() {\n\n  const inner = () => {\n    return 1\n  }\n  return inner\n}\n'
  expect(nonBlankLines(text)).toBe(6)
  expect(functionsOf('x.ts', text)).toEqual([
    { name: 'outer', lines: 6 },
    { name: 'inner', lines: 3 },
  ])
})

test(`no file of the product is longer than ${fileStop} lines`, () => {
  const long = productFiles.filter(file => !isWordList(file)).map(file => `${file}: ${nonBlankLines(read(file))}`)
  expect(long.filter(entry => Number(entry.split(': ')[1]) > fileStop)).toEqual([])
})

test(`no function of the product is longer than ${functionStop} lines`, () => {
  const long = productFiles.flatMap(file =>
    functionsOf(file, read(file))
      .filter(({ lines }) => lines > functionStop)
      .map(({ name, lines }) => `${file} ${name}: ${lines}`),
  )
  expect(long).toEqual([])
})

/** What would let a rule answer differently tomorrow or elsewhere. */
const globals =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\.|\blocalStorage\b|\bwindow\.|\bdocument\.(body|cookie|createElement|querySelector)\b/

test('the search for globals finds each of them', () => {
  for (const breach of [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'process.env.X',
    'fetch("x")',
    'localStorage',
    'window.x',
    'document.cookie',
  ])
    expect(breach).toMatch(globals)
  expect('new Date(text)').not.toMatch(globals)
})

test('pure files take their clock, dice and surroundings as arguments', () => {
  expect(pureFiles.length).toBeGreaterThan(30)
  expect(pureFiles.filter(file => globals.test(read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual([])
})

test('nobody silences the type checker or the linter, or leaves work to be done', () => {
  const silenced = new RegExp(
    ['@ts-' + 'ignore', '@ts-' + 'nocheck', '@ts-' + 'expect-error', 'biome-' + 'ignore', '\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b'].join('|'),
  )
  expect(files.filter(file => /\.(tsx?|mjs|sql|css)$/.test(file) && silenced.test(read(file)))).toEqual([])
})

test('no test is skipped or run alone', () => {
  const skipped = new RegExp('\\b(test|it|describe)\\.' + '(skip|only|todo|fails)\\b')
  expect(files.filter(file => isTest(file) && /\.tsx?$/.test(file) && skipped.test(read(file)))).toEqual([])
})

test('every slice has its README, package.json and front door', () => {
  const missing = slices
    .flatMap(slice => ['README.md', 'package.json', 'index.ts'].map(file => `capabilities/${slice}/${file}`))
    .filter(file => !existsSync(join(root, file)))
  expect(missing).toEqual([])
})

test('the house has its papers', () => {
  const papers = [
    'README.md',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CHANGELOG.md',
    'LICENSE',
    '.ci/run',
    'docs/how-to/change-a-rule.md',
    'docs/how-to/add-a-year.md',
    'docs/how-to/add-a-capability.md',
    'docs/how-to/deploy.md',
  ]
  expect(papers.filter(file => !existsSync(join(root, file)))).toEqual([])
})

test('ARCHITECTURE.md is one page', () => {
  const text = read('ARCHITECTURE.md')
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(80)
  expect(text.length).toBeLessThanOrEqual(7_000) // What a printed page holds, table and all.
})

test('no link in the papers is dead', () => {
  const dead = files
    .filter(file => file.endsWith('.md'))
    .flatMap(file =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map(match => match[1] ?? '')
        .filter(link => !existsSync(join(root, dirname(file), link)))
        .map(link => `${file}: ${link}`),
    )
  expect(dead).toEqual([])
})
