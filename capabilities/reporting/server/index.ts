import type { Capability } from '@jincun/http'
import { figuresCommand } from './figures-command.ts'
import { importCommand } from './import-command.ts'
import { templateCommand } from './template-command.ts'

/** Reporting: every figure from its source rows (2.2, 5.6, 6.4c, 6.4d, 6.4e). */
export const reporting: Capability = {
  name: 'reporting',
  migrations: new URL('./migrations/', import.meta.url),
  permissions: {},
  routes: [],
  commands: [templateCommand, importCommand, figuresCommand],
}
