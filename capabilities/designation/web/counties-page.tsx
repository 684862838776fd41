import type { ReactNode } from 'react'
import { formatNumber, useAddressState, useApi, useText } from '@jincun/ui'
import { ConsolePage, ConsoleTable } from '@jincun/ui/console'
import type { ConsoleColumn, Filter } from '@jincun/ui/console'
import type { CountyFacts } from '../index.ts'
import { AnswerTag } from './answer-tag.tsx'
import type { Provinces } from './answers.ts'
import { CountyLink, ListTags } from './county-columns.tsx'
import { messages } from './messages.ts'
import { YearSelect } from './year-select.tsx'
import './designation.css'

type Words = ReturnType<typeof useText<keyof (typeof messages)['zh']>>

const columnsOf = (t: Words, year: number): ConsoleColumn<CountyFacts>[] => [
  { key: 'name', title: t('name'), sortable: true, cell: facts => <CountyLink facts={facts} year={year} /> },
  { key: 'code', title: t('code'), sortable: true, cell: facts => facts.code },
  { key: 'province', title: t('province'), cell: facts => facts.provinceName },
  { key: 'prefecture', title: t('prefecture'), cell: facts => facts.prefectureName ?? '—' },
  { key: 'lists', title: t('lists'), cell: facts => <ListTags facts={facts} /> },
  { key: 'delistYear', title: t('delisted'), sortable: true, numeric: true, cell: facts => facts.delistYear ?? '—' },
  { key: 'supported', title: t('supportedBefore'), cell: facts => <AnswerTag answer={facts.supportedBefore} /> },
  { key: 'known', title: t('knownYears'), cell: facts => facts.supportedYears.join('、') || '—' },
  { key: 'villages', title: t('villages'), sortable: true, numeric: true, cell: facts => formatNumber(facts.villages) },
  {
    key: 'population',
    title: t('population'),
    sortable: true,
    numeric: true,
    cell: facts => (facts.population === null ? null : formatNumber(facts.population)),
  },
]

function filtersOf(t: Words, provinces: Provinces['provinces']): Filter[] {
  const lists = (['poverty', 'not-yet-out', 'deep-poverty', 'incentive'] as const).map(value => ({ value, label: t(`list_${value}`) }))
  const answers = (['yes', 'no', 'unknown'] as const).map(value => ({ value, label: t(value) }))
  return [
    { kind: 'text', name: 'find', label: t('findAny') },
    {
      kind: 'choice',
      name: 'province',
      label: t('province'),
      choices: provinces.map(({ provinceCode, name }) => ({ value: provinceCode, label: name })),
    },
    { kind: 'choice', name: 'list', label: t('lists'), choices: lists },
    { kind: 'choice', name: 'supported', label: t('supportedBefore'), choices: answers },
  ]
}

/** All counties with their standing before a round, filtered, ordered and exported. */
export default function CountiesPage(): ReactNode {
  const t = useText(messages)
  const [asked] = useAddressState('year')
  const provinces = useApi<Provinces>('/api/provinces', { year: asked }).data
  const year = provinces?.year ?? Number(asked)
  return (
    <ConsolePage
      title={t('counties')}
      lead={t('countiesLead', { year })}
      asOf={provinces?.asOf}
      actions={provinces ? <YearSelect year={provinces.year} years={provinces.years} /> : null}
    >
      <ConsoleTable<CountyFacts>
        caption={t('counties')}
        path="/api/counties"
        exportPath="/api/counties/export"
        columns={columnsOf(t, year)}
        rowKey={facts => facts.code}
        filters={filtersOf(t, provinces?.provinces ?? [])}
        fixed={asked ? { year: asked } : {}}
      />
    </ConsolePage>
  )
}
