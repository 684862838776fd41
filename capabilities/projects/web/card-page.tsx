import type { ReactNode } from 'react'
import { ButtonLink, DataTable, FindingList, Loaded, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { projectStageLabels } from '../index.ts'
import { BidTable, ContractTable, Papers, SiteTable } from './card-parts.tsx'
import { LightTag } from './light-tag.tsx'
import { messages } from './messages.ts'
import type { CardView } from './view.ts'

function PlanLines({ view }: { view: CardView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="lines-"
      caption={t('lines')}
      rows={view.lines}
      rowKey={row => row.id}
      empty={t('none')}
      columns={[
        { key: 'line', title: t('line'), value: row => row.name },
        {
          key: 'central',
          title: t('central'),
          fen: row => BigInt(row.money.centralFen),
          unit: 'wan',
        },
        { key: 'local', title: t('local'), fen: row => BigInt(row.money.localFen), unit: 'wan' },
        {
          key: 'enterprise',
          title: t('enterprise'),
          fen: row => BigInt(row.money.enterpriseFen),
          unit: 'wan',
        },
      ]}
    />
  )
}

function ProgressTable({ view }: { view: CardView }): ReactNode {
  const t = useText(messages)
  return (
    <>
      <p>
        {t('ofPlan', { done: view.percent ?? t('notReported'), planned: view.plannedPercent })}
        {view.forecastEnd ? ` · ${t('forecast', { day: view.forecastEnd })}` : ''}
      </p>
      <DataTable
        name="progress-"
        caption={t('progress')}
        rows={view.progress.toReversed()}
        rowKey={row => row.id}
        empty={t('none')}
        columns={[
          { key: 'asOf', title: t('asOf'), value: row => row.asOf },
          { key: 'percent', title: t('percent'), numeric: true, value: row => row.percent, cell: row => `${row.percent}%` },
          { key: 'note', title: t('note'), value: row => row.note || '—' },
        ]}
      />
    </>
  )
}

/** One project: its money, sites, procurement, contracts and progress, and why its light is on. */
export default function CardPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [county, id] = [usePathPart('county'), usePathPart('project')]
  const query = useApi<CardView>(`/api/projects/${county}/register/${id}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={view.project.name}
          lead={inLanguage(projectStageLabels[view.stage])}
          asOf={view.asOf}
          actions={
            <ButtonLink href={`/api/acceptance/${county}/evidence/${id}`} download>
              {t('evidence')}
            </ButtonLink>
          }
        >
          <Section title={t('why')}>
            <LightTag light={view.light} lights={view.lights} />
            <ul>
              {view.lights.map(light => (
                <li key={light.code}>{inLanguage(light.why)}</li>
              ))}
            </ul>
            <Papers view={view} />
          </Section>
          <Section title={t('lines')}>
            <PlanLines view={view} />
          </Section>
          <Section title={t('progress')}>
            <ProgressTable view={view} />
          </Section>
          <Section title={t('contracts')}>
            <ContractTable view={view} county={county} />
          </Section>
          <Section title={t('procurements')}>
            <BidTable view={view} />
          </Section>
          <Section title={t('sites')}>
            <SiteTable view={view} county={county} />
          </Section>
          <Section title={t('findings')}>
            <FindingList findings={view.siteFindings} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
