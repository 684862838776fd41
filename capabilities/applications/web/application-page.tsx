import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  Deadline,
  Loaded,
  Notice,
  ProblemNotice,
  StateTag,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, DifferenceView, FindingPanel } from '@jincun/ui/console'
import { stateLabels } from '../index.ts'
import type { Difference } from '../index.ts'
import { Attachments, Workbooks } from './attachments.tsx'
import { BaseForm, DeclarationsForm } from './base-form.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { stateTone } from './state-tone.ts'
import { messages } from './messages.ts'
import { CommitmentsForm, GoalsForm, TextSections } from './plan-form.tsx'
import { ProjectsForm } from './projects-form.tsx'
import { Steps } from './steps.tsx'
import { useDraft } from './use-draft.ts'
import type { Draft } from './use-draft.ts'
import type { Form, View } from './view.ts'
import './application.css'

/** Whether what is on screen is saved; a clash with a colleague is shown side by side with a choice. */
function SaveState({ view, draft }: { view: View; draft: Draft }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { difference } = (draft.problem?.details ?? {}) as { difference?: readonly Difference[] }
  if (difference) {
    return (
      <Notice tone="must" title={t('conflict')} alert>
        <ProblemNotice problem={draft.problem} />
        <DifferenceView caption={t('conflict')} differences={difference.map(each => ({ ...each, label: inLanguage(each.label) }))} />
        <Button onClick={draft.takeTheirs}>{t('takeTheirs')}</Button> <Button onClick={draft.keepMine}>{t('keepMine')}</Button>
      </Notice>
    )
  }
  const words = { saved: t('saved', { version: view.application.version }), saving: t('saving'), unsaved: t('unsaved') }
  return (
    <div className="application-save" aria-live="polite">
      <span className="quiet">{words[draft.state]}</span>
      {draft.state === 'unsaved' ? <Button onClick={() => void draft.flush()}>{t('saveNow')}</Button> : null}
      <ProblemNotice problem={draft.problem} />
    </div>
  )
}

function Editor({ view, form }: { view: View; form: Form }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const draft = useDraft(view)
  const { application } = view
  const disabled = !view.actions.includes('save')
  const base = `/api/applications/${application.countyCode}/${application.id}`
  const parts = { draft, disabled, attachments: application.attachments }
  const recordReason = (code: string, reason: string): void => draft.edit('reasons', { ...draft.content.reasons, [code]: reason })
  return (
    <ConsolePage
      title={view.countyName}
      asOf={view.asOf}
      lead={
        <>
          <StateTag tone={stateTone[application.state]}>{inLanguage(stateLabels[application.state])}</StateTag> {t('deadline')}{' '}
          <Deadline due={view.closing} />
        </>
      }
      actions={
        <>
          <Steps view={view} draft={draft} />
          <ButtonLink href={`${base}/document`} download>
            {t('word')}
          </ButtonLink>
          <ButtonLink href={`/applications/${application.countyCode}/${application.id}/print`}>{t('print')}</ButtonLink>
        </>
      }
    >
      {disabled ? (
        <Notice>{t('readOnly', { state: inLanguage(stateLabels[application.state]) })}</Notice>
      ) : (
        <SaveState view={view} draft={draft} />
      )}
      <div className="application-columns">
        <div className="application-form">
          <Facts facts={view.facts} />
          <BaseForm {...parts} />
          <DeclarationsForm {...parts} />
          <TextSections {...parts} form={form} />
          <GoalsForm {...parts} />
          <ProjectsForm {...parts} form={form} />
          <CommitmentsForm {...parts} />
          <Attachments view={view} disabled={disabled} />
          <Workbooks view={view} disabled={disabled} />
          <History view={view} />
        </div>
        <aside className="application-findings">
          <FindingPanel
            title={t('findings')}
            findings={view.findings}
            reasons={draft.content.reasons}
            rowHref={row => (row.kind === 'ledger-money' ? `/ledger/money/${row.key}` : null)}
            {...(disabled ? {} : { onReason: recordReason })}
          />
        </aside>
      </div>
    </ConsolePage>
  )
}

/** One application: written by the county, read and decided on by the province. */
export default function ApplicationPage(): ReactNode {
  const path = `/api/applications/${usePathPart('county')}/${usePathPart('id')}`
  const view = useApi<View>(path)
  const form = useApi<Form>(view.data ? '/api/applications/form' : null, { year: String(view.data?.application.year ?? '') })
  return <Loaded query={view}>{shown => <Loaded query={form}>{asked => <Editor view={shown} form={asked} />}</Loaded>}</Loaded>
}
