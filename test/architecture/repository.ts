import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Every file of the repository that git knows or would take, by its path from the root. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
  .split('\n')
  .filter(file => file !== '' && existsSync(join(root, file)))

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

export const isTest = (file: string): boolean => /\.test\.tsx?$|^test\/|^bench\/|\/testing\//.test(file)

/** TypeScript of the product: no tests, no declarations. */
export const productFiles = files.filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTest(file))

/** The pure part of the slices: everything directly in the slice's folder. */
export const pureFiles = productFiles.filter(file => /^capabilities\/[^/]+\/[^/]+\.ts$/.test(file))

export const slices = [...new Set(files.filter(file => file.startsWith('capabilities/')).map(file => file.split('/')[1] ?? ''))]
