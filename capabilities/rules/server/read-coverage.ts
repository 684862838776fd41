import { readFileSync } from 'node:fs'
import { Coverage } from '../coverage.ts'

/** The index that was built with this version of the program. */
export const readCoverage = (): Coverage =>
  Coverage.parse(JSON.parse(readFileSync(new URL('../../../policy/clause-coverage.json', import.meta.url), 'utf8')))
