import { SaxesParser } from 'saxes'

type Node = { name: string; text: string; children: Node[] }

export type StationLine = {
  code: string
  name: string
  countyType: string
  buyOrder: string
  saleOrder: string
  commodities: { commId: string; money: string }[]
}

/** A daily report as it was understood, with its own text. */
export type Report = { userId: string; rptDate: string; stations: StationLine[]; xml: string }

function parse(text: string): Node | null {
  const root: Node = { name: '', text: '', children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  let failed = false
  parser.on('error', () => {
    failed = true
  })
  parser.on('opentag', ({ local }) => {
    const node: Node = { name: local, text: '', children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', piece => {
    const node = open.at(-1)
    if (node) node.text += piece
  })
  parser.write(text).close()
  return failed ? null : (root.children[0] ?? null)
}

const child = (node: Node | undefined, name: string): Node | undefined => node?.children.find(each => each.name === name)
const textOf = (node: Node, name: string): string => child(node, name)?.text ?? ''

function stationOf(node: Node): StationLine | string {
  const commodities = node.children
    .filter(({ name }) => name === 'serviceStationCommodity')
    .map(each => ({ commId: textOf(each, 'commId'), money: textOf(each, 'money') }))
  const line = {
    code: textOf(node, 'code'),
    name: textOf(node, 'name'),
    countyType: textOf(node, 'countyType'),
    buyOrder: textOf(node, 'buyOrder'),
    saleOrder: textOf(node, 'saleOrder'),
    commodities,
  }
  if (line.code === '' || line.name === '' || !/^[123]$/.test(line.countyType)) return `station "${line.code}" lacks code, name or type`
  if (!/^\d+$/.test(line.buyOrder) || !/^\d+$/.test(line.saleOrder)) return `orders of station ${line.code} are no numbers`
  const wrong = commodities.find(({ commId, money }) => !/^\d{1,2}$/.test(commId) || !/^\d+(\.\d{1,2})?$/.test(money))
  return wrong ? `commodity ${wrong.commId} of station ${line.code} is not readable: ${wrong.money}` : line
}

/** Reads the SOAP request and the report in its one text argument; a sentence where either is not as it should be. */
export function readReport(body: string): Report | string {
  const envelope = parse(body)
  const operation = child(child(envelope ?? undefined, 'Body'), 'syncServiceStationOperationRequest')
  const argument = child(operation, 'in')
  if (!argument) return 'not a syncServiceStationOperation request'
  const root = parse(argument.text)
  if (root?.name !== 'serviceStation') return 'the argument is no serviceStation report'
  const stations = root.children.filter(({ name }) => name === 'serviceStationReport').map(stationOf)
  const wrong = stations.find(each => typeof each === 'string')
  if (wrong !== undefined) return String(wrong)
  const [userId, rptDate] = [textOf(root, 'userId'), textOf(root, 'rptDate')]
  if (userId === '' || !/^\d{4}-\d{2}-\d{2}$/.test(rptDate)) return 'userId or rptDate is missing'
  return { userId, rptDate, stations: stations.filter(each => typeof each !== 'string'), xml: argument.text }
}
