import type { ReactNode } from 'react'
import { DataTable, Link, StateTag, useBilingual, useText } from '@jincun/ui'
import { contractStateLabels, nodeKindLabels, pointsOf } from '../index.ts'
import { Facts } from './facts.tsx'
import { messages } from './messages.ts'
import { words } from './messages-common.ts'
import { formMessages } from './messages-forms.ts'
import { SiteForm } from './site-form.tsx'
import { SignPhotoForm } from './work-forms.tsx'
import type { CardView } from './view.ts'

type PartProps = { view: CardView; county: string }

export function ContractTable({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="contracts-"
      caption={t('contracts')}
      rows={view.contracts}
      rowKey={row => row.id}
      empty={t('none')}
      columns={[
        {
          key: 'number',
          title: t('contractNumber'),
          value: row => row.number,
          cell: row => <Link href={`/contracts/${county}/${row.year}/${row.id}`}>{row.number}</Link>,
        },
        { key: 'party', title: t('party'), value: row => row.party.name },
        {
          key: 'amount',
          title: t('amount'),
          fen: row => BigInt(row.amountFen),
          unit: 'yuan',
        },
        { key: 'state', title: t('state'), value: row => inLanguage(contractStateLabels[row.state]) },
        {
          key: 'labels',
          title: t('labels'),
          cell: row => <Link href={`/assets/${county}?contract=${row.id}`}>{t('labels')}</Link>,
        },
      ]}
    />
  )
}

/** Every bid, of winner and losers. */
export function BidTable({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const rows = view.procurements.flatMap(procurement => procurement.bids.map(bid => ({ procurement, bid })))
  return (
    <DataTable
      name="bids-"
      caption={t('procurements')}
      rows={rows}
      rowKey={row => `${row.procurement.id} ${row.bid.id}`}
      empty={t('none')}
      columns={[
        {
          key: 'procurement',
          title: t('procurements'),
          value: row => row.procurement.title,
          cell: row => <Link href={`/procurements/${county}/${row.procurement.year}/${row.procurement.id}`}>{row.procurement.title}</Link>,
        },
        { key: 'bidder', title: t('bidder'), value: row => row.bid.bidder.name },
        {
          key: 'bid',
          title: t('bid'),
          fen: row => BigInt(row.bid.amountFen),
          unit: 'yuan',
        },
        { key: 'points', title: t('points'), numeric: true, value: row => (pointsOf(row.bid) ?? 0) / 100 },
        { key: 'won', title: t('won'), value: row => (row.procurement.award?.bidId === row.bid.id ? t('won') : '—') },
      ]}
    />
  )
}

/** Whether a photo shows the sign at a site, and the way to send one (6.4b). */
function SignShown({ view, county, site }: PartProps & { site: CardView['siteList'][number] }): ReactNode {
  const t = useText(messages)
  const last = view.signs.filter(({ siteId }) => siteId === site.id).at(-1)
  return (
    <div className="form-bar">
      {last ? (
        <a href={`/api/projects/${county}/files/${last.fileId}`} download>
          {last.takenOn}
        </a>
      ) : (
        <StateTag tone="should">{t('no')}</StateTag>
      )}
      {view.mayWrite ? <SignPhotoForm county={county} site={site} /> : null}
    </div>
  )
}

export function SiteTable({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const forms = useText(formMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="sites-"
      caption={t('sites')}
      rows={view.siteList}
      rowKey={row => row.id}
      empty={t('none')}
      columns={[
        { key: 'site', title: t('site'), value: row => row.name },
        { key: 'kind', title: t('kind'), value: row => inLanguage(nodeKindLabels[row.kind]) },
        { key: 'money', title: t('centralOfSite'), fen: row => BigInt(row.centralFen), unit: 'wan' },
        { key: 'premises', title: forms('premises'), value: row => forms(row.premises === 'none' ? 'nonePremises' : row.premises) },
        {
          key: 'shown',
          title: t('signShown'),
          value: row => t(view.signs.some(({ siteId }) => siteId === row.id) ? 'yes' : 'no'),
          cell: row => <SignShown view={view} county={county} site={row} />,
        },
        {
          key: 'sign',
          title: t('sign'),
          cell: row => (
            <a href={`/api/projects/${county}/sites/${row.id}/sign`} download>
              {t('sign')}
            </a>
          ),
        },
        {
          key: 'edit',
          title: common('edit'),
          cell: row => (view.mayWrite ? <SiteForm county={county} projectId={view.project.id} standing={row} /> : '—'),
        },
      ]}
    />
  )
}

export function Papers({ view }: { view: CardView }): ReactNode {
  const t = useText(messages)
  const { decisionBody, decisionDocument, disclosureUrl, responsible } = view.project
  return (
    <Facts
      facts={[
        [t('responsible'), `${responsible.name} ${responsible.post} ${responsible.phone}`],
        [t('decision'), `${decisionBody || '—'} ${decisionDocument}`],
        [
          t('disclosure'),
          disclosureUrl ? (
            <a key="disclosure" href={disclosureUrl}>
              {disclosureUrl}
            </a>
          ) : (
            t('none')
          ),
        ],
      ]}
    />
  )
}
