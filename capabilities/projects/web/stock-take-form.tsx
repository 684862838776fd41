import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Field, newId, Notice, Select, TextArea, useText } from '@jincun/ui'
import { AssetCard } from '../index.ts'
import type { StockTake } from '../index.ts'
import { Facts } from './facts.tsx'
import { words } from './messages-common.ts'
import { assetMessages } from './messages-asset.ts'
import { offlineMessages } from './offline/messages.ts'
import type { KeptPhoto, KeptTakes } from './offline/stock-take-work.ts'
import './projects.css'

type Position = { longitude: string; latitude: string }

/** Where the phone is, when its owner lets the page know; nobody has to. */
function PositionField({ onPosition }: { onPosition: (position: Position) => void }): ReactNode {
  const t = useText(assetMessages)
  const [said, setSaid] = useState('')
  const ask = (): void =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const position = { longitude: coords.longitude.toFixed(6), latitude: coords.latitude.toFixed(6) }
        onPosition(position)
        setSaid(t('located', { where: `${position.longitude}, ${position.latitude}` }))
      },
      () => setSaid(t('noLocation')),
    )
  return (
    <div className="form-bar">
      <Button onClick={ask}>{t('location')}</Button>
      <span role="status" className="quiet">
        {said}
      </span>
    </div>
  )
}

type FormProps = {
  county: string
  person: string
  today: string
  card: AssetCard
  last: StockTake | null
  site: string
  kept: KeptTakes
  onAgain: () => void
}

function About({ card, last, site }: Pick<FormProps, 'card' | 'last' | 'site'>): ReactNode {
  const t = useText(assetMessages)
  return (
    <Facts
      facts={[
        [t('name'), [card.name, card.model].filter(Boolean).join(' ')],
        [t('serial'), card.serial || '—'],
        [t('site'), `${site} ${card.place}`],
        [t('keeper'), card.keeper || '—'],
        [t('lastTake'), last ? `${last.takenOn} ${t(last.found ? 'found' : 'lost')}` : t('neverTaken')],
      ]}
    />
  )
}

/** What became of the record: the server has it, it waits on the phone, or it was refused and is still there. */
function Done({ card, id, kept, onAgain }: Pick<FormProps, 'card' | 'kept' | 'onAgain'> & { id: string }): ReactNode {
  const t = useText(assetMessages)
  const ofPhone = useText(offlineMessages)
  const here = kept.records.find(take => take.id === id)
  const what = { number: card.number, name: card.name }
  return (
    <>
      {here?.refused ? (
        <Notice tone="must" alert>
          {ofPhone('refusedNow', { ...what, why: here.refused })}
        </Notice>
      ) : (
        <Notice tone={here ? 'should' : 'met'} alert>
          {here ? ofPhone('keptOnPhone', what) : t('recorded', what)}
        </Notice>
      )}
      <div className="form-bar">
        <Button kind="primary" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </>
  )
}

function Seen({ card }: Pick<FormProps, 'card'>): ReactNode {
  const t = useText(assetMessages)
  return (
    <>
      <Select
        name="found"
        label={t('seen')}
        choices={[
          { value: 'yes', label: t('isThere') },
          { value: 'no', label: t('isNotThere') },
        ]}
      />
      <Select
        name="state"
        label={t('condition')}
        choices={AssetCard.shape.state.options.map(value => ({ value, label: t(value) }))}
        defaultValue={card.state}
      />
    </>
  )
}

/** A photo that stays on the phone until its record is sent. */
function PhotoField({ onPhoto }: { onPhoto: (photo: KeptPhoto) => void }): ReactNode {
  const t = useText(assetMessages)
  const ofPhone = useText(offlineMessages)
  const [name, setName] = useState('')
  const take = (file: File | undefined): void => {
    if (!file) return
    setName(file.name)
    onPhoto({ id: newId(), name: file.name, bytes: file })
  }
  return (
    <>
      <Field
        label={t('takePhoto')}
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        optional
        onChange={event => take(event.target.files?.[0])}
      />
      <p role="status" className="quiet">
        {name ? ofPhone('photoKept', { name }) : ''}
      </p>
    </>
  )
}

const stateOf = (text: string): StockTake['state'] => AssetCard.shape.state.parse(text)

/** What one sees before an asset. It is kept on the phone first, under an id made when the form opens, and sent from there. */
export function StockTakeForm({ county, person, today, card, last, site, kept, onAgain }: FormProps): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  const ofPhone = useText(offlineMessages)
  const [id] = useState(newId)
  const [photo, setPhoto] = useState<KeptPhoto | null>(null)
  const [position, setPosition] = useState<Position | null>(null)
  const [state, setState] = useState<'open' | 'keeping' | 'full' | 'done'>('open')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const take: StockTake = {
      id,
      countyCode: county,
      assetId: card.id,
      takenOn: String(fields.get('takenOn')),
      found: fields.get('found') === 'yes',
      state: stateOf(String(fields.get('state'))),
      longitude: position?.longitude ?? null,
      latitude: position?.latitude ?? null,
      note: String(fields.get('note') ?? '').trim(),
      photoFileId: photo?.id ?? null,
    }
    setState('keeping')
    const { number, name } = card
    const keptTake = { id, county, personId: person, number, name, take, photo, keptAt: Date.now(), refused: null }
    setState(
      await kept.record(keptTake).then(
        () => 'done' as const,
        () => 'full' as const,
      ),
    )
  }
  if (state === 'done') return <Done {...{ card, id, kept, onAgain }} />
  return (
    <form className="form-step" onSubmit={event => void submit(event)}>
      <About card={card} last={last} site={site} />
      <Seen card={card} />
      <PhotoField onPhoto={setPhoto} />
      <PositionField onPosition={setPosition} />
      <Field name="takenOn" type="date" label={t('takenOn')} required defaultValue={today} max={today} />
      <TextArea name="note" label={common('note')} optional rows={2} maxLength={300} />
      {state === 'full' ? <Notice tone="must">{ofPhone('cannotKeep')}</Notice> : null}
      <div className="form-bar">
        <Button kind="primary" type="submit" busy={state === 'keeping'}>
          {t('record')}
        </Button>
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
    </form>
  )
}
