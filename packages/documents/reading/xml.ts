import { SaxesParser } from 'saxes'
import { unreadable } from './unreadable-file.ts'

export type XmlHandler = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const notXml = () =>
  unreadable(
    'file-damaged',
    '文件内部结构已损坏，无法读取；请在 Excel 或 WPS 中重新另存为 .xlsx。',
    'The inside of the file is damaged; save it again as .xlsx in Excel or WPS.',
  )

/**
 * Walks through one XML part of an Office file. Names come without their prefix. Document type definitions are refused,
 * because Office never writes them and attackers do (entity bombs, external entities). Throws `UnreadableFile`.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser()
  let fault: unknown
  // The parser swallows nothing thrown by handlers, but its own errors must become refusals.
  parser.on('error', () => {
    fault ??= notXml()
    throw fault
  })
  parser.on('doctype', () => {
    throw notXml()
  })
  parser.on('opentag', tag => handler.open?.(local(tag.name), tag.attributes))
  parser.on('closetag', tag => handler.close?.(local(tag.name)))
  if (handler.text) {
    parser.on('text', handler.text)
    parser.on('cdata', handler.text)
  }
  parser.write(decodeXml(bytes)).close()
}

function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw notXml()
  }
}
