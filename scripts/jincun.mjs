// npm run -s jincun -- <command>: the command line.
import { ensureInstalled, handOver, typeScriptNode } from './prepare.mjs'

ensureInstalled()
process.exit(handOver(typeScriptNode(), 'apps/cli/main.ts'))
