import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { startMinistryServer } from './server.ts'
import type { Behaviour } from './server.ts'

/**
 * The stand-in as a program of its own: `node test/support/ministry-server/main.ts --port 8040`. A line typed changes its behaviour: accept, refuse, busy,
 * cut-before, cut-after, delay, fault, nonsense; an empty line lists what was kept.
 */
const behaviours: Record<string, Behaviour> = {
  accept: { kind: 'accept' },
  refuse: { kind: 'refuse', message: '站点编码不存在' },
  busy: { kind: 'busy' },
  'cut-before': { kind: 'cut-before' },
  'cut-after': { kind: 'cut-after' },
  delay: { kind: 'delay', milliseconds: 60_000 },
  fault: { kind: 'fault', code: 'Server' },
  nonsense: { kind: 'say', status: 200, body: '<html><body>系统维护中</body></html>' },
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '8040' } } })
const server = await startMinistryServer(Number(values.port))
process.stdout.write(`${server.address}\n${Object.keys(behaviours).join(' | ')}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const behaviour = behaviours[line.trim()]
  if (behaviour) server.behave(behaviour)
  else
    for (const { rptDate, userId, receipt, repeats, stations } of server.kept)
      process.stdout.write(`${rptDate} ${userId} ${stations.length} stations ${receipt}${repeats ? ` (+${repeats})` : ''}\n`)
}
await server.stop()
