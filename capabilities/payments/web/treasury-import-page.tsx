import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  ButtonLink,
  Link,
  Loaded,
  Notice,
  Select,
  useAddressState,
  useApi,
  useBilingual,
  useMay,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, Section } from '@jincun/ui/console'
import type { Bilingual } from '@jincun/policy'
import { rowStandings } from '../index.ts'
import type { RowStanding } from '../index.ts'
import './payments.css'
import { treasuryMessages } from './treasury-messages.ts'
import { TreasuryRows } from './treasury-rows.tsx'
import type { TreasuryRow } from './treasury-rows.tsx'

type View = {
  asOf: string
  id: string
  countyCode: string
  fileName: string
  sha256: string
  byName: string
  counts: Record<RowStanding, number>
  rows: TreasuryRow[]
}
type Posted = { posted: number; stopped: { number: number; message: Bilingual }[] }

/** What was entered, and which rows a rule stopped. */
function Outcome({ posted }: { posted: Posted | null }): ReactNode {
  const t = useText(treasuryMessages)
  const inLanguage = useBilingual()
  if (!posted) return null
  return (
    <>
      {posted.posted > 0 ? <Notice tone="met">{t('posted', { n: posted.posted })}</Notice> : null}
      {posted.stopped.length > 0 ? (
        <Notice tone="must">
          {t('stopped', { n: posted.stopped.length })}
          <ul>
            {posted.stopped.map(({ number, message }) => (
              <li key={number}>{t('stoppedRow', { number, message: inLanguage(message) })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}

function Next({ view }: { view: View }): ReactNode {
  const t = useText(treasuryMessages)
  if (view.counts.open > 0) return <Notice tone="must">{t('openLeft', { n: view.counts.open })}</Notice>
  return view.counts.ready > 0 ? null : <Notice tone="met">{t('allDone')}</Notice>
}

function Post({ view, onPosted }: { view: View; onPosted: (posted: Posted) => void }): ReactNode {
  const t = useText(treasuryMessages)
  const { send, problem } = useSend<Posted>()
  const { ready } = view.counts
  if (ready === 0) return null
  const post = async (): Promise<unknown> => {
    const answer = await send(`/api/payments/treasury-imports/${view.countyCode}/${view.id}/posting`, {})
    if (answer) onPosted(answer)
    return answer
  }
  return (
    <ConfirmButton
      kind="primary"
      label={t('post', { n: ready })}
      title={t('postTitle', { n: ready })}
      consequences={<p>{t('postEffect')}</p>}
      onConfirm={post}
      problem={problem}
    />
  )
}

function Actions({ view, works, onPosted }: { view: View; works: boolean; onPosted: (posted: Posted) => void }): ReactNode {
  const t = useText(treasuryMessages)
  return (
    <>
      {works ? <Post view={view} onPosted={onPosted} /> : null}
      <ButtonLink href={`/api/payments/treasury-imports/${view.countyCode}/${view.id}/file`} download>
        {t('download')}
      </ButtonLink>
    </>
  )
}

/** One kept file: what matched, what differs and still waits for a reason. */
export default function TreasuryImportPage(): ReactNode {
  const t = useText(treasuryMessages)
  const inLanguage = useBilingual()
  const may = useMay()
  const [county, id] = [usePathPart('county'), usePathPart('import')]
  const [shown, setShown] = useAddressState('standing')
  const [posted, setPosted] = useState<Posted | null>(null)
  const query = useApi<View>(`/api/payments/treasury-imports/${county}/${id}`)
  const choices = (Object.keys(rowStandings) as RowStanding[]).map(value => ({ value, label: inLanguage(rowStandings[value]) }))
  const works = may('payments.finance-approve')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('import')} lead={view.fileName} asOf={view.asOf} source={t('source')}>
          <Next view={view} />
          <Outcome posted={posted} />
          <Section title={t('rows')} actions={<Actions view={view} works={works} onPosted={setPosted} />}>
            <p>
              <Link href="/payments/treasury">{t('back')}</Link>
            </p>
            <div className="list-filter">
              <Select
                label={t('filter')}
                value={shown}
                onChange={event => setShown(event.target.value)}
                choices={[{ value: '', label: t('showAll') }, ...choices]}
              />
            </div>
            <TreasuryRows
              path={`/api/payments/treasury-imports/${county}/${id}/explanations`}
              rows={view.rows.filter(({ standing }) => shown === '' || standing === shown)}
              asOf={view.asOf}
              explains={works}
            />
            <p className="quiet">
              {t('sha')} <span className="paper-hash">{view.sha256}</span>
            </p>
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
