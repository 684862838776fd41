import type { ReactNode } from 'react'
import { formatYuan, shanghaiDate } from '@jincun/kernel'
import { DataTable, Link, Notice, StateTag, useBilingual, useNow, useText } from '@jincun/ui'
import type { ContractView } from './contract-view.ts'
import { Facts } from './facts.tsx'
import { GuaranteeEnd } from './guarantee-end.tsx'
import { contractMessages } from './messages-contract.ts'

const yuan = (fen: string): string => formatYuan(BigInt(fen))

export function About({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const today = shanghaiDate(useNow())
  const { contract, project } = view
  const { countyCode: county, year, guarantee } = contract
  const guaranteeWords = guarantee
    ? `${t(guarantee.kind)} ${guarantee.number} ${guarantee.issuer} ${t('guaranteeAmount')} ${yuan(guarantee.amountFen)} · `
    : ''
  return (
    <Facts
      facts={[
        [t('number'), contract.number],
        [t('party'), `${contract.party.name}（${contract.party.creditCode}）`],
        [
          t('project'),
          <Link key="project" href={`/projects/${county}/${year}/${project.id}`}>
            {project.name}
          </Link>,
        ],
        [
          t('procurement'),
          contract.procurementId ? (
            <Link key="procurement" href={`/procurements/${county}/${year}/${contract.procurementId}`}>
              {t('procurementFile')}
            </Link>
          ) : (
            t('noProcurement')
          ),
        ],
        [t('period'), `${contract.start} – ${contract.end}`],
        [t('signedOn'), contract.signedOn ?? '—'],
        [t('amount'), yuan(contract.amountFen)],
        [t('advance'), t('advanceIs', { amount: yuan(view.advanceCapFen), percent: contract.advanceBasisPoints / 100 })],
        [
          t('guarantee'),
          <span key="guarantee">
            {guaranteeWords}
            <GuaranteeEnd contract={contract} today={today} />
          </span>,
        ],
        [
          t('papers'),
          contract.fileId ? (
            <a key="file" href={`/api/projects/${county}/files/${contract.fileId}`} download>
              {t('download')}
            </a>
          ) : (
            '—'
          ),
        ],
      ]}
    />
  )
}

export function MilestoneTable({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const { milestones } = view.contract
  const sum = milestones.reduce((total, { shareBasisPoints }) => total + shareBasisPoints, 0)
  return (
    <>
      {sum === 10_000 ? null : <Notice tone="must">{t('milestoneSum', { sum: sum / 100 })}</Notice>}
      <DataTable
        name="milestones-"
        caption={t('milestones')}
        rows={milestones}
        rowKey={row => row.id}
        columns={[
          { key: 'name', title: t('milestone'), value: row => row.name },
          { key: 'share', title: t('share'), numeric: true, value: row => row.shareBasisPoints / 100 },
          { key: 'amount', title: t('lineAmount'), fen: row => BigInt(view.milestoneFen[row.id] ?? '0'), unit: 'yuan' },
          { key: 'due', title: t('dueOf'), value: row => row.due },
          { key: 'deliverable', title: t('deliverable'), value: row => row.deliverable || '—' },
        ]}
      />
    </>
  )
}

export function LineTable({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const inLanguage = useBilingual()
  const planLine = (id: string): string => view.planLines.find(line => line.id === id)?.name ?? id
  const category = (id: string): string => {
    const found = view.categories.find(entry => entry.id === id)
    return found ? inLanguage(found.term) : id
  }
  return (
    <DataTable
      name="lines-"
      caption={t('lines')}
      rows={view.contract.lines}
      rowKey={row => row.id}
      columns={[
        { key: 'name', title: t('lineName'), value: row => row.name },
        { key: 'plan', title: t('planLine'), value: row => planLine(row.planLineId) },
        { key: 'category', title: t('category'), value: row => category(row.category) },
        { key: 'quantity', title: t('quantity'), numeric: true, value: row => row.quantity, cell: row => `${row.quantity} ${row.unit}` },
        { key: 'amount', title: t('lineAmount'), fen: row => BigInt(row.amountFen), unit: 'yuan' },
        { key: 'central', title: t('central'), fen: row => BigInt(row.centralFen), unit: 'yuan' },
        {
          key: 'premises',
          title: t('premises'),
          value: row => (row.premises === 'new' ? `${t('new')}：${row.premisesReason}` : t(row.premises)),
        },
        { key: 'asset', title: t('isAsset'), value: row => (row.asset ? t('isAsset') : '—') },
      ]}
    />
  )
}

/** The data agreement (6.4d): what is agreed against what such sites must hand in. */
export function AgreementPart({ view }: { view: ContractView }): ReactNode {
  const t = useText(contractMessages)
  const inLanguage = useBilingual()
  const { countyCode: county, dataAgreement } = view.contract
  const agreed = dataAgreement?.items ?? []
  const asked = view.requiredData.map(({ id }) => id)
  const rows = view.dataItems
    .filter(({ id }) => asked.includes(id) || agreed.includes(id))
    .map(({ id, term }) => ({ id, term: inLanguage(term) }))
  return (
    <>
      <p className="quiet">{t('agreementNote')}</p>
      {dataAgreement ? (
        <Facts
          facts={[
            [t('agreementSigned'), dataAgreement.signedOn],
            [t('protection'), dataAgreement.protection],
            [
              t('agreementFile'),
              dataAgreement.fileId ? (
                <a key="file" href={`/api/projects/${county}/files/${dataAgreement.fileId}`} download>
                  {t('download')}
                </a>
              ) : (
                '—'
              ),
            ],
          ]}
        />
      ) : (
        <Notice tone="must">{t('hasNot')}</Notice>
      )}
      <DataTable
        name="data-"
        caption={t('agreementItems')}
        rows={rows}
        rowKey={row => row.id}
        columns={[
          { key: 'term', title: t('agreementItems'), value: row => row.term },
          {
            key: 'state',
            title: t('stateOf'),
            value: row => t(!asked.includes(row.id) ? 'extra' : agreed.includes(row.id) ? 'required' : 'notAgreed'),
            cell: row =>
              asked.includes(row.id) && !agreed.includes(row.id) ? (
                <StateTag tone="must">{t('notAgreed')}</StateTag>
              ) : (
                t(asked.includes(row.id) ? 'required' : 'extra')
              ),
          },
        ]}
      />
    </>
  )
}
