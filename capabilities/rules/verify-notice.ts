import type { Clause, Parameter, PolicyPack } from '@jincun/policy'

/** One statement of the pack that was looked for in the notice's own text. */
export type Verification = { file: string; field: string; sought: readonly string[]; found: boolean }

const dayForms = (text: string): string[] => {
  const [, month = '', day = ''] = text.split('-')
  return [`${Number(month)}月${Number(day)}日`, `${Number(month)}月底`]
}

type Value = Parameter['values'][string]['value']

/** How a notice would write a value; empty where it would not write it as it stands (codes, flags, ids, 分). */
function written(unit: Parameter['unit'], value: Value): string[] {
  const text = String(value)
  if (unit === 'percent') return [`${text}%`, `${text}％`]
  if (unit === 'count' || unit === 'points') return [text]
  if (unit === 'ratio') return [text]
  return unit === 'date' ? dayForms(text) : []
}

/** Whether the text holds one of the forms, not as a part of a longer number. */
const holds = (text: string, forms: readonly string[]): boolean =>
  forms.some(form => new RegExp(`(?<!\\d)${form.replaceAll('.', '\\.')}(?!\\d)`).test(text))

/** The longest run of characters that a text shares with the notice. */
export function longestSharedRun(text: string, notice: string): string {
  let longest = ''
  for (let start = 0; start < text.length; start++)
    while (start + longest.length < text.length && notice.includes(text.slice(start, start + longest.length + 1)))
      longest = text.slice(start, start + longest.length + 1)
  return longest
}

/** Names and lists of places may be long and must be the same; a shared run beyond this is a copied sentence. */
const copiedFrom = 16

/** Paraphrases that copy the notice: clause, and the run they share. */
export function copiedRuns(clauses: readonly Clause[], notice: string): { id: string; run: string }[] {
  return clauses
    .map(({ id, paraphrase }) => ({ id, run: longestSharedRun(paraphrase.zh, notice) }))
    .filter(({ run }) => run.length >= copiedFrom)
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The text of a section, from its heading (三、) to the next one; the whole text for the annex. */
function sectionOf(notice: string, numeral: string): string {
  const start = notice.indexOf(`${numeral}、`)
  if (start < 0) return ''
  const end = notice.indexOf(`${numerals[numerals.indexOf(numeral) + 1]}、`, start)
  return end < 0 ? notice.slice(start) : notice.slice(start, end)
}

/** Whether there is such a place: 五（二） is a （二） within section 五. */
function standsIn(notice: string, where: string): boolean {
  if (where.startsWith('附件')) return notice.includes('附件')
  const subsection = /（.）/.exec(where)?.[0] ?? ''
  const section = sectionOf(notice, where.charAt(0))
  return section !== '' && section.includes(subsection)
}

/**
 * Looks in the notice's text for what the pack says of a year: every number that claims to be the notice's own, in the form a
 * notice writes it, and every section a clause is said to stand in. Numbers with an `origin` are not the notice's and not sought.
 */
export function verifyNotice(pack: PolicyPack, year: number, text: string): Verification[] {
  const notice = text.replace(/\s/g, '')
  const numbers = [...pack.parameters.values()].flatMap(({ id, unit, values }): Verification[] => {
    const value = values[year]
    const sought = value && !value.origin ? written(unit, value.value) : []
    if (sought.length === 0) return []
    return [{ file: `policy/parameters/${id}.yaml`, field: `values.${year}.value`, sought, found: holds(notice, sought) }]
  })
  const places = pack.sources
    .filter(source => source.year === year)
    .flatMap(({ id, clauses }) =>
      clauses.map(({ where }, index): Verification => {
        return { file: `policy/sources/${id}.yaml`, field: `clauses[${index}].where`, sought: [where], found: standsIn(notice, where) }
      }),
    )
  return [...numbers, ...places]
}
