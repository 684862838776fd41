// npm start: installs, builds, opens the database, seeds, serves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, ensureWebBuilt, root, typeScriptNode } from './prepare.mjs'

ensureInstalled()
const node = typeScriptNode()
ensureWebBuilt(node)
const server = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'apps/server/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
// The terminal sends Ctrl-C to both; this program waits until the server has stopped in good order.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', code => process.exit(code ?? 1))
