import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Finding } from '@jincun/policy'
import {
  DataTable,
  FindingList,
  formatInstant,
  Link,
  Loaded,
  newId,
  Notice,
  Select,
  StateTag,
  TextArea,
  useApi,
  useRoundYear,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import type { GateRuling } from '../index.ts'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { rulingMessages } from './messages-ruling.ts'

type Waiting = {
  door: 'plan-line' | 'contract-line' | 'payment-request'
  recordId: string
  /** The version of the plan, or the number of the contract. */
  record: string
  contractId: string | null
  year: number
  lineId: string
  name: string
  under: string
  centralFen: string
  finding: Finding
}
type View = { waiting: Waiting[]; rulings: GateRuling[]; mayRule: boolean; asOf: string }

/** One ruling: by the person who is signed in, with a reason, on exactly this line; it goes out to the public log. */
function RuleForm({ county, row }: { county: string; row: Waiting }): ReactNode {
  const t = useText(rulingMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const { door, recordId, lineId, name } = row
  return (
    <FormDrawer
      kind="primary"
      title={t('rule')}
      submitLabel={t('rule')}
      sending={sending}
      problem={problem}
      onOpen={() => {
        setId(newId())
        clear()
      }}
      onSubmit={async ({ decision, reason }) =>
        (await send(`/api/projects/${county}/rulings`, { id, door, recordId, lineId, name, decision, reason })) !== null
      }
    >
      <p>
        <strong>{row.name}</strong> <span className="quiet">{row.under}</span>
      </p>
      <FindingList findings={[row.finding]} />
      <Select
        name="decision"
        label={t('decision')}
        choices={[
          { value: 'prohibited', label: t('prohibited') },
          { value: 'permitted', label: t('permitted') },
        ]}
      />
      <TextArea name="reason" label={common('reason')} hint={t('reasonHint')} required maxLength={2_000} />
      <Notice tone="should">{t('effect')}</Notice>
    </FormDrawer>
  )
}

/** The plan or contract in which the doubtful spending stands. */
function RecordLink({ county, row }: { county: string; row: Waiting }): ReactNode {
  const t = useText(rulingMessages)
  return row.contractId ? (
    <Link href={`/contracts/${county}/${row.year}/${row.contractId}`}>{row.record}</Link>
  ) : (
    <Link href={`/plans/${county}/${row.year}`}>{t('planVersion', { n: row.record })}</Link>
  )
}

function WaitingLines({ view, county }: { view: View; county: string }): ReactNode {
  const t = useText(rulingMessages)
  return (
    <DataTable
      name="waiting-"
      caption={t('waiting')}
      rows={view.waiting}
      rowKey={row => `${row.recordId} ${row.lineId}`}
      empty={t('noneWaiting')}
      columns={[
        { key: 'name', title: t('line'), value: row => row.name },
        { key: 'under', title: t('under'), value: row => row.under },
        { key: 'door', title: t('door'), value: row => t(row.door) },
        { key: 'record', title: t('record'), value: row => row.record, cell: row => <RecordLink county={county} row={row} /> },
        { key: 'central', title: t('centralYuan'), fen: row => BigInt(row.centralFen), unit: 'yuan' },
        { key: 'why', title: t('why'), value: row => row.finding.message.zh, cell: row => <FindingList findings={[row.finding]} /> },
        { key: 'rule', title: t('rule'), cell: row => (view.mayRule ? <RuleForm county={county} row={row} /> : t('byProvince')) },
      ]}
    />
  )
}

function Rulings({ view }: { view: View }): ReactNode {
  const t = useText(rulingMessages)
  const common = useText(words)
  return (
    <DataTable
      name="rulings-"
      caption={t('rulings')}
      rows={view.rulings.toReversed()}
      rowKey={row => row.id}
      empty={t('noRulings')}
      columns={[
        { key: 'title', title: t('line'), value: row => row.title },
        {
          key: 'decision',
          title: t('decision'),
          value: row => t(row.decision),
          cell: row => <StateTag tone={row.decision === 'permitted' ? 'met' : 'must'}>{t(row.decision)}</StateTag>,
        },
        { key: 'reason', title: common('reason'), value: row => row.reason },
        { key: 'by', title: t('by'), value: row => `${row.ruledBy.office} ${row.ruledBy.name}` },
        { key: 'at', title: t('at'), value: row => row.ruledAt, cell: row => formatInstant(row.ruledAt) },
        { key: 'public', title: t('public'), cell: row => <Link href={`/public/register/${row.id}`}>{t('publicEntry')}</Link> },
      ]}
    />
  )
}

/** Doubtful spending of a county's plans, contracts and invoices and the rulings on it (3.6). */
export default function RulingsPage(): ReactNode {
  const t = useText(rulingMessages)
  const common = useText(words)
  const county = usePathPart('county')
  const year = useRoundYear()
  const query = useApi<View>(`/api/projects/${county}/rulings`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('title')} lead={t('lead')} asOf={view.asOf} source={t('source')}>
          <CountyLinks county={county} year={year} here="rulings" />
          <Notice tone={view.waiting.length > 0 && view.mayRule ? 'should' : 'info'}>
            {common('next', { what: t(view.waiting.length === 0 ? 'nextNothing' : view.mayRule ? 'nextRule' : 'nextWait') })}
          </Notice>
          <Section title={t('waiting')}>
            <WaitingLines view={view} county={county} />
          </Section>
          <Section title={t('rulings')}>
            <Rulings view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
