import type { Command } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { look } from './look.ts'
import type { Look } from './look.ts'

const textOf = ({ orders, stations, signals }: Look): string =>
  [
    `${orders} orders of ${stations} stations; ${signals.length} signals, each a reason to open the file and no verdict`,
    ...signals.map(
      ({ rule, subjectKind, subjectCode, count, of, threshold }) =>
        `  ${subjectKind} ${subjectCode}  ${rule}  ${count} of ${of} (threshold ${threshold}/1000)`,
    ),
  ].join('\n')

/** `jincun signals --place COUNTY --from M --to M`: looks and keeps nothing. */
export const signalsCommand: Command = {
  name: 'signals',
  summary: 'Signals in the orders of a county and period, each with the rows it rests on; keeps nothing',
  usage: 'signals --place 511923 --from 2020-01 --to 2020-04 [--json]',
  options: { place: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  run: async ({ values: { place, from, to }, policy, now, openDatabase }) => {
    const month = /^20\d\d-(0[1-9]|1[0-2])$/
    if (typeof place !== 'string' || !/^\d{6}$/.test(place) || !month.test(String(from)) || !month.test(String(to)))
      return refuse({
        kind: 'invalid',
        code: 'wrong-use',
        where: 'signals',
        message: {
          zh: '请写明 --place 县级代码、--from 和 --to 月份（如 2020-01）。',
          en: 'Give --place with a county code, --from and --to with months such as 2020-01.',
        },
      })
    const opened = await openDatabase()
    if (!opened.ok) return opened
    const found = await opened.value.transaction({ personId: null, realm: '', jurisdictions: ['*'] }, 'snapshot', tx =>
      look(tx, policy, { county: place, from: String(from), to: String(to) }, now),
    )
    return found.ok ? accept({ json: found.value, text: textOf(found.value) }) : found
  },
}
