import type { ReactNode } from 'react'
import { Link, StateTag, useText } from '@jincun/ui'
import type { CountyFacts } from '../index.ts'
import { messages } from './messages.ts'
import { usePaths } from './paths.ts'

type ListName = 'poverty' | 'not-yet-out' | 'deep-poverty' | 'incentive'

/** The lists a county is on, in the order of their weight for the round. */
export const listsOf = (facts: CountyFacts): ListName[] =>
  (
    [
      ['not-yet-out', facts.countyNotYetOutOfPoverty],
      ['poverty', facts.nationalPovertyCounty && !facts.countyNotYetOutOfPoverty],
      ['deep-poverty', facts.deepPovertyArea],
      ['incentive', facts.incentiveYear !== null],
    ] as const
  ).flatMap(([name, on]) => (on ? [name] : []))

export function ListTags({ facts }: { facts: CountyFacts }): ReactNode {
  const t = useText(messages)
  const lists = listsOf(facts)
  if (lists.length === 0) return <span className="quiet">—</span>
  return (
    <span className="list-tags">
      {lists.map(name => (
        <StateTag key={name} tone="info">
          {t(`list_${name}`)}
        </StateTag>
      ))}
    </span>
  )
}

/** The county's name, leading to its card; a former name stands behind it. */
export function CountyLink({ facts, year }: { facts: CountyFacts; year: number }): ReactNode {
  const paths = usePaths()
  return (
    <span>
      <Link href={`${paths.county(facts.code)}?year=${year}`}>{facts.name}</Link>
      {facts.formerNames.length > 0 ? <span className="quiet">（原{facts.formerNames.join('、')}）</span> : null}
    </span>
  )
}
