// npm run -s clause-coverage: writes policy/clause-coverage.json, which the page 规则与依据 reads.
import { writeFileSync } from 'node:fs'
import { coverageFile, coverageText, readCoverageOfRepository } from './read-repository.ts'

writeFileSync(coverageFile, coverageText(readCoverageOfRepository()))
