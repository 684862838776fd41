import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { DataTable, EmptyState, formatInstant, Link, Loaded, Notice, StateTag, useApi, useBilingual, useMay, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { formStateLabels } from '../index.ts'
import type { FormState } from '../index.ts'
import { words } from './form-messages.ts'
import type { FormsView } from './form-view.ts'
import { useCounty } from './use-county.ts'
import './reporting.css'

const tones: Record<FormState, Tone> = { 'on-time': 'met', late: 'should', 'back-filled': 'should', missing: 'must', 'not-due': 'info' }

function FormsTable({ county, view }: { county: string; view: FormsView }): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const may = useMay()('reporting.forms-enter')
  const step = (version: number): string => (may ? (version === 0 ? t('fill') : t('correct')) : t('open'))
  return (
    <DataTable
      caption={t('forms')}
      rows={view.rows}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => `${row.form} ${row.period}`}
      empty={<EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
      columns={[
        { key: 'form', title: t('form'), value: row => inLanguage(row.title) },
        { key: 'period', title: t('period'), value: row => row.period },
        { key: 'due', title: t('due'), value: row => row.dueOn },
        {
          key: 'state',
          title: t('state'),
          value: row => inLanguage(formStateLabels[row.state]),
          cell: row => <StateTag tone={tones[row.state]}>{inLanguage(formStateLabels[row.state])}</StateTag>,
        },
        { key: 'entered', title: t('entered'), value: row => row.enteredAt && formatInstant(row.enteredAt) },
        { key: 'versions', title: t('versions'), numeric: true, value: row => (row.version === 0 ? null : row.version) },
        { key: 'rows', title: t('rows'), numeric: true, value: row => (row.version === 0 ? null : row.rows) },
        {
          key: 'open',
          title: t('open'),
          cell: row => <Link href={`/forms/${county}/${row.form}/${row.period}`}>{step(row.version)}</Link>,
        },
      ]}
    />
  )
}

/** Which monthly and yearly forms a county owes, what came, and the way to fill one in. */
export default function FormsPage(): ReactNode {
  const t = useText(words)
  const [county, choose] = useCounty()
  const query = useApi<FormsView>(county === '' ? null : `/api/reporting/${county}/forms`)
  return (
    <ConsolePage title={t('forms')} lead={t('formsLead')}>
      <div className="screen-only">
        <PlacePicker label={t('county')} value={county} levels={['county']} inForce="any" onChange={place => choose(place?.code ?? '')} />
      </div>
      {county === '' ? (
        <Notice title={t('chooseCounty')} />
      ) : (
        <Loaded query={query}>{view => <FormsTable county={county} view={view} />}</Loaded>
      )}
    </ConsolePage>
  )
}
