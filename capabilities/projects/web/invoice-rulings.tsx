import type { ReactNode } from 'react'
import { Button, ClauseLink, DataTable, Notice, ProblemNotice, StateTag, useApi, useOrder, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import type { GateRuling, RulingRequest } from '../index.ts'
import { rulingMessages } from './messages-ruling.ts'

type Row = { request: RulingRequest; waits: boolean; ruling: GateRuling | null }
type Rulings = { rows: Row[]; asOf: string }
type AskProps = { county: string; contractId: string; lineId: string; name: string; clause: string }

/** Asks the province to rule on words of an invoice that a door referred (3.6). */
function AskForRuling({ county, contractId, lineId, name, clause }: AskProps): ReactNode {
  const t = useText(rulingMessages)
  const order = useOrder(`/api/projects/${county}/ruling-requests`)
  return (
    <Notice tone="unknown" title={t('doubtfulInvoice', { name })}>
      <p>
        {t('doubtfulLead')} <ClauseLink clause={clause} />
      </p>
      <div className="form-bar">
        <Button busy={order.sending} onClick={() => void order.post({ contractId, lineId, name })}>
          {t('askRuling')}
        </Button>
      </div>
      <ProblemNotice problem={order.problem} />
    </Notice>
  )
}

function Outcome({ row }: { row: Row }): ReactNode {
  const t = useText(rulingMessages)
  if (!row.ruling) return <StateTag tone={row.waits ? 'unknown' : 'met'}>{t(row.waits ? 'waitsRuling' : 'noDoubt')}</StateTag>
  const { decision, reason, ruledBy } = row.ruling
  return (
    <>
      <StateTag tone={decision === 'permitted' ? 'met' : 'must'}>{t(decision)}</StateTag> {reason}
      <span className="quiet">{`（${ruledBy.office} ${ruledBy.name}）`}</span>
    </>
  )
}

type InvoiceRulingsProps = {
  county: string
  contractId: string
  lineId: string
  /** Why a payment request was refused; the words it refers are offered for a ruling. */
  problem: Problem | null
}

/** Words of invoices in doubt, beside the form that was refused for them: the button that asks for a ruling, and how earlier ones were ruled on. */
export function InvoiceRulings({ county, contractId, lineId, problem }: InvoiceRulingsProps): ReactNode {
  const t = useText(rulingMessages)
  const { data } = useApi<Rulings>(`/api/projects/${county}/ruling-requests`, { contract: contractId })
  const rows = data?.rows ?? []
  const asked = (name: string): boolean => rows.some(({ request }) => request.lineId === lineId && request.name === name)
  const doubts = (problem?.findings ?? []).flatMap(({ code, status, where, rows: lines, clause }) =>
    code === 'negative-list' && status === 'unknown' && where === 'invoice.itemName' ? lines.map(({ label }) => ({ label, clause })) : [],
  )
  return (
    <>
      {doubts
        .filter(({ label }) => !asked(label))
        .map(({ label, clause }) => (
          <AskForRuling key={label} {...{ county, contractId, lineId, clause }} name={label} />
        ))}
      {rows.length > 0 && data ? (
        <DataTable
          name="rulings-"
          caption={t('invoiceRulings')}
          rows={rows}
          asOf={data.asOf}
          find={false}
          rowKey={row => row.request.id}
          columns={[
            { key: 'name', title: t('invoiceName'), value: row => row.request.name },
            { key: 'outcome', title: t('outcome'), cell: row => <Outcome row={row} /> },
          ]}
        />
      ) : null}
    </>
  )
}
