import { useState } from 'react'
import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { Select, useSession, useText, useOrder } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import { paperOf, PaperFields } from './paper-fields.tsx'

/** The one place a person with a single grant acts in; '' where there are several or all. */
function useOwnPlace(level: 'province' | 'county'): string {
  const grants = useSession().data?.person?.grants ?? []
  const codes = [...new Set(grants.map(({ placeCode }) => placeCode))]
  const own = codes.length === 1 ? (codes[0] ?? '') : ''
  return level === 'county' && /^\d{6}$/.test(own) && !own.endsWith('0000') ? own : ''
}

/** The jurisdiction within which a place can be chosen; undefined for all. */
function useJurisdiction(): string | undefined {
  const code = (useSession().data?.person?.grants ?? [])[0]?.placeCode
  return code && code !== '000000' ? code : undefined
}

type PlaceChoice = { code: string; setCode: (code: string) => void }

function PlaceField({ label, level, choice }: { label: string; level: 'province' | 'county'; choice: PlaceChoice }): ReactNode {
  const within = useJurisdiction()
  return (
    <PlacePicker
      label={label}
      value={choice.code}
      levels={[level]}
      {...(within ? { within } : {})}
      onChange={place => choice.setCode(place?.code ?? '')}
    />
  )
}

/** 下达 or its return, from the centre to a province or from a province to a county. */
export function AllotForm({ level, documents }: { level: 'provinces' | 'counties'; documents: readonly string[] }): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const [code, setCode] = useState('')
  const order = useOrder(`/api/ledger/${level}/${code}/allotments`)
  const send = (fields: Record<string, string>) =>
    order.post({
      ...paperOf(fields),
      amountYuan: fields.amount ?? '',
      direction: fields.direction,
    })
  return (
    <FormDrawer
      kind="primary"
      title={t('allot')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => (code === '' ? Promise.resolve(false) : send(fields))}
    >
      <PlaceField label={t('allotTo')} level={level === 'provinces' ? 'province' : 'county'} choice={{ code, setCode }} />
      {code === '' ? <p className="quiet">{ofFilter('choosePlace')}</p> : null}
      <Select
        name="direction"
        label={t('direction')}
        choices={[
          { value: 'allot', label: t('forward') },
          { value: 'give-back', label: t('back') },
        ]}
      />
      <PaperFields documents={documents} />
    </FormDrawer>
  )
}

/** Local match or enterprise money that has come to a county. */
export function ContributeForm({ documents }: { documents: readonly string[] }): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const own = useOwnPlace('county')
  const [chosen, setCode] = useState('')
  const code = own || chosen
  const order = useOrder(`/api/ledger/counties/${code}/contributions`)
  const send = (fields: Record<string, string>) =>
    order.post({
      ...paperOf(fields),
      amountYuan: fields.amount ?? '',
      source: fields.source,
    })
  return (
    <FormDrawer
      title={t('contribute')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => (code === '' ? Promise.resolve(false) : send(fields))}
    >
      {own ? null : <PlaceField label={t('contributeTo')} level="county" choice={{ code, setCode }} />}
      {code === '' ? <p className="quiet">{ofFilter('choosePlace')}</p> : null}
      <Select
        name="source"
        label={t('origin')}
        choices={[
          { value: 'local', label: t('local') },
          { value: 'enterprise', label: t('enterprise') },
        ]}
      />
      <PaperFields documents={documents} />
    </FormDrawer>
  )
}
