import type { ReactNode } from 'react'
import { ButtonLink, Loaded, Notice, useApi, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, FindingPanel, Section } from '@jincun/ui/console'
import { CountyLinks } from './county-links.tsx'
import { MatchingFunds } from './matching-funds.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { PlanActual } from './plan-actual.tsx'
import { PlanDecision } from './plan-decision.tsx'
import { CompareVersions, VersionTable } from './plan-versions.tsx'
import { standingOf, waitingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'

/** Whose turn it is. */
function Next({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const last = view.versions.at(-1)
  const what = (): string => {
    if (waitingOf(view)) return t(view.mayDecide ? 'nextDecide' : 'nextWait')
    if (view.mayPropose && last?.state === 'returned') return t('nextMend', { version: last.version, reason: last.returnedBecause ?? '' })
    if (!view.mayPropose) return t('nextRead')
    return t(view.inForce === null ? 'nextFirst' : 'nextPropose')
  }
  return <Notice tone={waitingOf(view) && view.mayDecide ? 'should' : 'info'}>{common('next', { what: what() })}</Notice>
}

/** 实施方案 of a county and year: versions, the change that waits, plan against actual, matching money (6.2, 3.0). */
export default function PlanPage(): ReactNode {
  const t = useText(planMessages)
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const query = useApi<PlanView>(`/api/projects/${county}/plans`, { year })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title', { year })}
          lead={t('lead')}
          asOf={view.asOf}
          source={t('source')}
          actions={
            <>
              {view.mayPropose && !waitingOf(view) ? (
                <ButtonLink kind="primary" href={`/plans/${county}/${year}/change`}>
                  {t('propose')}
                </ButtonLink>
              ) : null}
              {standingOf(view) ? (
                <ButtonLink href={`/api/projects/${county}/plans/workbook?year=${year}`} download>
                  {t('excel')}
                </ButtonLink>
              ) : null}
            </>
          }
        >
          <CountyLinks county={county} year={year} here="plan" />
          <Next view={view} />
          {waitingOf(view) ? <PlanDecision view={view} /> : null}
          {waitingOf(view) ? (
            <FindingPanel title={t('findings')} findings={view.findings} reasons={waitingOf(view)?.reasons ?? {}} />
          ) : null}
          <Section title={t('actual')}>
            <PlanActual view={view} />
          </Section>
          <Section title={t('versions')}>
            <VersionTable view={view} />
            <CompareVersions view={view} />
          </Section>
          <MatchingFunds view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
