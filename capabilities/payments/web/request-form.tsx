import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { InvoiceRulings } from '@jincun/projects/web/parts'
import { newId, Notice, StateTag, useBilingual, useSend, useText } from '@jincun/ui'
import { fieldsOf, FormDrawer } from '@jincun/ui/console'
import type { PaymentRequest } from '../index.ts'
import { Arithmetic } from './arithmetic.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import type { SentPaper } from './evidence-fields.tsx'
import { fieldsOfRequest } from './fields-of-request.ts'
import { messages } from './messages.ts'
import './payments.css'
import { MoneyFields, WhatFields } from './request-fields.tsx'
import { requestMessages } from './request-messages.ts'
import { requestOf, stepsOfFields } from './request-of-fields.ts'
import { SupportFields } from './support-fields.tsx'
import type { AskedContract, OwnPayment } from './view.ts'

type FormProps = { contract: AskedContract; rows: readonly OwnPayment[]; earlier?: PaymentRequest; onDone: () => void }

const modes = ['loan-interest-subsidy', 'service-purchase', 'reward-in-lieu'] as const

function ModeOf({ mode }: { mode: string }): ReactNode {
  const t = useText(requestMessages)
  const known = modes.find(each => each === mode)
  return (
    <p>
      {t('mode')} <StateTag tone="info">{t(known ?? 'otherMode')}</StateTag>
    </p>
  )
}

type FieldsProps = Pick<FormProps, 'contract' | 'rows'> & { mode: string; start: Record<string, string>; fields: Record<string, string> }

/** Everything but the papers, in the order a person thinks of it: what for, by which mode, how much, to whom. */
function Fields({ contract, rows, mode, start, fields }: FieldsProps): ReactNode {
  const given = { ...start, kind: fields.kind ?? '' }
  return (
    <>
      <p>{`${contract.number} ${contract.title}`}</p>
      <WhatFields contract={contract} given={given} />
      <ModeOf mode={mode} />
      <SupportFields mode={mode} terms={contract.terms} given={start} />
      <Arithmetic steps={stepsOfFields(contract, mode, fields, rows)} />
      <MoneyFields contract={contract} mode={mode} given={given} />
    </>
  )
}

/** A contractor asks for payment under one of its contracts; what is asked follows the support mode of the chosen line. */
export function RequestForm({ contract, rows, earlier, onDone }: FormProps): ReactNode {
  const t = useText(messages)
  const r = useText(requestMessages)
  const inLanguage = useBilingual()
  const first = { line: contract.lines[0]?.id ?? '', kind: 'milestone', milestone: contract.milestones[0]?.id ?? '' }
  const start: Record<string, string> = earlier ? fieldsOfRequest(earlier) : first
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const [fields, setFields] = useState(start)
  const [sent, setSent] = useState<SentPaper[]>([])
  const [fault, setFault] = useState('')
  const mode = contract.modeOfLine[fields.line ?? ''] ?? ''
  const papers = fields.kind === 'advance' ? contract.papersOfAdvance : (contract.papersOfMode[mode] ?? [])
  const open = () => {
    setId(newId())
    setFields(start)
    setSent([])
    setFault('')
    clear()
  }
  const faultOf = (body: PaymentRequest | null): string => {
    const lacking = papers.filter(paper => !sent.some(({ kind }) => kind === paper.id))
    if (body === null) return r('unreadable')
    return lacking.length > 0 ? r('lacking', { names: lacking.map(({ term }) => inLanguage(term)).join('、') }) : ''
  }
  const submit = async (given: Record<string, string>): Promise<boolean> => {
    const wanted = papers.flatMap(paper => sent.findLast(({ kind }) => kind === paper.id) ?? [])
    const evidence = wanted.map(({ kind, fileId, sha256 }) => ({ kind, fileId, sha256 }))
    const body = requestOf(id, contract, mode, given, evidence)
    const wrong = faultOf(body)
    setFault(wrong)
    if (wrong !== '' || (await send('/api/payments', body)) === null) return false
    onDone()
    return true
  }
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const form = event.currentTarget.closest('form')
    if (form) setFields(fieldsOf(form))
  }
  return (
    <FormDrawer
      kind="link"
      title={earlier ? r('askAgain') : t('newRequest')}
      submitLabel={t('submit')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <div className="request-form" onChange={follow}>
        <Fields contract={contract} rows={rows} mode={mode} start={start} fields={fields} />
        <EvidenceFields county={contract.countyCode} papers={papers} onSent={paper => setSent([...sent, paper])} />
        {fault ? <Notice tone="must">{fault}</Notice> : null}
        <InvoiceRulings county={contract.countyCode} contractId={contract.id} lineId={fields.line ?? ''} problem={problem} />
      </div>
    </FormDrawer>
  )
}
