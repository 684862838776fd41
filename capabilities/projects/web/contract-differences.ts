import { formatYuan } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { Difference } from '@jincun/ui/console'
import { contractStateLabels } from '../index.ts'
import type { Contract } from '../index.ts'
import type { contractMessages } from './messages-contract.ts'

/** Words of the contract pages and texts that come in both languages, in the language of the reader. */
export type ContractWords = { t: (key: keyof (typeof contractMessages)['zh']) => string; inLanguage: (text: Bilingual) => string }

type Fact = { label: string; text: string }

const yuan = (fen: string): string => formatYuan(BigInt(fen))

const guaranteeText = ({ guarantee }: Contract, { t }: ContractWords): string =>
  guarantee
    ? `${t(guarantee.kind)} ${guarantee.number} ${guarantee.issuer} ${yuan(guarantee.amountFen)} ${t('expiresOn')} ${guarantee.expiresOn}`
    : t('noGuarantee')

/** Every fact of a contract that a change may touch, in words; by path, which a new name of a line does not change. */
function factsOf(contract: Contract, words: ContractWords): Map<string, Fact> {
  const { t, inLanguage } = words
  return new Map<string, Fact>([
    ['title', { label: t('titleOf'), text: contract.title }],
    ['party', { label: t('party'), text: contract.party.name }],
    ['start', { label: t('start'), text: contract.start }],
    ['end', { label: t('end'), text: contract.end }],
    ['amount', { label: t('amount'), text: yuan(contract.amountFen) }],
    ['advance', { label: t('advance'), text: String(contract.advanceBasisPoints / 100) }],
    ['state', { label: t('stateOf'), text: inLanguage(contractStateLabels[contract.state]) }],
    ['guarantee', { label: t('guarantee'), text: guaranteeText(contract, words) }],
    ...contract.lines.map((line): [string, Fact] => [
      `line ${line.id}`,
      {
        label: `${t('line')} ${line.name}`,
        text: `${line.name} ×${line.quantity}${line.unit} ${yuan(line.amountFen)}（${t('central')}${yuan(line.centralFen)}）`,
      },
    ]),
    ...contract.milestones.map((each): [string, Fact] => [
      `milestone ${each.id}`,
      {
        label: `${t('milestone')} ${each.name}`,
        text: `${each.name} ${each.shareBasisPoints / 100}% ${each.due} ${each.deliverable}`.trimEnd(),
      },
    ]),
  ])
}

/** What a change of a contract changes. */
export function contractDifferences(before: Contract, after: Contract, words: ContractWords): Difference[] {
  const [old, now] = [factsOf(before, words), factsOf(after, words)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path): Difference[] => {
    const [was, is] = [old.get(path), now.get(path)]
    return was?.text === is?.text ? [] : [{ path, label: (is ?? was)?.label ?? path, before: was?.text ?? null, after: is?.text ?? null }]
  })
}
