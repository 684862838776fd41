import type { ReactNode } from 'react'
import { DataTable, Deadline, Link, Loaded, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { finalListStateLabels } from '../index.ts'
import type { FinalListState } from '../index.ts'
import { messages } from './messages.ts'
import type { FinalOverview, FinalOverviewRow } from './view.ts'

export const finalTones: Record<FinalListState, Tone> = { draft: 'info', submitted: 'should', published: 'met' }

/** The final lists of a year at a glance. */
export default function FinalOverviewPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = usePathPart('year')
  const query = useApi<FinalOverview>(`/api/final-lists/${year}`)
  const stateText = (row: FinalOverviewRow) => (row.state ? inLanguage(finalListStateLabels[row.state]) : t('notBegun'))
  return (
    <Loaded query={query}>
      {overview => (
        <ConsolePage
          title={t('finalOverview', { year })}
          lead={
            <>
              {t('finalOverviewLead')} <Deadline due={overview.closes} clause={`notice-${year}/5.5`} />
            </>
          }
          asOf={overview.asOf}
        >
          <Section title={t('chosen')}>
            <DataTable
              caption={t('finalOverview', { year })}
              rows={overview.rows}
              rowKey={row => row.provinceCode}
              asOf={overview.asOf}
              columns={[
                {
                  key: 'province',
                  title: t('province'),
                  value: row => row.provinceName,
                  cell: row => <Link href={`/final-lists/${year}/${row.provinceCode}`}>{row.provinceName}</Link>,
                },
                {
                  key: 'state',
                  title: t('state'),
                  value: stateText,
                  cell: row => <StateTag tone={row.state ? finalTones[row.state] : 'unknown'}>{stateText(row)}</StateTag>,
                },
                { key: 'approved', title: t('approved'), numeric: true, value: row => row.approved },
                { key: 'counties', title: t('chosen'), numeric: true, value: row => row.counties },
                { key: 'letter', title: t('letterNumber'), value: row => row.letter?.number ?? null },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
