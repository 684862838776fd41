import type { Command } from '@jincun/http'
import { checkCommand } from './check-command.ts'
import { poolCommand } from './pool-command.ts'
import { shareCommand } from './share-command.ts'
import { siteCommand } from './site-command.ts'
import { solveCommand } from './solve-command.ts'

/** What plans, checks, shares and sites: these need neither server, policy nor database, so they start without them. */
export const planningCommands: readonly Command[] = [solveCommand, checkCommand, shareCommand, siteCommand, poolCommand]
