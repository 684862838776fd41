import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import {
  ButtonLink,
  DataTable,
  Link,
  Loaded,
  Select,
  StateTag,
  useAddressState,
  useApi,
  useBilingual,
  useNow,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { ContractState, contractStateLabels } from '../index.ts'
import { GuaranteeEnd } from './guarantee-end.tsx'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { contractMessages } from './messages-contract.ts'
import type { ContractList } from './contract-view.ts'

export const contractTones: Record<ContractState, Tone> = {
  draft: 'info',
  referred: 'should',
  signed: 'met',
  completed: 'met',
  terminated: 'unknown',
}

function List({ view, county, year }: { view: ContractList; county: string; year: string }): ReactNode {
  const t = useText(contractMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const today = shanghaiDate(useNow())
  const [state, setState] = useAddressState('state')
  return (
    <>
      <div className="item-fields screen-only">
        <Select
          label={t('stateOf')}
          value={state}
          onChange={event => setState(event.target.value)}
          choices={[
            { value: '', label: common('all') },
            ...ContractState.options.map(value => ({ value, label: inLanguage(contractStateLabels[value]) })),
          ]}
        />
      </div>
      <DataTable
        caption={t('listTitle', { year })}
        rows={view.rows.filter(row => state === '' || row.state === state)}
        rowKey={row => row.id}
        asOf={view.asOf}
        empty={t('missing')}
        columns={[
          {
            key: 'title',
            title: t('titleOf'),
            value: row => row.title,
            cell: row => <Link href={`/contracts/${county}/${year}/${row.id}`}>{row.title}</Link>,
          },
          { key: 'number', title: t('number'), value: row => row.number },
          { key: 'party', title: t('party'), value: row => row.party.name },
          { key: 'amount', title: t('amount'), fen: row => BigInt(row.amountFen), unit: 'yuan' },
          { key: 'period', title: t('period'), value: row => `${row.start} – ${row.end}` },
          {
            key: 'state',
            title: t('stateOf'),
            value: row => inLanguage(contractStateLabels[row.state]),
            cell: row => <StateTag tone={contractTones[row.state]}>{inLanguage(contractStateLabels[row.state])}</StateTag>,
          },
          {
            key: 'guarantee',
            title: t('guaranteeEnds'),
            value: row => row.guarantee?.expiresOn ?? t('noGuarantee'),
            cell: row => <GuaranteeEnd contract={row} today={today} />,
          },
          { key: 'agreement', title: t('agreement'), value: row => t(row.dataAgreement ? 'has' : 'hasNot') },
        ]}
      />
    </>
  )
}

/** Contracts of a county and year. */
export default function ContractsPage(): ReactNode {
  const t = useText(contractMessages)
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const query = useApi<ContractList>(`/api/projects/${county}/contracts`, { year })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('listTitle', { year })}
          lead={t('listLead')}
          asOf={view.asOf}
          source={t('source')}
          actions={
            view.mayWrite ? (
              <ButtonLink kind="primary" href={`/contract-editor/${county}/${year}`}>
                {t('create')}
              </ButtonLink>
            ) : null
          }
        >
          <CountyLinks county={county} year={year} here="contracts" />
          <Section title={t('listTitle', { year })}>
            <List view={view} county={county} year={year} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
