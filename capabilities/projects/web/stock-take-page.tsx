import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button, Field, Link, Loaded, Notice, useAddressState, useApi, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import type { AssetView } from './asset-view.ts'
import { assetMessages } from './messages-asset.ts'
import { readLabel } from './read-label.ts'
import { StockTakeForm } from './stock-take-form.tsx'
import './projects.css'

/** The number of the asset one stands before: from a photo of its label, or typed. */
function FindAsset({ onNumber }: { onNumber: (number: string) => void }): ReactNode {
  const t = useText(assetMessages)
  const [state, setState] = useState<'idle' | 'reading' | 'unreadable'>('idle')
  const scan = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setState('reading')
    const number = await readLabel(file)
    setState(number ? 'idle' : 'unreadable')
    if (number) onNumber(number)
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const number = new FormData(event.currentTarget).get('number')
    onNumber(
      String(number ?? '')
        .trim()
        .toUpperCase(),
    )
  }
  return (
    <div className="form-step">
      <Field
        label={t('scan')}
        hint={t('scanHint')}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => void scan(event.target.files?.[0])}
      />
      <p role="status">{state === 'idle' ? '' : t(state)}</p>
      <form className="form-step" onSubmit={submit}>
        <Field name="number" label={t('find')} hint={t('findHint')} required maxLength={40} autoCapitalize="characters" />
        <Button kind="primary" type="submit">
          {t('go')}
        </Button>
      </form>
    </div>
  )
}

function Found({ county, number, onAgain }: { county: string; number: string; onAgain: () => void }): ReactNode {
  const t = useText(assetMessages)
  const query = useApi<AssetView>(`/api/projects/${county}/assets`, { number })
  return (
    <Loaded query={query}>
      {view => {
        const row = view.rows.find(({ card }) => card.number === number)
        if (!view.mayTakeStock) return <Notice tone="info">{t('mayNot')}</Notice>
        if (!row)
          return (
            <>
              <Notice tone="must" alert>
                {t('unknown', { number })}
              </Notice>
              <div className="form-bar">
                <Button onClick={onAgain}>{t('again')}</Button>
              </div>
            </>
          )
        const site = view.sites.find(({ id }) => id === row.card.siteId)?.name ?? t('noSite')
        return <StockTakeForm key={row.card.id} county={county} card={row.card} last={row.last} site={site} onAgain={onAgain} />
      }}
    </Loaded>
  )
}

/** 盘点 by phone (6.3): scan or type, say what one sees, a photo. The number stands in the address, so a list can lead here. */
export default function StockTakePage(): ReactNode {
  const t = useText(assetMessages)
  const county = usePathPart('county')
  const [number, setNumber] = useAddressState('number')
  return (
    <ConsolePage title={t('takeTitle')} lead={t('takeLead')}>
      <Section title={number === '' ? t('find') : number}>
        {number === '' ? <FindAsset onNumber={setNumber} /> : <Found county={county} number={number} onAgain={() => setNumber('')} />}
      </Section>
      <p>
        <Link href={`/assets/${county}`}>{t('title')}</Link>
      </p>
    </ConsolePage>
  )
}
