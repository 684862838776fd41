import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Field, newId, Notice, ProblemNotice, Select, useFieldErrors, useSend, useText } from '@jincun/ui'
import type { CountyCard } from './answers.ts'
import { cardMessages } from './card-messages.ts'

type Order = { id: string; way: string; from: string; document: string }

const emptyOrder = (): Order => ({ id: newId(), way: 'incentive', from: '', document: '' })

type ConfirmProps = { name: string; year: number; sending: boolean; onConfirm: () => void; onBack: () => void }

function Confirm({ name, year, sending, onConfirm, onBack }: ConfirmProps): ReactNode {
  const t = useText(cardMessages)
  return (
    <div className="designate-actions">
      <p>{t('designateQuestion', { name, year })}</p>
      <Button kind="primary" busy={sending} onClick={onConfirm}>
        {t('designateConfirm')}
      </Button>
      <Button onClick={onBack}>{t('designateCancel')}</Button>
    </div>
  )
}

type FieldsProps = { order: Order; change: (part: Partial<Order>) => void; errorOf: (field: string) => string | undefined }

function OrderFields({ order, change, errorOf }: FieldsProps): ReactNode {
  const t = useText(cardMessages)
  const ways = (['incentive', 'region-wide'] as const).map(way => ({ value: way, label: t(`way_${way}`) }))
  return (
    <>
      <Select
        label={t('way')}
        choices={ways}
        value={order.way}
        onChange={event => change({ way: event.target.value })}
        error={errorOf('way')}
      />
      <Field
        label={t('from')}
        type="date"
        required
        value={order.from}
        onChange={event => change({ from: event.target.value })}
        error={errorOf('from')}
      />
      <Field
        label={t('document')}
        required
        maxLength={200}
        value={order.document}
        onChange={event => change({ document: event.target.value })}
        error={errorOf('document')}
      />
    </>
  )
}

/** For the central authorities: enters an incentive county (4.7) or a county of a region (4.6) directly, after asking once more. */
export function DesignateForm({ card }: { card: CountyCard }): ReactNode {
  const t = useText(cardMessages)
  const [order, setOrder] = useState(emptyOrder)
  const [step, setStep] = useState<'filling' | 'asking' | 'done'>('filling')
  const { send, sending, problem } = useSend()
  const errorOf = useFieldErrors(problem)
  const { county, year } = card
  const confirm = async (): Promise<void> => {
    const sent = await send('/api/designations', { ...order, countyCode: county.code, year })
    setStep(sent === null ? 'filling' : 'done')
    if (sent !== null) setOrder(emptyOrder())
  }
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    setStep('asking')
  }
  return (
    <section className="card-section screen-only">
      <h2>{t('designate')}</h2>
      <p className="quiet">{t('designateLead')}</p>
      {step === 'done' ? <Notice tone="met" alert title={t('designateDone')} /> : null}
      <form className="designate-form" onSubmit={ask}>
        <OrderFields order={order} change={part => setOrder({ ...order, ...part })} errorOf={errorOf} />
        {step === 'asking' ? null : (
          <Button type="submit" kind="primary">
            {t('designateButton', { year })}
          </Button>
        )}
      </form>
      {step === 'asking' ? (
        <Confirm name={county.name} year={year} sending={sending} onConfirm={() => void confirm()} onBack={() => setStep('filling')} />
      ) : null}
      <ProblemNotice problem={problem} />
    </section>
  )
}
