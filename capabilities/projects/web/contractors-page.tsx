import type { ReactNode } from 'react'
import { DataTable, Loaded, Notice, StateTag, useApi, useRoundYear, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import type { Contract, Contractor, Licence } from '../index.ts'
import { ContractorForm } from './contractor-form.tsx'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { contractorMessages } from './messages-contractor.ts'

type Row = {
  contractor: Contractor
  contracts: Pick<Contract, 'id' | 'number' | 'title' | 'state' | 'amountFen'>[]
  endingLicences: Licence[]
}
type View = { rows: Row[]; mayWrite: boolean; asOf: string }

function Table({ view, county }: { view: View; county: string }): ReactNode {
  const t = useText(contractorMessages)
  const common = useText(words)
  const licenceText = ({ name, expiresOn }: Licence): string => (expiresOn ? t('ends', { name, day: expiresOn }) : t('longTerm', { name }))
  return (
    <DataTable
      caption={t('title')}
      rows={view.rows}
      rowKey={({ contractor }) => contractor.id}
      asOf={view.asOf}
      empty={t('none')}
      columns={[
        { key: 'name', title: t('name'), value: ({ contractor }) => contractor.name },
        { key: 'code', title: t('creditCode'), value: ({ contractor }) => contractor.creditCode },
        { key: 'representative', title: t('representative'), value: ({ contractor }) => contractor.legalRepresentative },
        {
          key: 'licences',
          title: t('licences'),
          value: ({ contractor }) => contractor.licences.map(licenceText).join('；') || '—',
        },
        {
          key: 'ending',
          title: t('ending'),
          value: ({ endingLicences }) => endingLicences.length,
          cell: ({ endingLicences }) =>
            endingLicences.length === 0 ? (
              t('noneEnding')
            ) : (
              <StateTag tone="must">
                {endingLicences.map(({ name, expiresOn }) => t('endsSoon', { name, day: expiresOn ?? '' })).join('；')}
              </StateTag>
            ),
        },
        {
          key: 'capabilities',
          title: t('capabilities'),
          value: ({ contractor }) => contractor.capabilities.map(({ kind, text }) => `${t(kind)}：${text}`).join('；') || '—',
        },
        {
          key: 'conflicts',
          title: t('conflicts'),
          value: ({ contractor }) =>
            contractor.conflicts.map(({ person, relation }) => `${person}：${relation}`).join('；') || t('noConflict'),
        },
        { key: 'contracts', title: t('contracts'), value: ({ contracts }) => contracts.map(({ number }) => number).join('、') || '—' },
        { key: 'account', title: t('account'), value: ({ contractor }) => t(contractor.organisationId ? 'linked' : 'notLinked') },
        {
          key: 'edit',
          title: common('edit'),
          cell: ({ contractor }) => (view.mayWrite ? <ContractorForm county={county} standing={contractor} /> : '—'),
        },
      ]}
    />
  )
}

function Next({ view }: { view: View }): ReactNode {
  const t = useText(contractorMessages)
  const common = useText(words)
  const ending = view.rows.reduce((sum, { endingLicences }) => sum + endingLicences.length, 0)
  const what = view.rows.length === 0 ? t('next_none') : ending > 0 ? t('next_ending', { n: ending }) : t('next_ok')
  return <Notice tone={ending > 0 ? 'should' : 'info'}>{common('next', { what })}</Notice>
}

/** 承办单位 as the county's files have them (6.3). */
export default function ContractorsPage(): ReactNode {
  const t = useText(contractorMessages)
  const county = usePathPart('county')
  const year = useRoundYear()
  const query = useApi<View>(`/api/projects/${county}/contractors`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('title')} lead={t('lead')} asOf={view.asOf} source={t('source')}>
          <CountyLinks county={county} year={year} here="contractors" />
          <Next view={view} />
          <Section title={t('title')} actions={view.mayWrite ? <ContractorForm county={county} standing={null} /> : null}>
            <Table view={view} county={county} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
