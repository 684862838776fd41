import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  Field,
  formatInstant,
  Loaded,
  newId,
  Notice,
  ProblemNotice,
  TextArea,
  useApi,
  useBilingual,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, FormDrawer } from '@jincun/ui/console'
import { formatHalfPoints, totalOf } from '../../index.ts'
import { ApplicationBlocks, Contents } from './application-blocks.tsx'
import { messages } from './reviewer-messages.ts'
import { ScoreForm, SheetTotal } from './score-form.tsx'
import { useSheet } from './use-sheet.ts'
import type { Sheet } from './use-sheet.ts'
import type { ScoringView } from './views.ts'
import './rounds.css'
import './scoring.css'

type Props = { view: ScoringView; path: string }

function StepBack({ path }: { path: string }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const submit = async ({ reason }: Record<string, string>): Promise<boolean> => (await send(`${path}/step-back`, { reason })) !== null
  return (
    <FormDrawer title={t('stepBack')} submitLabel={t('stepBack')} onOpen={clear} onSubmit={submit} sending={sending} problem={problem}>
      <p className="quiet">{t('stepBackHint')}</p>
      <TextArea label={t('stepBackReason')} name="reason" required rows={3} />
    </FormDrawer>
  )
}

function SaveLine({ sheet }: { sheet: Sheet }): ReactNode {
  const t = useText(messages)
  if (sheet.save === 'stale')
    return (
      <Notice tone="must" title={t('stale')} alert>
        <Button onClick={() => globalThis.location.reload()}>{t('reload')}</Button>
      </Notice>
    )
  const words =
    sheet.save === 'saving'
      ? t('saving')
      : sheet.save === 'unsaved'
        ? t('unsaved')
        : sheet.savedAt
          ? t('saved', { when: formatInstant(sheet.savedAt) })
          : ''
  return (
    <p className="quiet" role="status">
      {words}
    </p>
  )
}

/** What is still missing, by name; each leads to its field. */
function Missing({ sheet }: { sheet: Sheet }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (sheet.findings.length === 0) return null
  return (
    <details className="missing">
      <summary>{t('submitBlocked', { n: sheet.findings.length })}</summary>
      <ul className="plain-list">
        {sheet.findings.map(finding => {
          const [, itemId, part] = (finding.where ?? '').split('.')
          return (
            <li key={finding.where}>
              <a href={`#${part === 'reason' ? 'reason' : 'points'}-${itemId}`}>{inLanguage(finding.message)}</a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Submit({ view, path, sheet }: Props & { sheet: Sheet }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id, setId] = useState(newId)
  const [reason, setReason] = useState('')
  const again = view.sheets.length > 0
  const submit = async () => {
    const answer = await send(`${path}/sheets`, {
      id,
      items: sheet.items,
      comment: sheet.typed.comment,
      revisionReason: again ? reason : null,
    })
    if (answer) setId(newId())
    return answer
  }
  return (
    <>
      {again ? <Field label={t('revisionReason')} value={reason} onChange={event => setReason(event.target.value)} /> : null}
      <Missing sheet={sheet} />
      <ConfirmButton
        kind="primary"
        label={t(again ? 'submitAgain' : 'submit')}
        title={t('submitQuestion', { county: view.application.countyName })}
        consequences={t('submitConsequences', { total: formatHalfPoints(totalOf(sheet.items)) })}
        onConfirm={submit}
        problem={problem}
        disabled={sheet.findings.length > 0 || sheet.save === 'stale'}
      />
      <ProblemNotice problem={problem} />
    </>
  )
}

function ScorePanel({ view, path }: Props): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const sheet = useSheet(view, path)
  const last = view.sheets.at(-1)
  return (
    <aside id="sheet" className="score-panel" aria-label={t('sheet')}>
      <h2>{t('sheet')}</h2>
      {view.recheckReason ? <Notice tone="should" title={t('recheckAsked', { reason: view.recheckReason })} /> : null}
      {last ? (
        <Notice
          tone="met"
          title={t('handedIn', { when: formatInstant(last.submittedAt), total: formatHalfPoints(last.total), n: last.revision })}
        />
      ) : null}
      {view.closed ? <Notice tone="unknown" title={inLanguage(view.closed)} /> : null}
      <ScoreForm view={view} sheet={sheet} readOnly={view.closed !== null} />
      <div className="score-foot">
        <SheetTotal view={view} sheet={sheet} />
        {view.closed ? null : (
          <>
            <SaveLine sheet={sheet} />
            <Submit view={view} path={path} sheet={sheet} />
          </>
        )}
      </div>
    </aside>
  )
}

function Material({ view, path }: Props): ReactNode {
  const t = useText(messages)
  const { application } = view
  return (
    <div className="material">
      <h2>{t('application')}</h2>
      <p className="quiet">
        {t('type')}：{t(application.type === 'repeat' ? 'repeat' : 'first')}　{t('submittedAt')} {formatInstant(application.submittedAt)}
      </p>
      {application.attachments.length > 0 ? (
        <p>
          {t('attachments')}：
          {application.attachments.map(file => (
            <a key={file.id} href={`${path}/attachments/${file.id}`} download>
              {file.name}
            </a>
          ))}
        </p>
      ) : null}
      <Contents blocks={application.blocks} label={t('contents')} />
      <ApplicationBlocks blocks={application.blocks} />
      <p className="quiet">
        {t('hash')} <code className="hash">{application.hash}</code>
      </p>
    </div>
  )
}

/** Scoring: the application beside the sheet, which saves itself and is handed in once it is complete. */
export default function ScoringPage(): ReactNode {
  const t = useText(messages)
  const path = `/api/my-reviews/${usePathPart('round')}/${usePathPart('application')}`
  const query = useApi<ScoringView>(path)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('scoring', { county: view.application.countyName })}
          lead={
            <>
              {view.round.title}
              {view.scoringUntil ? `　${t('until', { day: view.scoringUntil })}` : ''}
            </>
          }
          actions={
            <>
              <ButtonLink href="/my-reviews">{t('back')}</ButtonLink>
              {view.closed === null && view.sheets.length === 0 ? <StepBack path={path} /> : null}
            </>
          }
        >
          <a className="to-sheet" href="#sheet">
            {t('toSheet')}
          </a>
          <div className="scoring">
            <Material view={view} path={path} />
            <ScorePanel key={path} view={view} path={path} />
          </div>
        </ConsolePage>
      )}
    </Loaded>
  )
}
