import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, StateTag, useApi, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'

type Row = {
  county: string
  name: string
  year: number
  planVersion: number | null
  waitingPlans: number
  projects: number
  accepted: number
  referred: number
}

/** Counties of one's charge that have a plan: how far their projects are, what waits, and the way to each. */
export default function LandingPage(): ReactNode {
  const t = useText(messages)
  const query = useApi<{ rows: Row[]; asOf: string }>('/api/project-counties')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('register')} lead={t('lead')} asOf={view.asOf} source={t('counted')}>
          <Section title={t('counties')}>
            <DataTable
              caption={t('counties')}
              rows={view.rows}
              rowKey={row => `${row.county} ${row.year}`}
              empty={t('noCounties')}
              columns={[
                {
                  key: 'county',
                  title: t('county'),
                  value: row => row.name,
                  cell: row => <Link href={`/projects/${row.county}/${row.year}`}>{row.name}</Link>,
                },
                { key: 'year', title: t('year'), value: row => String(row.year) },
                {
                  key: 'plan',
                  title: t('planState'),
                  value: row => row.planVersion,
                  cell: row => (
                    <>
                      <Link href={`/plans/${row.county}/${row.year}`}>
                        {row.planVersion === null ? '—' : t('versionIs', { version: row.planVersion })}
                      </Link>{' '}
                      {row.waitingPlans > 0 ? <StateTag tone="should">{t('planWaits')}</StateTag> : null}
                    </>
                  ),
                },
                { key: 'projects', title: t('projects'), numeric: true, value: row => row.projects },
                { key: 'accepted', title: t('accepted'), numeric: true, value: row => row.accepted },
                {
                  key: 'referred',
                  title: t('referred'),
                  numeric: true,
                  value: row => row.referred,
                  cell: row => (row.referred > 0 ? <Link href={`/rulings/${row.county}`}>{row.referred}</Link> : '0'),
                },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
