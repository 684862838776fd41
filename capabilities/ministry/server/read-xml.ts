import { SaxesParser } from 'saxes'
import type { XmlElement } from '../index.ts'

const depthMaximum = 64

/** Reads XML strictly into elements by local name; null where it is not well-formed or declares a document type (entities are not for answers). */
export function readXml(text: string): XmlElement | null {
  const roots: XmlElement[] = []
  const open: XmlElement[] = []
  let broken = !text.trimStart().startsWith('<')
  const parser = new SaxesParser({ xmlns: true })
  const spoil = (): void => {
    broken = true
  }
  parser.on('error', spoil)
  parser.on('doctype', spoil)
  parser.on('opentag', ({ local }) => {
    const element: XmlElement = { name: local, text: '', children: [] }
    ;(open.at(-1)?.children ?? roots).push(element)
    open.push(element)
    if (open.length > depthMaximum) broken = true
  })
  parser.on('closetag', () => void open.pop())
  const hear = (piece: string): void => {
    const current = open.at(-1)
    if (current) current.text += piece
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  if (!broken) parser.write(text.replace(/^\uFEFF/, '').trimStart()).close()
  return broken || roots.length !== 1 ? null : (roots[0] ?? null)
}
