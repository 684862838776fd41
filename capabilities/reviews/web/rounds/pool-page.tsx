import type { ReactNode } from 'react'
import { DataTable, Loaded, StateTag, useApi, useBilingual, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { PlacePicker } from '@jincun/places/web'
import { ExpertForm } from './expert-form.tsx'
import { useProvince } from './own-province.ts'
import { messages } from './pool-messages.ts'
import type { ExpertRecord, Pool } from './views.ts'
import './rounds.css'

function Ties({ pool, expert }: { pool: Pool; expert: ExpertRecord['expert'] }): ReactNode {
  const t = useText(messages)
  const county = (code: string): string => pool.placeNames[code] ?? code
  const ties = [
    ...expert.declaredRelations.map(
      ({ kind, text, countyCode, organisationName }) =>
        `${t(kind)}：${text}（${[countyCode && county(countyCode), organisationName].filter(Boolean).join('、')}）`,
    ),
    ...expert.pastContracts.map(({ endYear, subject, countyCode }) => `${endYear} ${subject}（${county(countyCode)}）`),
  ]
  if (ties.length === 0) return <span className="quiet">{t('noTies')}</span>
  return (
    <ul className="plain-list">
      {ties.map(tie => (
        <li key={tie}>{tie}</li>
      ))}
    </ul>
  )
}

function useColumns(pool: Pool): Column<ExpertRecord>[] {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const fieldName = (id: string): string => {
    const label = pool.fields.find(field => field.id === id)
    return label ? inLanguage(label.term) : id
  }
  const accountOf = (record: ExpertRecord) => pool.accounts.find(account => account.id === record.expert.personId)?.username ?? null
  return [
    { key: 'name', title: t('name'), value: row => row.expert.name },
    { key: 'organisation', title: t('organisation'), value: row => row.expert.organisationName },
    { key: 'title', title: t('jobTitle'), value: row => row.expert.title },
    { key: 'home', title: t('home'), value: row => pool.placeNames[row.expert.homeCountyCode] ?? row.expert.homeCountyCode },
    { key: 'fields', title: t('fields'), value: row => row.expert.fields.map(fieldName).join('、') },
    { key: 'ties', title: t('ties'), cell: row => <Ties pool={pool} expert={row.expert} /> },
    { key: 'account', title: t('account'), value: row => accountOf(row) ?? t('noAccount') },
    {
      key: 'state',
      title: t('state'),
      value: row => t(row.expert.active ? 'active' : 'inactive'),
      cell: row => <StateTag tone={row.expert.active ? 'met' : 'unknown'}>{t(row.expert.active ? 'active' : 'inactive')}</StateTag>,
    },
    ...(pool.mayManage ? [{ key: 'edit', title: t('edit'), cell: (row: ExpertRecord) => <ExpertForm pool={pool} record={row} /> }] : []),
  ]
}

function PoolTable({ pool }: { pool: Pool }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      caption={t('pool')}
      rows={pool.experts}
      rowKey={row => row.expert.id}
      asOf={pool.asOf}
      empty={t('emptyPool')}
      columns={useColumns(pool)}
    />
  )
}

/** A province's pool of experts with the ties that keep them away from counties. */
export default function PoolPage(): ReactNode {
  const t = useText(messages)
  const [province, choose] = useProvince()
  const query = useApi<Pool>(province ? '/api/experts' : null, { province })
  const pool = query.data
  return (
    <ConsolePage title={t('pool')} lead={t('poolLead')} asOf={pool?.asOf} actions={pool?.mayManage ? <ExpertForm pool={pool} /> : null}>
      {pool?.mayManage ? null : (
        <PlacePicker
          label={t('province')}
          hint={t('provinceHint')}
          levels={['province']}
          value={province}
          onChange={place => choose(place?.code ?? '')}
        />
      )}
      {province ? <Loaded query={query}>{loaded => <PoolTable pool={loaded} />}</Loaded> : null}
    </ConsolePage>
  )
}
