import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  DataTable,
  Field,
  FileField,
  Loaded,
  newId,
  Notice,
  Select,
  StateTag,
  TextArea,
  useAddressState,
  useApi,
  useBilingual,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { acceptanceStateLabels } from '../index.ts'
import type { Completeness } from '../index.ts'
import { messages } from './messages.ts'
import { stateTones } from './state-tones.ts'
import type { OwnRow, OwnView } from './view.ts'

function RequestForm({ county, row }: { county: string; row: OwnRow }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const [id] = useState(newId)
  return (
    <FormDrawer
      title={t('request')}
      submitLabel={t('request')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async fields =>
        (await send(`/api/acceptance/${county}/requests`, { id, contractId: row.contract.id, statement: fields.statement ?? '' })) !== null
      }
    >
      <TextArea name="statement" label={t('statement')} maxLength={4_000} />
    </FormDrawer>
  )
}

type Missing = Completeness['missing'][number] & { contract: OwnRow['contract'] }

/** One month of one kind of data, with its file (6.4d). */
function DeliverForm({ county, row }: { county: string; row: Missing }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const [fileId, setFileId] = useState<string | null>(null)
  const [lacking, setLacking] = useState(false)
  const open = (): void => {
    setId(newId())
    setFileId(null)
    setLacking(false)
    clear()
  }
  const submit = async ({ rows }: Record<string, string>): Promise<boolean> => {
    setLacking(fileId === null)
    if (fileId === null) return false
    const body = { id, contractId: row.contract.id, item: row.item, month: row.month, rows: Number(rows), fileId }
    return (await send(`/api/acceptance/${county}/deliveries`, body)) !== null
  }
  return (
    <FormDrawer
      kind="link"
      title={t('deliver')}
      submitLabel={t('deliver')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>
        <strong>{`${row.month} ${inLanguage(row.term)}`}</strong> <span className="quiet">{row.contract.number}</span>
      </p>
      <p className="quiet">{t('deliverEffect')}</p>
      <FileField label={t('dataFile')} path={`/api/acceptance/${county}/files`} onFile={setFileId} />
      <Field name="rows" type="number" min={1} step={1} label={t('rows')} hint={t('rowsHint')} required />
      {lacking ? <Notice tone="must">{t('fileWanted')}</Notice> : null}
    </FormDrawer>
  )
}

function Contracts({ view, county }: { view: OwnView; county: string }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      caption={t('own')}
      rows={view.rows}
      rowKey={row => row.contract.id}
      columns={[
        { key: 'contract', title: t('contract'), value: row => `${row.contract.number} ${row.contract.title}` },
        {
          key: 'data',
          title: t('complete'),
          value: ({ completeness: { present, required } }) => t('completeOf', { present, required }),
          cell: ({ completeness: { present, required, missing } }) => (
            <StateTag tone={missing.length === 0 ? 'met' : 'must'}>{t('completeOf', { present, required })}</StateTag>
          ),
        },
        {
          key: 'state',
          title: t('state'),
          value: row => (row.acceptance ? inLanguage(acceptanceStateLabels[row.acceptance.state]) : '—'),
          cell: row => {
            if (row.acceptance)
              return <StateTag tone={stateTones[row.acceptance.state]}>{inLanguage(acceptanceStateLabels[row.acceptance.state])}</StateTag>
            return row.stage === 'completed' || row.stage === 'accepted' ? (
              <RequestForm county={county} row={row} />
            ) : (
              <span className="quiet">{t('notCompleted')}</span>
            )
          },
        },
      ]}
    />
  )
}

/** A contractor's contracts: what data are on file, what is missing, and the request for acceptance. */
export default function OwnPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const county = usePathPart('county')
  const [wanted, setWanted] = useAddressState('contract')
  const query = useApi<OwnView>(`/api/acceptance/${county}/own`)
  return (
    <Loaded query={query}>
      {view => {
        const missing = view.rows.flatMap(({ contract, completeness }): Missing[] =>
          completeness.missing.map(each => ({ ...each, contract })),
        )
        return (
          <ConsolePage title={t('own')} lead={t('ownLead')} asOf={view.asOf}>
            <Notice tone={missing.length > 0 ? 'should' : 'info'}>
              {t('next', { what: missing.length > 0 ? t('nextOwnData', { n: missing.length }) : t('nextOwnRequest') })}
            </Notice>
            <Section title={t('own')}>
              <Contracts view={view} county={county} />
            </Section>
            <Section title={t('missing')}>
              <Select
                label={t('contract')}
                value={wanted}
                choices={[
                  { value: '', label: t('all') },
                  ...view.rows.map(({ contract }) => ({ value: contract.id, label: `${contract.number} ${contract.title}` })),
                ]}
                onChange={event => setWanted(event.target.value)}
              />
              <DataTable
                name="missing-"
                caption={t('missing')}
                pageSize={15}
                rows={missing.filter(({ contract }) => wanted === '' || contract.id === wanted)}
                rowKey={row => `${row.contract.id} ${row.item} ${row.month}`}
                empty={t('nothingMissing')}
                columns={[
                  { key: 'month', title: t('month'), value: row => row.month },
                  { key: 'item', title: t('item'), value: row => inLanguage(row.term) },
                  { key: 'contract', title: t('contract'), value: row => `${row.contract.number} ${row.contract.title}` },
                  { key: 'deliver', title: t('deliver'), cell: row => <DeliverForm county={county} row={row} /> },
                ]}
              />
            </Section>
          </ConsolePage>
        )
      }}
    </Loaded>
  )
}
