import type { MinistrySystem } from '@jincun/policy'

/** An element of an answer: its local name, its own text, its children. */
export type XmlElement = { name: string; text: string; children: XmlElement[] }

/** What came back: the HTTP status and the bytes as text. */
export type RawAnswer = { status: number; text: string }

/**
 * What an answer means. Only `accepted` is success. `refused` is a plain no to this report, which sending again does not change. Everything else is
 * `unclear`: tried again, and never shown as done.
 */
export type AnswerVerdict =
  | { verdict: 'accepted'; receipt: string }
  | { verdict: 'refused'; message: string }
  | { verdict: 'unclear'; message: string }

const shown = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)

function find(root: XmlElement, names: readonly string[]): XmlElement[] {
  const own = names.includes(root.name) ? [root] : []
  return [...own, ...root.children.flatMap(child => find(child, names))]
}

const textOf = (root: XmlElement, names: readonly string[]): string => shown(find(root, names)[0]?.text ?? '')

/** A flat JSON object as elements, so that it is judged by the same words; null where the text is none. */
function fromJson(text: string): XmlElement | null {
  if (!text.trim().startsWith('{')) return null
  try {
    const members = Object.entries(JSON.parse(text) as Record<string, unknown>)
    return { name: 'out', text: '', children: members.map(([name, value]) => ({ name, text: String(value), children: [] })) }
  } catch {
    return null
  }
}

function verdictOf({ answer }: MinistrySystem, said: XmlElement): AnswerVerdict {
  const verdicts = find(said, [answer.verdict])
  const words = [...new Set(verdicts.map(({ text }) => text.trim().toLowerCase()))]
  const [word] = words
  if (word === undefined) return { verdict: 'unclear', message: `no ${answer.verdict} in the answer` }
  if (words.length > 1) return { verdict: 'unclear', message: `the answer says both ${words.join(' and ')}` }
  if (answer.accepted.includes(word)) return { verdict: 'accepted', receipt: textOf(said, answer.receipt) }
  if (answer.refused.includes(word)) return { verdict: 'refused', message: textOf(said, answer.message) || `${answer.verdict} ${word}` }
  return { verdict: 'unclear', message: `${answer.verdict} "${shown(word)}" means neither yes nor no` }
}

function faultOf(fault: XmlElement): AnswerVerdict {
  const [code, message] = [textOf(fault, ['faultcode']), textOf(fault, ['faultstring'])]
  // SOAP 1.1: a fault of the Client is the report's own and comes again however often it is sent; any other may pass.
  return { verdict: /(^|:)Client(\.|$)/.test(code) ? 'refused' : 'unclear', message: shown(`${code} ${message}`) || 'SOAP fault' }
}

/**
 * Reads an answer of the ministry's system. The known clients took silence, an absent verdict and a wrong one for success; here nothing but the
 * word agreed on is a yes.
 * @param parse reads XML strictly; null where it is none.
 */
export function judgeAnswer(system: MinistrySystem, raw: RawAnswer, parse: (text: string) => XmlElement | null): AnswerVerdict {
  const root = parse(raw.text)
  const body = root?.name === 'Envelope' ? root.children.find(({ name }) => name === 'Body') : undefined
  const [fault] = body ? find(body, ['Fault']) : []
  if (fault) return faultOf(fault)
  if (raw.status < 200 || raw.status > 299) return { verdict: 'unclear', message: `HTTP ${raw.status} ${shown(raw.text)}`.trim() }
  if (!body) return { verdict: 'unclear', message: raw.text.trim() === '' ? 'empty answer' : `no SOAP answer: ${shown(raw.text)}` }
  const outs = find(body, [system.soap.answer])
  if (outs.length > 1) return { verdict: 'unclear', message: 'more than one answer' }
  const [out] = outs
  const inner = out && out.children.length === 0 ? (parse(out.text) ?? fromJson(out.text)) : null
  return verdictOf(system, inner ?? body)
}
