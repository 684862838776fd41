import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, TextArea, newId, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { ProvinceRow } from './settlement-page.tsx'

type StepProps = { year: number; row: ProvinceRow }

/** Scores the plan of a province. */
export function ReviewStep({ year, row }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [score, setScore] = useState(row.review?.score ?? '')
  const [comment, setComment] = useState(row.review?.comment ?? '')
  return (
    <ConfirmButton
      label={t('reviewPlan')}
      title={`${row.provinceName} · ${t('reviewPlan')}`}
      consequences={
        <>
          <Field label={t('score')} inputMode="decimal" value={score} onChange={event => setScore(event.target.value)} />
          <TextArea label={t('comment')} value={comment} onChange={event => setComment(event.target.value)} />
        </>
      }
      onConfirm={() => send(`/api/settlement/${year}/plan-reviews`, { id: newId(), provinceCode: row.provinceCode, score, comment })}
      problem={problem}
    />
  )
}

/** Sets the final number of a province; a number other than the provisional one wants its reason. */
export function ApproveStep({ year, row }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [number, setNumber] = useState(String(row.approval?.approved ?? row.provisional ?? ''))
  const [reason, setReason] = useState('')
  return (
    <ConfirmButton
      label={t('approve')}
      title={`${row.provinceName} · ${t('approve')}`}
      consequences={
        <>
          <Field label={t('number')} type="number" min={0} value={number} onChange={event => setNumber(event.target.value)} />
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
        </>
      }
      onConfirm={() =>
        send(`/api/settlement/${year}/approvals`, { id: newId(), provinceCode: row.provinceCode, approved: Number(number), reason })
      }
      problem={problem}
    />
  )
}

/** Enters money allotted in advance, or a correction of it. */
export function AdvanceStep({ year, row }: StepProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [amountYuan, setAmount] = useState('')
  const [document, setDocument] = useState('')
  const [allottedOn, setDay] = useState('')
  return (
    <ConfirmButton
      label={t('enterAdvance')}
      title={`${row.provinceName} · ${t('enterAdvance')}`}
      consequences={
        <>
          <Field label={t('amount')} inputMode="decimal" value={amountYuan} onChange={event => setAmount(event.target.value)} />
          <Field label={t('document')} value={document} onChange={event => setDocument(event.target.value)} />
          <Field label={t('day')} type="date" value={allottedOn} onChange={event => setDay(event.target.value)} />
        </>
      }
      onConfirm={() =>
        send(`/api/settlement/${year}/advances`, { id: newId(), provinceCode: row.provinceCode, amountYuan, document, allottedOn })
      }
      problem={problem}
    />
  )
}
