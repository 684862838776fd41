import type { ReactNode } from 'react'
import { DataTable, Notice, StateTag, useBilingual, useText } from '@jincun/ui'
import { pointsOf } from '../index.ts'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import type { ProcurementView } from './procurement-view.ts'

/** Every bid, of winner and losers: without the losers no collusion shows. */
export function BidList({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const { award, bids } = view.procurement
  return (
    <DataTable
      name="bids-"
      caption={t('bids')}
      rows={bids}
      rowKey={row => row.id}
      columns={[
        { key: 'bidder', title: t('bidder'), value: row => row.bidder.name },
        { key: 'code', title: t('creditCode'), value: row => row.bidder.creditCode },
        { key: 'price', title: t('price'), fen: row => BigInt(row.amountFen), unit: 'yuan' },
        {
          key: 'points',
          title: t('pointsShown'),
          numeric: true,
          value: row => {
            const points = pointsOf(row)
            return points === null ? null : points / 100
          },
        },
        {
          key: 'status',
          title: t('status'),
          value: row => t(row.status),
          cell: row => (row.status === 'valid' ? t('valid') : `${t(row.status)}：${row.statusReason || '—'}`),
        },
        { key: 'epidemic', title: t('epidemicShort'), value: row => (row.epidemicSupply ? t('epidemicShort') : '—') },
        {
          key: 'won',
          title: t('won'),
          value: row => (award?.bidId === row.id ? t('won') : view.top.includes(row.id) ? t('rank') : '—'),
          cell: row => (award?.bidId === row.id ? <StateTag tone="met">{t('won')}</StateTag> : view.top.includes(row.id) ? t('rank') : '—'),
        },
        {
          key: 'contact',
          title: t('representative'),
          value: row => [row.bidder.legalRepresentative, row.bidder.phone, row.bidder.address].filter(Boolean).join(' · ') || '—',
        },
      ]}
    />
  )
}

/** The epidemic-supply preference (3.0) as it stands here: only among equals at the top, and always shown. */
export function Preference({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const { award, bids } = view.procurement
  const top = bids.filter(({ id }) => view.top.includes(id))
  const names = (rows: typeof bids): string => rows.map(({ bidder }) => bidder.name).join('、') || t('nobody')
  if (top.length < 2) return <p className="quiet">{t('preferenceNone')}</p>
  return (
    <Notice tone="info">
      {t('preferenceSome', { n: top.length, names: names(top), attested: names(top.filter(({ epidemicSupply }) => epidemicSupply)) })}
      {award?.byPreference ? ` ${t('preferenceUsed')}` : ''}
    </Notice>
  )
}

/** Red flags, each with the rows it saw: a reason to open the file, never a verdict. */
export function RedFlags({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const inLanguage = useBilingual()
  if (view.flags.length === 0) return <p>{t('noFlags')}</p>
  return (
    <>
      <p>{t('flagNote')}</p>
      {view.flags.map(flag => (
        <Notice key={`${flag.code} ${flag.message.en}`} tone="should" title={inLanguage(flag.message)}>
          <p className="quiet">{t('rows')}</p>
          <ul>
            {flag.rows.map(row => (
              <li key={`${row.kind} ${row.key}`}>{row.label}</li>
            ))}
          </ul>
        </Notice>
      ))}
    </>
  )
}

export function NoticeList({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  return (
    <DataTable
      name="notices-"
      caption={t('notices')}
      rows={view.procurement.notices}
      rowKey={row => row.id}
      empty={common('none')}
      columns={[
        { key: 'publishedOn', title: t('publishedOn'), value: row => row.publishedOn },
        { key: 'kind', title: t('noticeKind'), value: row => t(row.kind) },
        { key: 'title', title: t('noticeTitle'), value: row => row.title },
        { key: 'url', title: t('url'), value: row => row.url || '—', cell: row => (row.url ? <a href={row.url}>{row.url}</a> : '—') },
      ]}
    />
  )
}
