import type { Capability } from '@jincun/http'
import { commands } from './commands.ts'
import { readCoverage } from './read-coverage.ts'
import { rulesRoutes } from './routes.ts'

/** 规则与依据: public reading of the policy folder; no tables, no permissions of its own. */
export const rules: Capability = { name: 'rules', permissions: {}, routes: rulesRoutes(readCoverage()), commands }
