import type { ReactNode } from 'react'
import { DemoMark, useSession, useText } from '@jincun/ui'
import type { Designation, FactSource } from '../index.ts'
import type { CountyCard } from './answers.ts'
import { cardMessages } from './card-messages.ts'
import { FactList } from './fact-list.tsx'
import type { Fact } from './fact-list.tsx'

type Words = ReturnType<typeof useText<keyof (typeof cardMessages)['zh']>>

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no')

function supportDetail(t: Words, { standing, rosterGaps }: CountyCard): string {
  if (standing.supportedBefore === 'yes') return t('supportedYes')
  if (standing.supportedBefore === 'no') return t('supportedNo')
  const mentioned = standing.supported.some(record => record.earliest < standing.year)
  return mentioned ? t('supportedUnknownRecords') : t('supportedUnknownGaps', { years: rosterGaps.join('、') })
}

function DesignationLines({ designations }: { designations: readonly Designation[] }): ReactNode {
  const t = useText(cardMessages)
  const demo = useSession().data?.installation.realm === 'demo'
  if (designations.length === 0) return t('designatedNone')
  return designations.map(({ id, year, from, document, way }) => (
    <span key={id} className="fact-line">
      {t('designatedYes', { year, from, document })} · {t(`way_${way}`)} {demo ? <DemoMark /> : null}
    </span>
  ))
}

function povertyFacts(t: Words, { standing }: CountyCard, source: (id: FactSource['id']) => FactSource | null): Fact[] {
  const { delistYear, deepPovertyArea } = standing
  return [
    {
      title: t('poverty'),
      answer: yesNo(standing.nationalPovertyCounty),
      detail: delistYear === null ? t('povertyNo') : t('povertyYes', { year: delistYear }),
      clause: 'notice-2020/4.2',
      source: source('poverty-list'),
    },
    {
      title: t('notYetOut'),
      answer: yesNo(standing.countyNotYetOutOfPoverty),
      detail: standing.countyNotYetOutOfPoverty ? t('notYetOutYes', { year: delistYear ?? '' }) : t('notYetOutNo'),
      clause: 'notice-2020/4.2',
      source: source('poverty-list'),
    },
    {
      title: t('deepPoverty'),
      answer: yesNo(deepPovertyArea !== null),
      detail: deepPovertyArea ? t(deepPovertyArea.group, { part: deepPovertyArea.part }) : t('deepPovertyNo'),
      clause: 'notice-2020/4.2',
      source: source('deep-poverty-areas'),
    },
  ]
}

/** Everything the lists say of a county before a round, and what this system itself has on record. */
export function StandingFacts({ card }: { card: CountyCard }): ReactNode {
  const t = useText(cardMessages)
  const { standing, designations } = card
  const source = (id: FactSource['id']): FactSource | null => card.factSources.find(each => each.id === id) ?? null
  const incentiveYears = standing.incentive.map(record => record.year).join('、')
  const facts: Fact[] = [
    ...povertyFacts(t, card, source),
    {
      title: t('supported'),
      answer: standing.supportedBefore,
      detail: supportDetail(t, card),
      clause: 'notice-2020/4.4',
      source: source('demonstration-counties'),
    },
    {
      title: t('oldBase'),
      answer: 'unknown',
      detail: '',
      clause: 'notice-2020/4.5',
      source: source('old-base-counties'),
    },
    {
      title: t('incentive'),
      answer: incentiveYears ? 'yes' : 'unknown',
      detail: incentiveYears ? t('incentiveYes', { years: incentiveYears }) : t('incentiveNo'),
      clause: 'notice-2020/4.7',
      source: source('incentive-counties'),
    },
    {
      title: t('designated'),
      answer: yesNo(designations.length > 0),
      detail: <DesignationLines designations={designations} />,
      clause: designations[0]?.clause ?? 'notice-2020/5.5',
      source: null,
    },
  ]
  return <FactList facts={facts} />
}
