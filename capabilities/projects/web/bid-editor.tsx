import { useState } from 'react'
import type { ReactNode } from 'react'
import { isSocialCreditCode } from '@jincun/identity'
import { basisPointsOf, shanghaiDate } from '@jincun/kernel'
import { Field, Notice, Select, useNow, useSend, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import type { Bid } from '../index.ts'
import { ItemRows } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import { fenOfYuan } from './money-text.ts'
import { contentOf } from './procurement-view.ts'
import type { ProcurementView } from './procurement-view.ts'
import { useDraft } from './use-draft.ts'

/** A bid as it is typed: amounts and points still as texts. */
type Typed = Bid['bidder'] & {
  id: string
  price: string
  points: string
  receivedOn: string
  status: Bid['status']
  statusReason: string
  epidemicSupply: boolean
}

/** What was typed as bids, or null when an amount or points cannot be read. An empty score stays unscored. */
function bidsOf(typed: readonly Typed[], scoreItem: string): Bid[] | null {
  const bids = typed.map((row): Bid | null => {
    const amountFen = fenOfYuan(row.price)
    const hundredths = basisPointsOf(row.points)
    if (amountFen === null || amountFen === '0' || (row.points !== '' && hundredths === null)) return null
    const { id, name, creditCode, legalRepresentative, address, phone, receivedOn, status, statusReason, epidemicSupply } = row
    const scores = hundredths === null ? [] : [{ item: scoreItem, maximumHundredths: 10_000, hundredths }]
    return {
      id,
      bidder: { name, creditCode, legalRepresentative, address, phone },
      amountFen,
      receivedOn,
      status,
      statusReason,
      scores,
      epidemicSupply,
    }
  })
  return bids.every(bid => bid !== null) ? bids : null
}

type BidFieldsProps = { item: Typed; change: (part: Partial<Typed>) => void }

/** Whether the bid counts, and whether supply work is attested (3.0). */
function Judged({ item, change }: BidFieldsProps): ReactNode {
  const t = useText(procurementMessages)
  return (
    <>
      <Select
        label={t('status')}
        value={item.status}
        choices={(['valid', 'disqualified', 'withdrawn'] as const).map(value => ({ value, label: t(value) }))}
        onChange={event => change({ status: event.target.value as Bid['status'] })}
      />
      {item.status === 'valid' ? null : (
        <Field
          label={t('statusReason')}
          required
          maxLength={300}
          value={item.statusReason}
          onChange={event => change({ statusReason: event.target.value })}
        />
      )}
      <Select
        label={t('epidemic')}
        value={item.epidemicSupply ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: '—' },
          { value: 'yes', label: t('epidemicShort') },
        ]}
        onChange={event => change({ epidemicSupply: event.target.value === 'yes' })}
      />
    </>
  )
}

function BidFields({ item, change }: BidFieldsProps): ReactNode {
  const t = useText(procurementMessages)
  const wrongCode = item.creditCode !== '' && !isSocialCreditCode(item.creditCode)
  const text = (key: 'name' | 'legalRepresentative' | 'address' | 'phone', label: string) => (
    <Field
      label={label}
      maxLength={100}
      required={key === 'name'}
      value={item[key]}
      onChange={event => change({ [key]: event.target.value })}
    />
  )
  return (
    <>
      {text('name', t('bidder'))}
      <Field
        label={t('creditCode')}
        required
        maxLength={18}
        value={item.creditCode}
        error={wrongCode ? t('badCode') : null}
        onChange={event => change({ creditCode: event.target.value.trim().toUpperCase() })}
      />
      <Field label={t('price')} inputMode="decimal" required value={item.price} onChange={event => change({ price: event.target.value })} />
      <Field
        label={t('points')}
        inputMode="decimal"
        optional
        value={item.points}
        error={item.points !== '' && basisPointsOf(item.points) === null ? t('badPoints') : null}
        onChange={event => change({ points: event.target.value.trim() })}
      />
      <Field
        label={t('receivedOn')}
        type="date"
        required
        value={item.receivedOn}
        onChange={event => change({ receivedOn: event.target.value })}
      />
      {text('legalRepresentative', t('representative'))}
      {text('address', t('address'))}
      {text('phone', t('phone'))}
      <Judged item={item} change={change} />
    </>
  )
}

const nobody: Omit<Typed, 'id' | 'receivedOn'> = {
  name: '',
  creditCode: '',
  legalRepresentative: '',
  address: '',
  phone: '',
  price: '',
  points: '',
  status: 'valid',
  statusReason: '',
  epidemicSupply: false,
}

/** All bids as they were opened, losers and void ones too; recorded once, together. */
export function BidEditor({ view }: { view: ProcurementView }): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  const { send, problem } = useSend()
  const { procurement } = view
  const today = shanghaiDate(useNow())
  const [bad, setBad] = useState(false)
  const { value: typed, change, changed } = useDraft<Typed[]>(`bids ${procurement.id} ${procurement.version}`, [])
  const open = async (): Promise<unknown> => {
    const bids = bidsOf(typed, t('pointsShown'))
    setBad(bids === null)
    if (!bids) return null
    const content = { ...contentOf(procurement), bids, openedOn: today }
    return send(`/api/projects/${procurement.countyCode}/procurements/${procurement.id}/steps`, { step: 'open', content })
  }
  return (
    <Section title={t('bids')}>
      {changed ? <Notice tone="should">{common('unsaved')}</Notice> : null}
      <ItemRows
        title={t('bids')}
        titled
        what={t('bid')}
        items={typed}
        onChange={change}
        make={id => ({ ...nobody, id, receivedOn: procurement.bidsDueOn ?? today })}
        fields={(item, part) => <BidFields item={item} change={part} />}
      />
      {bad ? (
        <Notice tone="must">
          {common('badMoney')} {t('badPoints')}
        </Notice>
      ) : null}
      <div className="form-bar">
        <ConfirmButton
          kind="primary"
          label={t('open')}
          title={t('open')}
          consequences={
            <>
              <p>{t('ready', { n: typed.length })}</p>
              <p>{t('openEffect')}</p>
            </>
          }
          onConfirm={open}
          problem={problem}
          disabled={typed.length === 0}
        />
      </div>
    </Section>
  )
}
