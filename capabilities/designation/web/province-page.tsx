import type { ReactNode } from 'react'
import {
  address,
  DataTable,
  FigureRow,
  FigureWithSource,
  formatNumber,
  Loaded,
  PageHeader,
  PlaceDots,
  useAddressState,
  useApi,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { CountyFacts, FactSource } from '../index.ts'
import { AnswerTag } from './answer-tag.tsx'
import type { ProvincePage as ProvinceAnswer } from './answers.ts'
import { CountyLink, listsOf, ListTags } from './county-columns.tsx'
import { messages } from './messages.ts'
import { ProvinceCounts } from './province-counts.tsx'
import { YearSelect } from './year-select.tsx'
import './designation.css'

const listEdition = '2020-12-31T00:00:00+08:00'

function Figures({ answer }: { answer: ProvinceAnswer }): ReactNode {
  const t = useText(messages)
  const { standing, factSources } = answer
  const titleOf = (id: FactSource['id']): string => factSources.find(source => source.id === id)?.source ?? ''
  const figures = [
    [t('countyUnits'), standing.countyUnits, 'places'],
    [t('povertyListings'), standing.povertyListings, 'poverty-list'],
    [t('notYetOut'), standing.notYetOutOfPoverty, 'poverty-list'],
    [t('deepPoverty'), standing.deepPovertyAreaCounties, 'deep-poverty-areas'],
  ] as const
  return (
    <FigureRow>
      {figures.map(([label, value, source]) => (
        <FigureWithSource key={label} label={label} value={value} source={titleOf(source)} asOf={listEdition} rowsHref="#counties" />
      ))}
    </FigureRow>
  )
}

function CountyTable({ answer }: { answer: ProvinceAnswer }): ReactNode {
  const t = useText(messages)
  const { year, counties, standing, asOf } = answer
  const columns: Column<CountyFacts>[] = [
    {
      key: 'name',
      title: t('name'),
      value: facts => [facts.name, ...facts.formerNames, facts.pinyin.replaceAll(' ', '')].join(' '),
      cell: facts => <CountyLink facts={facts} year={year} />,
    },
    { key: 'code', title: t('code'), value: facts => facts.code },
    { key: 'prefecture', title: t('prefecture'), value: facts => facts.prefectureName ?? '—' },
    {
      key: 'lists',
      title: t('lists'),
      value: facts =>
        listsOf(facts)
          .map(name => t(`list_${name}`))
          .join(' '),
      cell: facts => <ListTags facts={facts} />,
    },
    { key: 'delisted', title: t('delisted'), value: facts => facts.delistYear, cell: facts => facts.delistYear ?? '—', numeric: true },
    {
      key: 'supported',
      title: t('supportedBefore'),
      value: facts => t(facts.supportedBefore),
      cell: facts => <AnswerTag answer={facts.supportedBefore} />,
    },
    { key: 'known', title: t('knownYears'), value: facts => facts.supportedYears.join('、') || '—' },
    { key: 'villages', title: t('villages'), value: facts => facts.villages, numeric: true },
    {
      key: 'population',
      title: t('population'),
      value: facts => facts.population,
      cell: facts => (facts.population === null ? null : formatNumber(facts.population)),
      numeric: true,
    },
  ]
  const fileOf = (format: string): string => address('/api/counties/export', { province: standing.provinceCode, year, format })
  return (
    <DataTable
      caption={t('countiesOf', { province: standing.name })}
      columns={columns}
      rows={counties}
      rowKey={facts => facts.code}
      asOf={asOf}
      exports={[
        { label: t('excel'), href: fileOf('xlsx') },
        { label: t('csv'), href: fileOf('csv') },
      ]}
    />
  )
}

function Province({ answer }: { answer: ProvinceAnswer }): ReactNode {
  const t = useText(messages)
  const { standing, year, years, counties } = answer
  const { supportedBefore, notSupportedBefore, unknown, all } = standing.povertyCounties
  const dots = counties.flatMap(({ point, code, name, countyNotYetOutOfPoverty }) =>
    point ? [{ code, name, ...point, tone: countyNotYetOutOfPoverty ? ('accent' as const) : ('quiet' as const) }] : [],
  )
  return (
    <>
      <PageHeader
        title={standing.name}
        lead={all > 0 ? t('povertySupport', { yes: supportedBefore, no: notSupportedBefore, unknown }) : undefined}
        asOf={answer.asOf}
        actions={<YearSelect year={year} years={years} />}
      />
      <Figures answer={answer} />
      <section className="card-section">
        <h2>{t('previousYears')}</h2>
        <ProvinceCounts counts={standing.counts} />
      </section>
      <section id="counties" className="card-section">
        <h2>{t('countiesOf', { province: standing.name })}</h2>
        <CountyTable answer={answer} />
      </section>
      <section className="card-section">
        <PlaceDots title={t('mapTitle', { province: standing.name })} places={dots} />
      </section>
    </>
  )
}

/** A province before a round: counts, earlier demonstration counties, and every county with its standing. */
export default function ProvincePage(): ReactNode {
  const code = usePathPart('code')
  const [year] = useAddressState('year')
  const query = useApi<ProvinceAnswer>(`/api/provinces/${code}/standing`, { year })
  return <Loaded query={query}>{answer => <Province answer={answer} />}</Loaded>
}
