import type { Command } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import { resolveCode, searchPlaces, suggestionOf } from '../index.ts'
import { places } from './load-places.ts'

const wordsMissing = {
  kind: 'invalid',
  code: 'search-words-missing',
  message: { zh: '请写要查找的名称、代码或拼音首字母。', en: 'Say what to find: a name, a code or pinyin initials.' },
} as const

/** Reading places from the command line; the same search as the server's. */
export const commands: readonly Command[] = [
  {
    name: 'places find',
    summary: 'Find places by name, code, pinyin or initials',
    usage: 'places find <words> [--within 510000] [--json]',
    options: { within: { type: 'string' } },
    run: async ({ values, positionals }) => {
      const text = positionals.join(' ')
      if (text.trim() === '') return refuse(wordsMissing)
      const index = places()
      const within = typeof values.within === 'string' ? { within: values.within } : {}
      const found = searchPlaces(index, { text, ...within }).map(hit => suggestionOf(index, hit))
      const lines = found.map(each => `${each.code.padEnd(9)}  ${each.fullName}${each.validTo ? `（至 until ${each.validTo}）` : ''}`)
      return accept({ json: { places: found }, text: lines.join('\n') || '没有找到 Nothing found' })
    },
  },
  {
    name: 'places resolve',
    summary: 'The county a code stands for on a day, and why',
    usage: 'places resolve <code> [--on 2020-12-31] [--json]',
    options: { on: { type: 'string' } },
    run: async ({ values, positionals, now }) => {
      const day = typeof values.on === 'string' ? values.on : shanghaiDate(now)
      const resolved = resolveCode(places(), positionals[0] ?? '', day)
      if (!resolved.ok) return resolved
      const { county, changes, status } = resolved.value
      const reasons = changes.map(change => `  ${change.changedOn} ${change.reason.zh} ${change.reason.en} (${change.source})`)
      const text = [`${county.code}  ${county.name}${status === 'not-yet' ? `（${county.validFrom} 起 from then on）` : ''}`, ...reasons]
      return accept({ json: { ...resolved.value, onDate: day }, text: text.join('\n') })
    },
  },
]
