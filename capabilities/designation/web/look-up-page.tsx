import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, PageHeader, useAddressState, useApi, useGo, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import { PlacePicker } from '@jincun/places/web'
import type { ProvinceStanding } from '../index.ts'
import { AnswerTag } from './answer-tag.tsx'
import type { Provinces } from './answers.ts'
import { messages } from './messages.ts'
import { usePaths } from './paths.ts'
import { YearSelect } from './year-select.tsx'
import './designation.css'

function ProvinceTable({ answer }: { answer: Provinces }): ReactNode {
  const t = useText(messages)
  const paths = usePaths()
  const { year } = answer
  const columns: Column<ProvinceStanding>[] = [
    {
      key: 'name',
      title: t('province'),
      value: standing => standing.name,
      cell: standing => <Link href={`${paths.province(standing.provinceCode)}?year=${year}`}>{standing.name}</Link>,
    },
    { key: 'units', title: t('countyUnits'), value: standing => standing.countyUnits, numeric: true },
    { key: 'poverty', title: t('povertyListings'), value: standing => standing.povertyListings, numeric: true },
    { key: 'notOut', title: t('notYetOut'), value: standing => standing.notYetOutOfPoverty, numeric: true },
    { key: 'deep', title: t('deepPoverty'), value: standing => standing.deepPovertyAreaCounties, numeric: true },
    {
      key: 'task',
      title: t('povertyTask'),
      value: standing => t(standing.hasPovertyTask ? 'yes' : 'no'),
      cell: standing => <AnswerTag answer={standing.hasPovertyTask ? 'yes' : 'no'} />,
    },
  ]
  return (
    <DataTable
      caption={t('provinces', { year })}
      columns={columns}
      rows={answer.provinces}
      rowKey={standing => standing.provinceCode}
      asOf={answer.asOf}
    />
  )
}

/** Public: find a county, or choose a province. */
export default function LookUpPage(): ReactNode {
  const t = useText(messages)
  const go = useGo()
  const paths = usePaths()
  const [year] = useAddressState('year')
  const query = useApi<Provinces>('/api/provinces', { year })
  return (
    <>
      <PageHeader
        title={t('lookUp')}
        lead={t('lookUpLead')}
        actions={query.data ? <YearSelect year={query.data.year} years={query.data.years} /> : null}
      />
      <section className="card-section look-up">
        <PlacePicker
          label={t('find')}
          hint={t('findHint')}
          value=""
          levels={['county']}
          onChange={place => {
            if (place) go(paths.county(place.code))
          }}
        />
      </section>
      <section className="card-section">
        <Loaded query={query}>{answer => <ProvinceTable answer={answer} />}</Loaded>
      </section>
    </>
  )
}
