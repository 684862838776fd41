import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import {
  DataTable,
  EmptyState,
  Link,
  Loaded,
  Notice,
  Select,
  StateTag,
  useAddressState,
  useApi,
  useBilingual,
  useMay,
  useText,
} from '@jincun/ui'
import type { Column, Tone } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { isOpen } from '../index.ts'
import type { Duty, DutySummary } from '../index.ts'
import { dutyWords } from './duty-messages.ts'
import { useCounty } from './use-county.ts'
import './reporting.css'

type DutiesView = { rows: Duty[]; summary: DutySummary; mayEnter: boolean; asOf: string }
type Words = (key: 'complete' | 'invalid' | 'notDue' | 'incomplete', values?: Record<string, string | number>) => string

function standingOf(duty: Duty, t: Words): [Tone, string] {
  if (duty.present < duty.required) return ['must', t('incomplete', { n: duty.required - duty.present })]
  if (duty.valid < duty.present) return ['must', t('invalid')]
  return duty.required === 0 ? ['info', t('notDue')] : ['met', t('complete')]
}

const listed = 3

function useColumns(county: string, view: DutiesView): Column<Duty>[] {
  const t = useText(dutyWords)
  const inLanguage = useBilingual()
  const lacking = ({ faults }: Duty): string =>
    [...faults.slice(0, listed).map(({ period, why }) => `${period} ${inLanguage(why)}`), faults.length > listed ? '…' : '']
      .filter(Boolean)
      .join('；')
  const address = (duty: Duty): string =>
    duty.form === 'daily-station' ? `/station-days/${county}` : `/contract-forms/${county}/${duty.contractId}/${duty.form}/${duty.period}`
  const firms = new Set(view.rows.map(({ contractor }) => contractor)).size
  const timesOf = ({ onTime, late, backFilled, corrections, onPaper }: Duty): string =>
    t('timesOf', { onTime, late, backFilled, corrections, onPaper })
  return [
    { key: 'month', title: t('month'), value: row => row.period },
    { key: 'form', title: t('form'), value: row => inLanguage(row.title) },
    { key: 'site', title: t('site'), value: row => (row.siteId === null ? t('whole') : `${row.siteName} ${row.station}`.trim()) },
    { key: 'contract', title: t('contract'), value: row => row.contractNumber },
    ...(firms > 1 ? [{ key: 'contractor', title: t('contractor'), value: (row: Duty) => row.contractor }] : []),
    { key: 'due', title: t('due'), value: row => row.dueOn },
    {
      key: 'state',
      title: t('state'),
      value: row => standingOf(row, t)[1],
      cell: row => <StateTag tone={standingOf(row, t)[0]}>{standingOf(row, t)[1]}</StateTag>,
    },
    { key: 'required', title: t('required'), numeric: true, value: row => row.required },
    { key: 'present', title: t('present'), numeric: true, value: row => row.present },
    { key: 'valid', title: t('valid'), numeric: true, value: row => row.valid },
    { key: 'times', title: t('times'), value: row => (row.present === 0 ? null : timesOf(row)) },
    { key: 'lacking', title: t('lacking'), value: lacking },
    {
      key: 'open',
      title: t('open'),
      cell: row => <Link href={address(row)}>{view.mayEnter && isOpen(row) ? t('fill') : t('open')}</Link>,
    },
  ]
}

/** One number, and the list behind it: what came, when, and what does not hold. */
function DutiesTable({ county, view }: { county: string; view: DutiesView }): ReactNode {
  const t = useText(dutyWords)
  const [show, setShow] = useAddressState('show')
  const rows = show === 'open' ? view.rows.filter(isOpen) : view.rows
  const { summary } = view
  const columns = useColumns(county, view)
  return (
    <>
      <Notice tone={summary.missing > 0 || summary.valid < summary.required ? 'must' : 'met'} title={t('summary', { ...summary })} />
      <Select
        label={t('show')}
        value={show}
        choices={[
          { value: '', label: t('all') },
          { value: 'open', label: t('onlyOpen') },
        ]}
        onChange={event => setShow(event.target.value)}
      />
      <DataTable
        caption={t('title')}
        rows={rows}
        asOf={view.asOf}
        source={t('source')}
        rowKey={row => `${row.contractId} ${row.form} ${row.siteId ?? ''} ${row.station} ${row.period}`}
        empty={<EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
        columns={columns}
      />
    </>
  )
}

/** Who owes what by when, and what came of it: by contractor, site, form and month (6.4c, 6.4d). */
export default function DutiesPage(): ReactNode {
  const t = useText(dutyWords)
  const [county, choose] = useCounty()
  const may = useMay()
  const query = useApi<DutiesView>(county === '' ? null : `/api/reporting/${county}/duties`)
  return (
    <ConsolePage title={t('title')} lead={t('lead')}>
      <div className="screen-only">
        <PlacePicker label={t('county')} value={county} levels={['county']} inForce="any" onChange={place => choose(place?.code ?? '')} />
      </div>
      {county === '' ? (
        <Notice title={t('chooseCounty')} />
      ) : (
        <>
          <p className="form-steps">
            {may('reporting.submit') ? <Link href={`/station-days/${county}`}>{t('stationDays')}</Link> : null}
            {may('reporting.see-all') ? <Link href={`/report-stations/${county}`}>{t('stations')}</Link> : null}
          </p>
          <Loaded query={query}>{view => <DutiesTable county={county} view={view} />}</Loaded>
        </>
      )}
    </ConsolePage>
  )
}
