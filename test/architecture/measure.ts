import { parseSync } from 'oxc-parser'

export type MeasuredFunction = { name: string; lines: number }

type Node = {
  type: string
  start: number
  end: number
  id?: { name?: string } | null
  key?: { name?: string }
  body?: unknown
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

/** Non-blank lines. */
export const nonBlankLines = (text: string): number => text.split('\n').filter(line => line.trim() !== '').length

/** Every function of a file with its non-blank lines; data held in an array of a route table is not one function but many. */
export function functionsOf(file: string, text: string): MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  const walk = (node: unknown, name: string): void => {
    if (Array.isArray(node)) {
      for (const member of node) walk(member, name)
      return
    }
    if (!isNode(node)) return
    const called = node.id?.name ?? node.key?.name ?? name
    if (functionTypes.includes(node.type)) found.push({ name: called, lines: nonBlankLines(text.slice(node.start, node.end)) })
    for (const [key, member] of Object.entries(node)) if (key !== 'parent') walk(member, called)
  }
  walk(parseSync(file, text).program, '(module)')
  return found
}
