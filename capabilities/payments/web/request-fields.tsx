import type { ReactNode } from 'react'
import { basisPointsText } from '@jincun/kernel'
import { Field, formatYuan, Select, TextArea, useText } from '@jincun/ui'
import { messages } from './messages.ts'
import { requestMessages } from './request-messages.ts'
import type { AskedContract } from './view.ts'

type Given = Readonly<Record<string, string>>

/** Line, source, kind, milestone: they decide what else is asked. */
export function WhatFields({ contract, given }: { contract: AskedContract; given: Given }): ReactNode {
  const t = useText(messages)
  const r = useText(requestMessages)
  const sources = (['central', 'local', 'enterprise'] as const).map(value => ({ value, label: t(value) }))
  const lines = contract.lines.map(line => ({ value: line.id, label: `${line.name}（${formatYuan(BigInt(line.amountFen))}）` }))
  const milestones = contract.milestones.map(each => ({
    value: each.id,
    label: `${each.name}（${basisPointsText(each.shareBasisPoints)}%）`,
  }))
  const kinds = (['milestone', 'advance'] as const).map(value => ({ value, label: t(value) }))
  return (
    <fieldset className="request-part">
      <h3>{r('what')}</h3>
      <Select name="line" label={t('line')} choices={lines} defaultValue={given.line} />
      <Select name="source" label={t('sourceOf')} choices={sources} defaultValue={given.source} />
      <Select name="kind" label={t('kind')} choices={kinds} defaultValue={given.kind} />
      {given.kind === 'advance' ? null : (
        <Select name="milestone" label={t('milestoneOf')} choices={milestones} defaultValue={given.milestone} />
      )}
    </fieldset>
  )
}

type MoneyProps = { contract: AskedContract; mode: string; given: Given }

/** Amount, invoice, delivery and account. */
export function MoneyFields({ contract, mode, given }: MoneyProps): ReactNode {
  const t = useText(messages)
  const r = useText(requestMessages)
  const { name, creditCode } = contract.party
  return (
    <>
      <Field name="amount" label={t('amountYuan')} inputMode="decimal" defaultValue={given.amount} required />
      <fieldset className="request-part">
        <h3>{r(mode === 'loan-interest-subsidy' ? 'interestReceipt' : 'invoiceTitle')}</h3>
        <Field name="invoiceNumber" label={t('invoiceNumber')} inputMode="numeric" defaultValue={given.invoiceNumber} required />
        <Field name="invoiceCode" label={t('invoiceCode')} inputMode="numeric" defaultValue={given.invoiceCode} optional />
        <Field name="invoiceDate" type="date" label={t('invoiceDate')} defaultValue={given.invoiceDate} required />
        <Field name="invoiceAmount" label={t('invoiceAmount')} inputMode="decimal" defaultValue={given.invoiceAmount} required />
        <Field name="invoiceItem" label={t('invoiceItem')} defaultValue={given.invoiceItem} required />
      </fieldset>
      {given.kind === 'advance' ? null : (
        <fieldset className="request-part">
          <h3>{r('deliveryTitle')}</h3>
          <Field name="deliveredOn" type="date" label={t('deliveredOn')} defaultValue={given.deliveredOn} required />
          <Field name="deliveredValue" label={r('deliveredValue')} inputMode="decimal" defaultValue={given.deliveredValue} required />
          <TextArea name="delivered" label={t('delivered')} defaultValue={given.delivered} required />
        </fieldset>
      )}
      <fieldset className="request-part">
        <h3>{r('payeeTitle')}</h3>
        <p className="quiet">{r('payeeFixed', { name, code: creditCode })}</p>
        <Field name="bank" label={t('bank')} defaultValue={given.bank} required />
        <Field name="account" label={t('account')} inputMode="numeric" defaultValue={given.account} required />
      </fieldset>
    </>
  )
}
