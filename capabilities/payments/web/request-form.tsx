import { useState } from 'react'
import type { ReactNode } from 'react'
import { Field, formatYuan, newId, Notice, Select, TextArea, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { Contract } from '@jincun/projects'
import { messages } from './messages.ts'
import { requestOf } from './request-of-fields.ts'

function Fields({ contract }: { contract: Contract }): ReactNode {
  const t = useText(messages)
  const sources = (['central', 'local', 'enterprise'] as const).map(value => ({ value, label: t(value) }))
  const lines = contract.lines.map(line => ({ value: line.id, label: `${line.name}（${formatYuan(BigInt(line.amountFen))}）` }))
  const milestones = contract.milestones.map(each => ({ value: each.id, label: `${each.name}（${each.shareBasisPoints / 100}%）` }))
  return (
    <>
      <Select name="line" label={t('line')} choices={lines} />
      <Select name="source" label={t('sourceOf')} choices={sources} />
      <Select name="kind" label={t('kind')} choices={(['milestone', 'advance'] as const).map(value => ({ value, label: t(value) }))} />
      <Select name="milestone" label={t('milestoneOf')} choices={milestones} />
      <Field name="amount" label={t('amountYuan')} inputMode="decimal" required />
      <Field name="invoiceNumber" label={t('invoiceNumber')} inputMode="numeric" required />
      <Field name="invoiceCode" label={t('invoiceCode')} inputMode="numeric" optional />
      <Field name="invoiceDate" type="date" label={t('invoiceDate')} required />
      <Field name="invoiceAmount" label={t('invoiceAmount')} inputMode="decimal" required />
      <Field name="invoiceItem" label={t('invoiceItem')} required />
      <Field name="bank" label={t('bank')} required />
      <Field name="account" label={t('account')} inputMode="numeric" required />
      <Field name="deliveredOn" type="date" label={t('deliveredOn')} optional />
      <TextArea name="delivered" label={t('delivered')} optional />
    </>
  )
}

/** A contractor asks for payment under one of its contracts. */
export function RequestForm({ contract, onDone }: { contract: Contract; onDone: () => void }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  const [unreadable, setUnreadable] = useState(false)
  const open = () => {
    setId(newId())
    setUnreadable(false)
    clear()
  }
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const request = requestOf(id, contract, fields)
    setUnreadable(request === null)
    if (request === null || (await send('/api/payments', request)) === null) return false
    onDone()
    return true
  }
  return (
    <FormDrawer
      kind="link"
      title={t('newRequest')}
      submitLabel={t('submit')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>{`${contract.number} ${contract.title}`}</p>
      <Fields contract={contract} />
      {unreadable ? <Notice tone="must">{t('badAmount')}</Notice> : null}
    </FormDrawer>
  )
}
