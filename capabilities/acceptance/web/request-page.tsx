import type { ReactNode } from 'react'
import { CountyLinks, Facts } from '@jincun/projects/web/parts'
import { FindingList, Link, Loaded, Notice, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { acceptanceStateLabels } from '../index.ts'
import { messages } from './messages.ts'
import { Defects, MissingList, Records, SampleNote, Sites } from './request-parts.tsx'
import { Corrections } from './site-correction.tsx'
import { RequestSteps } from './request-steps.tsx'
import { stateTones } from './state-tones.ts'
import type { RequestView } from './view.ts'
import './acceptance.css'

function About({ view, county }: { view: RequestView; county: string }): ReactNode {
  const t = useText(messages)
  const { acceptance, contract } = view
  return (
    <Facts
      facts={[
        [
          t('contract'),
          <Link key="contract" href={`/contracts/${county}/${contract.year}/${contract.id}`}>
            {`${contract.number} ${contract.title}`}
          </Link>,
        ],
        [
          t('project'),
          <Link key="project" href={`/projects/${county}/${contract.year}/${contract.projectId}`}>
            {t('open')}
          </Link>,
        ],
        [t('party'), contract.party.name],
        [t('requestedOn'), acceptance.requestedOn],
        [t('statement'), acceptance.statement || '—'],
        ...(acceptance.acceptedOn
          ? ([
              [t('acceptedOn'), acceptance.acceptedOn],
              [t('acceptedBy'), acceptance.acceptedBy ?? ''],
            ] as const)
          : []),
      ]}
    />
  )
}

/** One acceptance: what is missing and by which clause, what was seen at each site, the sample, and the next step (6.2, 6.4d). */
export default function RequestPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [county, id] = [usePathPart('county'), usePathPart('request')]
  const query = useApi<RequestView>(`/api/acceptance/${county}/requests/${id}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={view.contract.title}
          lead={<StateTag tone={stateTones[view.acceptance.state]}>{inLanguage(acceptanceStateLabels[view.acceptance.state])}</StateTag>}
          asOf={view.asOf}
          source={t('source')}
          actions={<RequestSteps view={view} county={county} />}
        >
          <CountyLinks county={county} year={String(view.contract.year)} here="acceptance" />
          <Notice tone="info">
            {t('next', { what: t(`next_${view.acceptance.state}`) })}{' '}
            {view.acceptance.state === 'accepted' ? <Link href={`/operation-checks/${county}`}>{t('operation')}</Link> : null}
          </Notice>
          <About view={view} county={county} />
          <SampleNote view={view} />
          <Defects view={view} />
          {view.acceptance.state === 'accepted' ? null : <MissingList view={view} />}
          <Section title={t('sites')}>
            <Sites view={view} county={county} />
            <Corrections view={view} />
          </Section>
          <Section title={t('gate')}>
            <FindingList findings={view.gate} />
          </Section>
          <Section title={t('records')}>
            <Records view={view} county={county} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
