import type { ReactNode } from 'react'
import {
  Button,
  Deadline,
  FigureRow,
  FigureWithSource,
  FindingList,
  Loaded,
  Notice,
  Select,
  StateTag,
  TextArea,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { rankedListStateLabels } from '../../index.ts'
import type { RankedListState } from '../../index.ts'
import { ListHistory, SaveProblem, StateNotice } from './list-notices.tsx'
import { PackageLinks, PublishStep, ReasonedStep, ReopenStep, SubmitStep } from './list-steps.tsx'
import { ListEditor, ListTable } from './list-table.tsx'
import { messages } from './messages.ts'
import { PlanForm } from './plan-form.tsx'
import { SourcePanel } from './source-panel.tsx'
import { useListDraft } from './use-list-draft.ts'
import type { ListDraft } from './use-list-draft.ts'
import { listPath } from './view.ts'
import type { ListView } from './view.ts'
import './lists.css'

export const stateTones: Record<RankedListState, Tone> = { draft: 'info', submitted: 'met', forfeited: 'must', reopened: 'should' }

type PartProps = { view: ListView; draft: ListDraft }

function Figures({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const clause = (code: string) => view.findings.find(finding => finding.code === code)?.clause
  const counties = draft.checked?.counties ?? view.counties
  const poverty = counties.filter(county => county.nationalPovertyCounty).length
  const source = draft.dirty ? t('unsavedSource') : t('listSource', { version: view.version })
  const [cap, share] = [clause('application-cap'), clause('poverty-share')]
  return (
    <FigureRow>
      <FigureWithSource
        label={t('quota')}
        value={view.quota}
        unit={t('counties')}
        source={t('quotaSource')}
        asOf={view.asOf}
        rowsHref={`/public/allocation/${view.year}`}
      />
      <FigureWithSource
        label={t('listed')}
        value={view.shown ? counties.length : null}
        unit={t('counties')}
        source={source}
        asOf={view.asOf}
        rowsHref="#ranked-list"
        {...(cap ? { clause: cap } : {})}
      />
      <FigureWithSource
        label={t('poverty')}
        value={view.shown ? poverty : null}
        unit={t('counties')}
        source={source}
        asOf={view.asOf}
        rowsHref="#ranked-list"
        {...(share ? { clause: share } : {})}
      />
    </FigureRow>
  )
}

function Findings({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const mayWrite = view.verbs.includes('save')
  const { reasons } = draft.content
  return (
    <Section title={t('findings')}>
      {draft.dirty ? <p className="quiet">{t(draft.checked ? 'unsavedFindings' : 'checking')}</p> : null}
      <FindingList
        findings={draft.checked?.findings ?? view.findings}
        reasons={reasons}
        {...(mayWrite ? { onReason: (code: string, reason: string) => draft.change({ reasons: { ...reasons, [code]: reason } }) } : {})}
      />
    </Section>
  )
}

function Basis({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const readOnly = !view.verbs.includes('save')
  const { basis } = draft.content
  return (
    <Section title={t('basis')}>
      <Select
        label={t('basisKind')}
        disabled={readOnly}
        value={basis.kind}
        onChange={event => draft.change({ basis: { ...basis, kind: event.target.value === 'review' ? 'review' : 'earlier-list' } })}
        choices={[
          { value: 'review', label: t('basisReview') },
          { value: 'earlier-list', label: t('basisEarlier') },
        ]}
      />
      <TextArea
        label={t('basisText')}
        rows={6}
        readOnly={readOnly}
        value={basis.text}
        onChange={event => draft.change({ basis: { ...basis, text: event.target.value } })}
      />
    </Section>
  )
}

/** What can be done with the list now, by state and role; saving stays in sight while one writes. */
function Steps({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const may = (verb: ListView['verbs'][number]) => view.verbs.includes(verb)
  return (
    <div className="list-steps screen-only">
      {may('save') ? (
        <span className="list-save">
          <Button kind="primary" busy={draft.saving} disabled={!draft.dirty} onClick={() => void draft.save()}>
            {t(draft.saving ? 'saving' : 'save')}
          </Button>
          <span className="quiet">{draft.dirty ? t('unsaved') : view.version > 0 ? t('saved', { version: view.version }) : ''}</span>
        </span>
      ) : null}
      {may('submit') ? <SubmitStep view={view} draft={draft} /> : null}
      {may('recall') ? <ReasonedStep view={view} step="recall" /> : null}
      {view.state === 'submitted' && may('recall') ? <PublishStep view={view} /> : null}
      {may('forfeit') && view.state !== 'draft' ? <ReasonedStep view={view} step="forfeit" /> : null}
      {may('reopen') ? <ReopenStep view={view} /> : null}
    </div>
  )
}

/** List, basis and plan on one side, what the rules say of them on the other. */
function ListColumns({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const writing = view.verbs.includes('save')
  const known = new Map([...view.counties, ...(draft.checked?.counties ?? [])].map(row => [row.countyCode, row]))
  const exports = view.state === 'submitted' ? [{ label: 'Excel', href: `${listPath(view)}/package?format=xlsx` }] : []
  return (
    <div className="list-columns">
      <div className="list-main">
        {writing ? (
          <Section title={t('sources')}>
            <SourcePanel view={view} draft={draft} />
          </Section>
        ) : null}
        <div id="ranked-list">
          <Section title={t('list')}>
            {writing ? <ListEditor draft={draft} known={known} /> : <ListTable rows={view.counties} empty={t('none')} exports={exports} />}
          </Section>
        </div>
        <Basis view={view} draft={draft} />
        <Section title={t('plan')}>
          <PlanForm view={view} draft={draft} readOnly={!writing} />
        </Section>
      </div>
      <div className="list-findings">
        <Findings view={view} draft={draft} />
      </div>
    </div>
  )
}

function ListBody({ view }: { view: ListView }): ReactNode {
  const t = useText(messages)
  const draft = useListDraft(view)
  const handedIn = view.state === 'submitted'
  return (
    <>
      <StateNotice view={view} />
      <Figures view={view} draft={draft} />
      <SaveProblem draft={draft} />
      <Steps view={view} draft={draft} />
      {view.shown ? <ListColumns view={view} draft={draft} /> : <Notice tone="unknown">{t('emptyOther')}</Notice>}
      {view.version > 0 && (handedIn || view.verbs.includes('save')) ? (
        <Section title={t('packageTitle')}>
          <PackageLinks view={view} kind={handedIn ? 'package' : 'draft'} />
        </Section>
      ) : null}
      <Section title={t('history')}>
        <ListHistory view={view} />
      </Section>
    </>
  )
}

/** A province's ranked list: made, judged, reasoned and submitted by the province; read and ruled on by the centre. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = usePathPart('year')
  const province = usePathPart('province')
  const query = useApi<ListView>(listPath({ year, provinceCode: province }))
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title', { province: view.provinceName, year })}
          lead={
            <>
              {t('lead')} <StateTag tone={stateTones[view.state]}>{inLanguage(rankedListStateLabels[view.state])}</StateTag>{' '}
              <Deadline due={view.extension?.until ?? view.closes} clause={`notice-${view.year}/5.3`} done={view.state === 'submitted'} />
            </>
          }
          asOf={view.asOf}
        >
          {view.candidates.length === 0 && view.verbs.includes('save') && view.version === 0 ? (
            <Notice tone="unknown">{t('noCandidate')}</Notice>
          ) : null}
          <ListBody key={view.provinceCode} view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
