import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Button, Field, newId, Notice, ProblemNotice, Select, TextArea, useNow, useSend, useText } from '@jincun/ui'
import { AssetCard } from '../index.ts'
import type { StockTake } from '../index.ts'
import { Facts } from './facts.tsx'
import { FileField } from './file-field.tsx'
import { words } from './messages-common.ts'
import { assetMessages } from './messages-asset.ts'
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

type FormProps = { county: string; card: AssetCard; last: StockTake | null; site: string; onAgain: () => void }

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

function Done({ card, onAgain }: Pick<FormProps, 'card' | 'onAgain'>): ReactNode {
  const t = useText(assetMessages)
  return (
    <>
      <Notice tone="met" alert>
        {t('recorded', { number: card.number, name: card.name })}
      </Notice>
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

/** What one sees before an asset. */
export function StockTakeForm({ county, card, last, site, onAgain }: FormProps): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  const { send, sending, problem } = useSend()
  const [id] = useState(newId)
  const [photo, setPhoto] = useState<string | null>(null)
  const [position, setPosition] = useState<Position | null>(null)
  const [done, setDone] = useState(false)
  const today = shanghaiDate(useNow())
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const take = {
      id,
      assetId: card.id,
      takenOn: String(fields.get('takenOn')),
      found: fields.get('found') === 'yes',
      state: String(fields.get('state')),
      longitude: position?.longitude ?? null,
      latitude: position?.latitude ?? null,
      note: String(fields.get('note') ?? '').trim(),
      photoFileId: photo,
    }
    setDone((await send(`/api/projects/${county}/stock-takes`, take)) !== null)
  }
  if (done) return <Done card={card} onAgain={onAgain} />
  return (
    <form className="form-step" onSubmit={event => void submit(event)}>
      <About card={card} last={last} site={site} />
      <Seen card={card} />
      <FileField label={t('takePhoto')} path={`/api/projects/${county}/stock-photos`} photo onFile={setPhoto} />
      <PositionField onPosition={setPosition} />
      <Field name="takenOn" type="date" label={t('takenOn')} required defaultValue={today} max={today} />
      <TextArea name="note" label={common('note')} optional rows={2} maxLength={300} />
      <ProblemNotice problem={problem} />
      <div className="form-bar">
        <Button kind="primary" type="submit" busy={sending}>
          {t('record')}
        </Button>
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
    </form>
  )
}
