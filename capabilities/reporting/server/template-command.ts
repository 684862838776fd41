import type { Command } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import { goodsCategoriesFor, reportTypesOn } from '@jincun/policy'
import { reportCsvTemplate, reportSchema } from '../index.ts'

/** `jincun template transactions --csv`: header, JSON Schema and fields of a report type, from the one definition in policy/reports. */
export const templateCommand: Command = {
  name: 'template',
  summary: 'Prints the CSV template (--csv) or JSON Schema (--schema) of a report, or its fields',
  usage: 'template REPORT [--csv | --schema] [--json]   reports: transactions, daily-station, monthly-…, annual-county-economy',
  options: { csv: { type: 'boolean' }, schema: { type: 'boolean' } },
  run: async ({ positionals, values, policy, now }) => {
    const day = shanghaiDate(now)
    const types = reportTypesOn(policy, day)
    const type = types.find(({ id }) => id === positionals[0])
    const known = types.map(({ id }) => id).join(', ')
    if (!type || positionals.length > 1)
      return refuse({
        kind: 'invalid',
        code: 'wrong-use',
        where: 'template',
        message: { zh: `请写明报表：${known}。`, en: `Name a report: ${known}.` },
      })
    const categories = goodsCategoriesFor(policy, day)
    const header = reportCsvTemplate(type)
    const schema = reportSchema(type, categories)
    if (values.csv) return accept({ json: { header: header.split(','), csv: `${header}\n` }, text: header })
    if (values.schema) return accept({ json: schema, text: JSON.stringify(schema, null, 2) })
    const lines = type.fields.map(({ id, title, required, kind, hint }) =>
      [
        `  ${id.padEnd(28)}${required ? '*' : ' '} ${kind.padEnd(10)}${title.zh} / ${title.en}`,
        hint ? `（${hint.zh} / ${hint.en}）` : '',
      ].join(' '),
    )
    return accept({
      json: { ...type, schema, csv: header },
      text: [`${type.title.zh} / ${type.title.en} v${type.version}`, ...lines].join('\n'),
    })
  },
}
