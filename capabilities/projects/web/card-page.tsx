import type { ReactNode } from 'react'
import { ButtonLink, DataTable, FindingList, Loaded, Notice, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { projectStageLabels } from '../index.ts'
import { CountyLinks } from './county-links.tsx'
import { formMessages } from './messages-forms.ts'
import { words } from './messages-common.ts'
import { ProjectForm } from './project-form.tsx'
import { SiteForm } from './site-form.tsx'
import { ProgressForm, StageForm } from './work-forms.tsx'
import { BidTable, ContractTable, Papers, SiteTable } from './card-parts.tsx'
import { LightTag } from './light-tag.tsx'
import { messages } from './messages.ts'
import type { CardView, RegisterView } from './view.ts'

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
          {
            key: 'photos',
            title: t('photos'),
            value: row => row.photos.length,
            cell: row => <Photos photos={row.photos} county={view.project.countyCode} />,
          },
        ]}
      />
    </>
  )
}

/** Photos of a report, each with the day it was taken. */
function Photos({ photos, county }: { photos: CardView['progress'][number]['photos']; county: string }): ReactNode {
  if (photos.length === 0) return '—'
  return (
    <div className="photo-row">
      {photos.map(photo => (
        <figure key={photo.fileId}>
          <a href={`/api/projects/${county}/files/${photo.fileId}`} download>
            {photo.caption}
          </a>
          <figcaption className="quiet">{photo.takenOn}</figcaption>
        </figure>
      ))}
    </div>
  )
}

/** The steps of the work that the county takes on this page. */
function Steps({ view, county }: { view: CardView; county: string }): ReactNode {
  const forms = useText(formMessages)
  const { stage, project } = view
  if (!view.mayWrite || stage === 'accepted' || stage === 'stopped') return null
  const at = `${county}/${project.year}?project=${project.id}`
  const before = stage === 'planned' || stage === 'procuring'
  return (
    <>
      {stage === 'planned' ? <ButtonLink href={`/procurements/${at}`}>{forms('startProcurement')}</ButtonLink> : null}
      {before ? <ButtonLink href={`/contract-editor/${at}`}>{forms('writeContract')}</ButtonLink> : null}
      {stage === 'contracted' || stage === 'under-way' ? <ProgressForm view={view} county={county} /> : null}
      {stage === 'under-way' ? <StageForm view={view} county={county} stage="completed" /> : null}
      <EditEntry view={view} county={county} />
      <StageForm view={view} county={county} stage="stopped" />
    </>
  )
}

function EditEntry({ view, county }: { view: CardView; county: string }): ReactNode {
  const query = useApi<RegisterView>(`/api/projects/${county}/register`, { year: view.project.year })
  if (!query.data) return null
  return <ProjectForm basis={{ ...query.data, countyCode: county }} standing={view.project} />
}

/** The light with its first reason, and the others where there are more. */
function Lights({ view }: { view: CardView }): ReactNode {
  const inLanguage = useBilingual()
  return (
    <>
      <p>
        <LightTag light={view.light} lights={view.lights} />
      </p>
      {view.lights.length > 1 ? (
        <ul>
          {view.lights.map(light => (
            <li key={light.code}>{inLanguage(light.why)}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** One project: its money, sites, procurement, contracts and progress, and why its light is on. */
export default function CardPage(): ReactNode {
  const t = useText(messages)
  const common = useText(words)
  const forms = useText(formMessages)
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
          <CountyLinks county={county} year={String(view.project.year)} here="register" />
          <Notice tone="info">{common('next', { what: forms(`next_${view.stage}`) })}</Notice>
          <Section title={t('why')} actions={<Steps view={view} county={county} />}>
            <Lights view={view} />
            <Papers view={view} />
          </Section>
          <Section title={t('lines')}>
            <PlanLines view={view} />
          </Section>
          <Section title={t('progress')}>
            <ProgressTable view={view} />
          </Section>
          <Section
            title={t('contracts')}
            actions={<ButtonLink href={`/assets/${county}`}>{forms('assets', { n: view.assets })}</ButtonLink>}
          >
            <ContractTable view={view} county={county} />
          </Section>
          <Section title={t('procurements')}>
            <BidTable view={view} county={county} />
          </Section>
          <Section
            title={t('sites')}
            actions={view.mayWrite ? <SiteForm county={county} projectId={view.project.id} standing={null} /> : null}
          >
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
