import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { wrongInput } from './wrong-input.ts'

export type Section = { name: string; line: number; rows: { line: number; words: readonly string[] }[] }

/** A VRPLIB file taken apart: head lines "KEY : value" and sections, each with its line number for messages. */
export type Vrplib = { head: ReadonlyMap<string, { value: string; line: number }>; sections: ReadonlyMap<string, Section> }

/** Takes a file apart; says where a line is neither head, section nor data. */
export function vrplibSections(text: string): Result<Vrplib> {
  const head = new Map<string, { value: string; line: number }>()
  const sections = new Map<string, Section>()
  let open: Section | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const [line, trimmed] = [index + 1, raw.trim()]
    if (trimmed === 'EOF') break
    if (trimmed === '') continue
    const key = /^([A-Z][A-Z_0-9]*)\s*(?::\s*(.*))?$/.exec(trimmed)
    if (key?.[1]?.endsWith('_SECTION')) {
      if (sections.has(key[1])) return wrongInput('section-twice', `line ${line}`, `${key[1]} stands twice; keep one`, `${key[1]} 出现两次`)
      open = { name: key[1], line, rows: [] }
      sections.set(key[1], open)
    } else if (key?.[1] && key[2] !== undefined) {
      head.set(key[1], { value: key[2].replaceAll(/^"|"$/g, '').trim(), line })
    } else if (open) open.rows.push({ line, words: trimmed.split(/[\s,]+/) })
    else
      return wrongInput(
        'stray-line',
        `line ${line}`,
        `'${trimmed.slice(0, 40)}' stands before any section; expected KEY : value`,
        '此行既不是“键 : 值”也不在任何段内',
      )
  }
  return accept({ head, sections })
}

/** A number of the file at its line. */
export function numberAt(word: string | undefined, line: number, what: string, { min = -Infinity } = {}): Result<number> {
  const value = Number(word)
  if (word === undefined || word === '' || !Number.isFinite(value))
    return wrongInput('not-a-number', `line ${line}`, `${what} should be a number, here stands '${word ?? ''}'`, `${what} 应为数字`)
  if (value < min)
    return wrongInput('negative', `line ${line}`, `${what} is ${value}; it should not be below ${min}`, `${what} 不能小于 ${min}`)
  return accept(value)
}

/** The number of a head line; `fallback` when the key is absent, a refusal when there is none. */
export function headNumber({ head }: Vrplib, key: string, fallback?: number): Result<number> {
  const entry = head.get(key)
  if (entry) return numberAt(entry.value, entry.line, key, { min: 0 })
  return fallback === undefined
    ? wrongInput('key-missing', key, `the file has no ${key}; add "${key} : number"`, `文件缺少 ${key}`)
    : accept(fallback)
}

/**
 * Rows "node value…" of a section by node, each node once.
 * @param width how many values follow the node at least
 */
export function valuesByNode(section: Section, nodes: number, width: number, min = -Infinity, first = 1): Result<number[][]> {
  const values: (number[] | undefined)[] = new Array(nodes)
  for (const { line, words } of section.rows) {
    const node = numberAt(words[0], line, 'a node')
    if (!node.ok) return node
    const index = node.value - first
    if (!Number.isInteger(index) || index < 0 || index >= nodes)
      return wrongInput(
        'unknown-node',
        `line ${line}`,
        `node ${words[0]} is not among ${first}–${nodes + first - 1}; check DIMENSION`,
        `节点 ${words[0]} 超出范围`,
      )
    if (values[index])
      return wrongInput('duplicate-id', `line ${line}`, `node ${words[0]} stands twice in ${section.name}`, `节点 ${words[0]} 重复`)
    const row: number[] = []
    for (let at = 0; at < Math.max(width, words.length - 1); at++) {
      const value = numberAt(words[at + 1], line, `value ${at + 1} of node ${words[0]} in ${section.name}`, { min })
      if (!value.ok) return value
      row.push(value.value)
    }
    values[index] = row
  }
  const missing = values.findIndex((_, index) => values[index] === undefined)
  if (missing >= 0 || values.length < nodes)
    return wrongInput(
      'node-missing',
      `line ${section.line}`,
      `${section.name} has no line for node ${missing + first}; DIMENSION promises ${nodes}`,
      `${section.name} 缺少节点 ${missing + first}`,
    )
  return accept(values as number[][])
}
