import type { ReactNode } from 'react'
import { DataTable, Loaded, StateTag, useApi, useBilingual, useText } from '@jincun/ui'
import { ClauseLink } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import type { Finding } from '@jincun/policy'
import { CommitForm } from './commit-form.tsx'
import { messages } from './round-messages.ts'
import type { CandidateView, RoundView } from './views.ts'

const labelOf = (finding: Finding, kind: string): string => finding.rows.find(row => row.kind === kind)?.label ?? ''
const keyOf = (finding: Finding, kind: string): string => finding.rows.find(row => row.kind === kind)?.key ?? ''

/** Conflicts one by one, with the fact each rests on. */
export function ConflictTable({
  conflicts,
  excluded,
  asOf,
}: {
  conflicts: readonly Finding[]
  excluded: ReadonlySet<string>
  asOf: string
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="conflicts-"
      caption={t('conflicts')}
      rows={conflicts}
      rowKey={row => `${row.code}/${row.where ?? ''}`}
      asOf={asOf}
      empty={t('noConflicts')}
      columns={[
        { key: 'expert', title: t('expert'), value: row => labelOf(row, 'expert') },
        { key: 'county', title: t('county'), value: row => labelOf(row, 'application') },
        { key: 'why', title: t('why'), value: row => inLanguage(row.message) },
        {
          key: 'effect',
          title: t('state'),
          value: row => t(excluded.has(keyOf(row, 'expert')) ? 'keptOut' : 'keptAway'),
          cell: row => <StateTag tone="should">{t(excluded.has(keyOf(row, 'expert')) ? 'keptOut' : 'keptAway')}</StateTag>,
        },
        { key: 'clause', title: '', cell: row => <ClauseLink clause={row.clause} /> },
      ]}
    />
  )
}

/** Before the draw: who can be drawn, who is kept out and why, and the announcement. */
export function CandidatesSection({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const query = useApi<CandidateView>(`/api/review-rounds/${view.round.id}/candidates`)
  return (
    <Loaded query={query}>
      {found => {
        const inactive = found.excluded.filter(each => each.conflicts.length === 0).map(each => found.experts[each.expertId]?.name ?? '')
        return (
          <>
            <Section title={t('candidates')}>
              <p>{t('candidatesLead', { n: found.candidates.length, out: found.excluded.length, counties: found.applications.length })}</p>
              <p className="quiet">{found.applications.map(each => each.countyName).join('、')}</p>
              {inactive.length > 0 ? (
                <p className="quiet">
                  {t('inactive')}：{inactive.join('、')}
                </p>
              ) : null}
              <ConflictTable conflicts={found.conflicts} excluded={new Set(found.excluded.map(each => each.expertId))} asOf={found.asOf} />
            </Section>
            {view.actions.includes('commit') ? <CommitForm view={view} /> : null}
          </>
        )
      }}
    </Loaded>
  )
}
