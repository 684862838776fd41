import { readFile } from 'node:fs/promises'
import type { Command } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { Surroundings } from './run-command.ts'

const noPolicy: PolicyPack = {
  sources: [],
  parameters: new Map(),
  lists: new Map(),
  ruleBooks: new Map(),
  factorSheets: new Map(),
  scorecards: new Map(),
  workPlans: new Map(),
  standards: new Map(),
  reportTypes: new Map(),
  goodsCategories: new Map(),
  ministrySystems: new Map(),
  signalRules: new Map(),
}

/** Files and a clock, no policy and no database. */
export const planningSurroundings = (commands: readonly Command[]): Surroundings => ({
  commands,
  readFile: path => readFile(path),
  loadPolicy: () => noPolicy,
  now: new Date(),
  openDatabase: async () =>
    refuse({
      kind: 'not-found',
      code: 'no-database',
      message: { zh: '规划命令不使用数据库。', en: 'Planning commands use no database.' },
    }),
})
