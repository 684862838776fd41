import type { ReactNode } from 'react'
import { Link, Loaded, PageHeader, useAddressState, useApi, useMay, usePathPart, useText } from '@jincun/ui'
import type { CountyCard } from './answers.ts'
import { cardMessages } from './card-messages.ts'
import { CodeHistory, CodeNotices } from './code-history.tsx'
import { CountyFigures } from './county-figures.tsx'
import { DesignateForm } from './designate-form.tsx'
import { usePaths } from './paths.ts'
import { StandingFacts } from './standing-facts.tsx'
import { SupportRecords } from './support-records.tsx'
import { TownshipsTable } from './townships-table.tsx'
import { YearSelect } from './year-select.tsx'
import './designation.css'

function Card({ card }: { card: CountyCard }): ReactNode {
  const t = useText(cardMessages)
  const paths = usePaths()
  const may = useMay()
  const { county, standing, year, years } = card
  return (
    <>
      <PageHeader
        title={county.name}
        lead={
          <>
            <Link href={`${paths.province(county.provinceCode)}?year=${year}`}>{county.provinceName}</Link> {county.prefectureName} ·{' '}
            {t('leadCode', { code: county.code })}
          </>
        }
        asOf={card.asOf}
        actions={<YearSelect year={year} years={years} />}
      />
      <CodeNotices county={county} />
      <section className="card-section">
        <h2>{t('standing', { year })}</h2>
        <StandingFacts card={card} />
      </section>
      <section className="card-section">
        <h2>{t('records')}</h2>
        <SupportRecords records={standing.supported} />
      </section>
      <section className="card-section">
        <h2>{t('figures')}</h2>
        <CountyFigures county={county} />
      </section>
      <CodeHistory county={county} />
      <section id="townships" className="card-section">
        <h2>{t('townships')}</h2>
        <TownshipsTable code={county.code} />
      </section>
      {may('designation.record') ? <DesignateForm key={county.code} card={card} /> : null}
    </>
  )
}

/** A county: every standing fact with its source and gap, its size, its code and its townships. Light, for everyone. */
export default function CountyCardPage(): ReactNode {
  const code = usePathPart('code')
  const [year] = useAddressState('year')
  const query = useApi<CountyCard>(`/api/counties/${code}`, { year })
  return <Loaded query={query}>{card => <Card card={card} />}</Loaded>
}
