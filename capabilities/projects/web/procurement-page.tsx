import type { ReactNode } from 'react'
import { ButtonLink, Link, Loaded, Notice, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, FindingPanel, Section } from '@jincun/ui/console'
import { formatYuan } from '@jincun/kernel'
import { procurementMethodLabels } from '../index.ts'
import { BidEditor } from './bid-editor.tsx'
import { BidList, NoticeList, Preference, RedFlags } from './procurement-parts.tsx'
import { Facts } from './facts.tsx'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import { ProcurementSteps } from './procurement-steps.tsx'
import type { ProcurementView } from './procurement-view.ts'

function About({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const inLanguage = useBilingual()
  const { procurement, project } = view
  const facts: [string, ReactNode][] = [
    [
      t('project'),
      project ? (
        <Link key="project" href={`/projects/${procurement.countyCode}/${procurement.year}/${project.id}`}>
          {project.name}
        </Link>
      ) : (
        '—'
      ),
    ],
    [t('number'), procurement.number || '—'],
    [t('method'), `${inLanguage(procurementMethodLabels[procurement.method])} · ${t(procurement.category)}`],
    ...(procurement.methodReason ? [[t('methodReason'), procurement.methodReason] as [string, ReactNode]] : []),
    [t('buyer'), procurement.buyer],
    [t('estimate'), formatYuan(BigInt(procurement.estimateFen))],
    [t('due'), procurement.bidsDueOn ?? '—'],
    [t('openedOn'), procurement.openedOn ?? '—'],
    ...(procurement.award
      ? [
          [
            t('winner'),
            `${procurement.bids.find(({ id }) => id === procurement.award?.bidId)?.bidder.name ?? ''}（${procurement.award.awardedOn}）`,
          ] as [string, ReactNode],
          [t('awardReason'), procurement.award.reason || '—'] as [string, ReactNode],
        ]
      : []),
  ]
  return <Facts facts={facts} />
}

function Page({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  const { procurement } = view
  const { countyCode: county, year, state } = procurement
  return (
    <ConsolePage
      title={procurement.title}
      lead={<StateTag tone={state === 'awarded' ? 'met' : 'info'}>{t(state)}</StateTag>}
      asOf={view.asOf}
      source={t('source')}
      actions={
        <>
          {view.mayWrite && state === 'awarded' ? (
            <ButtonLink
              kind="primary"
              href={`/contract-editor/${county}/${year}?project=${procurement.projectId}&procurement=${procurement.id}`}
            >
              {t('sign')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={`/api/projects/${county}/ocds?year=${year}`} download>
            {t('ocds')}
          </ButtonLink>
        </>
      }
    >
      <CountyLinks county={county} year={String(year)} here="procurements" />
      <Notice tone="info">{common('next', { what: t(`next_${state}`) })}</Notice>
      <Section title={t('basics')} actions={view.mayWrite ? <ProcurementSteps view={view} /> : null}>
        <About view={view} />
      </Section>
      {view.mayWrite && state === 'published' ? <BidEditor view={view} /> : null}
      {procurement.bids.length > 0 && state !== 'published' ? (
        <Section title={t('bids')}>
          <Preference view={view} />
          <BidList view={view} />
        </Section>
      ) : null}
      {state === 'draft' && procurement.bids.length === 0 ? null : (
        <Section title={t('flags')}>
          <RedFlags view={view} />
        </Section>
      )}
      <FindingPanel title={t('findings')} findings={view.findings} reasons={procurement.reasons} />
      <Section title={t('notices')}>
        <NoticeList view={view} />
      </Section>
    </ConsolePage>
  )
}

/** The file of one procedure: notices, all bids, scores, award, red flags with their rows, the preference (6.3, 3.0). */
export default function ProcurementPage(): ReactNode {
  const [county, id] = [usePathPart('county'), usePathPart('procurement')]
  const query = useApi<ProcurementView>(`/api/projects/${county}/procurements/${id}`)
  return <Loaded query={query}>{view => <Page view={view} />}</Loaded>
}
