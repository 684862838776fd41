import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import {
  Button,
  Field,
  formatInstant,
  Link,
  Loading,
  Notice,
  ProblemNotice,
  useAddressState,
  usePathPart,
  useSession,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { useKept, useSheet } from '@jincun/ui/offline'
import type { Sheet } from '@jincun/ui/offline'
import type { AssetView } from './asset-view.ts'
import { assetMessages } from './messages-asset.ts'
import { offlineMessages } from './offline/messages.ts'
import { beforehand, stockTakeWork } from './offline/stock-take-work.ts'
import type { KeptTakes } from './offline/stock-take-work.ts'
import { WaitingTakes } from './offline/waiting-takes.tsx'
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

type FoundProps = { county: string; number: string; sheet: Sheet<AssetView>; person: string; kept: KeptTakes; onAgain: () => void }

function Found({ county, number, sheet, person, kept, onAgain }: FoundProps): ReactNode {
  const t = useText(assetMessages)
  const { view } = sheet
  const today = shanghaiDate(sheet.now)
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
  return <StockTakeForm key={row.card.id} {...{ county, person, today, kept, onAgain }} card={row.card} last={row.last} site={site} />
}

/** Whether stock can be taken here without a network, and whose cards these are. */
function Readiness({ sheet, ready }: { sheet: Sheet<AssetView>; ready: boolean | null }): ReactNode {
  const t = useText(offlineMessages)
  const at = formatInstant(sheet.view.asOf)
  if (sheet.fromPhone) return <Notice tone="should">{t('fromPhone', { at })}</Notice>
  if (ready === null) return <p className="quiet">{t('getting')}</p>
  return <Notice tone={ready ? 'met' : 'info'}>{t(ready ? 'ready' : 'notReady', { n: sheet.view.rows.length, at })}</Notice>
}

function Take({ county, person }: { county: string; person: string }): ReactNode {
  const t = useText(assetMessages)
  const [number, setNumber] = useAddressState('number')
  const { sheet, problem, ready } = useSheet({
    path: `/api/projects/${county}/assets`,
    key: `${person} ${county}`,
    personId: person,
    store: stockTakeWork.store,
    scope: '/stock-take/',
    beforehand,
  })
  const kept = useKept(stockTakeWork, person)
  if (!sheet) return problem ? <ProblemNotice problem={problem} /> : <Loading />
  return (
    <>
      <Readiness sheet={sheet} ready={ready} />
      <Section title={number === '' ? t('find') : number}>
        {number === '' ? (
          <FindAsset onNumber={setNumber} />
        ) : (
          <Found {...{ county, number, sheet, person, kept }} onAgain={() => setNumber('')} />
        )}
      </Section>
      <WaitingTakes kept={kept} />
    </>
  )
}

/**
 * 盘点 by phone (6.3): scan or type, say what one sees, a photo; with or without a network. The number stands in the address, so a list can lead
 * here.
 */
export default function StockTakePage(): ReactNode {
  const t = useText(assetMessages)
  const county = usePathPart('county')
  const person = useSession().data?.person
  return (
    <ConsolePage title={t('takeTitle')} lead={t('takeLead')}>
      {person ? <Take county={county} person={person.id} /> : null}
      <p>
        <Link href={`/assets/${county}`}>{t('title')}</Link>
      </p>
    </ConsolePage>
  )
}
