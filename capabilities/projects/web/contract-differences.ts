import { formatYuan } from '@jincun/kernel'
import type { Difference } from '@jincun/ui/console'
import type { Contract } from '../index.ts'

type Heads = Record<'title' | 'party' | 'start' | 'end' | 'amount' | 'advance' | 'state' | 'guarantee' | 'line' | 'milestone', string>

const yuan = (fen: string): string => formatYuan(BigInt(fen))

const guaranteeText = ({ guarantee }: Contract): string =>
  guarantee ? `${guarantee.kind} ${guarantee.number} ${guarantee.issuer} ${yuan(guarantee.amountFen)} ${guarantee.expiresOn}` : '—'

/** Every fact of a contract that a change may touch, in words. */
function factsOf(contract: Contract, heads: Heads): Map<string, string> {
  return new Map([
    [heads.title, contract.title],
    [heads.party, contract.party.name],
    [heads.start, contract.start],
    [heads.end, contract.end],
    [heads.amount, yuan(contract.amountFen)],
    [heads.advance, String(contract.advanceBasisPoints / 100)],
    [heads.state, contract.state],
    [heads.guarantee, guaranteeText(contract)],
    ...contract.lines.map(
      line =>
        [
          `${heads.line} ${line.id}`,
          `${line.name} ×${line.quantity}${line.unit} ${yuan(line.amountFen)}（${yuan(line.centralFen)}）`,
        ] as const,
    ),
    ...contract.milestones.map(
      each => [`${heads.milestone} ${each.id}`, `${each.name} ${each.shareBasisPoints / 100}% ${each.due} ${each.deliverable}`] as const,
    ),
  ])
}

/** What a change of a contract changes. */
export function contractDifferences(before: Contract, after: Contract, heads: Heads): Difference[] {
  const [old, now] = [factsOf(before, heads), factsOf(after, heads)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((label): Difference[] => {
    const [was, is] = [old.get(label) ?? null, now.get(label) ?? null]
    return was === is ? [] : [{ path: label, label, before: was, after: is }]
  })
}
