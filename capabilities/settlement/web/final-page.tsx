import type { ReactNode } from 'react'
import {
  Button,
  DataTable,
  Deadline,
  Field,
  FindingList,
  formatInstant,
  Loaded,
  Notice,
  ProblemNotice,
  StateTag,
  useApi,
  useBilingual,
  useMay,
  useNow,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { typeLabels } from '@jincun/applications'
import { finalListStateLabels } from '../index.ts'
import type { FinalListEntry, RankedCounty } from '../index.ts'
import { CountyAllotmentsSection } from './county-allotments.tsx'
import { finalTones } from './final-overview-page.tsx'
import { FinalDownloads, PublishFinal, ReturnFinal, RuleOnLateness, SubmitFinal } from './final-steps.tsx'
import { messages } from './messages.ts'
import { useFinalDraft } from './use-final-draft.ts'
import type { FinalDraft } from './use-final-draft.ts'
import { finalPath } from './view.ts'
import type { FinalView } from './view.ts'
import './settlement.css'

type PartProps = { view: FinalView; draft: FinalDraft }
type Choice = RankedCounty & { planHash: string | null; known: boolean }

/** Every county that may be taken: the ranked list in its order, then the incentive counties, then what is on the list besides. */
function choicesOf(view: FinalView): Choice[] {
  const saved = new Map(view.entries.map(entry => [entry.countyCode, entry]))
  const ranked = (view.ranked ?? []).filter(county => county.type !== 'directDesignation')
  const offered = [...ranked, ...view.incentive]
  const besides = view.entries.filter(entry => !offered.some(county => county.countyCode === entry.countyCode))
  return [...offered, ...besides].map(county => ({
    ...county,
    planHash: saved.get(county.countyCode)?.planHash ?? null,
    known: saved.has(county.countyCode),
  }))
}

function PlanTag({ county }: { county: Choice }): ReactNode {
  const t = useText(messages)
  if (county.type === 'directDesignation') return <span className="quiet">{t('notAsked')}</span>
  if (!county.known) return <span className="quiet">—</span>
  return county.planHash ? <StateTag tone="met">{t('attached')}</StateTag> : <StateTag tone="must">{t('missing')}</StateTag>
}

function ChosenTable({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const writing = view.verbs.includes('save')
  const taken = new Set(draft.content.entries.map(entry => entry.countyCode))
  const choices = choicesOf(view)
  const set = (county: FinalListEntry | RankedCounty, on: boolean) => {
    const order = new Map(choices.map((choice, index) => [choice.countyCode, index]))
    const others = draft.content.entries.filter(entry => entry.countyCode !== county.countyCode)
    const next = on ? [...others, { countyCode: county.countyCode, type: county.type }] : others
    draft.change({ entries: next.toSorted((a, b) => (order.get(a.countyCode) ?? 0) - (order.get(b.countyCode) ?? 0)) })
  }
  return (
    <DataTable
      caption={t('caption')}
      rows={writing ? choices : choices.filter(choice => taken.has(choice.countyCode))}
      rowKey={county => county.countyCode}
      empty={t(view.ranked ? 'none' : 'noRanked')}
      columns={[
        ...(writing
          ? [
              {
                key: 'take',
                title: t('chosen'),
                cell: (county: Choice) => (
                  <input
                    type="checkbox"
                    className="settlement-check"
                    aria-label={t('take', { county: county.name })}
                    checked={taken.has(county.countyCode)}
                    onChange={event => set(county, event.target.checked)}
                  />
                ),
              },
            ]
          : []),
        { key: 'rank', title: t('rank'), numeric: true, value: county => county.rank },
        {
          key: 'county',
          title: t('county'),
          value: county => county.name,
          cell: county => (
            <>
              {county.name} <span className="number quiet">{county.countyCode}</span>
            </>
          ),
        },
        { key: 'way', title: t('way'), value: county => inLanguage(typeLabels[county.type]) },
        { key: 'plan', title: t('plan'), cell: county => <PlanTag county={county} /> },
      ]}
    />
  )
}

function LetterFields({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const readOnly = !view.verbs.includes('save')
  const { letter } = draft.content
  const field = (key: 'number' | 'date' | 'signedBy', label: string, type = 'text') => (
    <Field
      label={label}
      type={type}
      readOnly={readOnly}
      value={letter[key]}
      {...(key === 'date' ? { hint: t('letterHint') } : {})}
      onChange={event => draft.change({ letter: { ...letter, [key]: event.target.value } })}
    />
  )
  return (
    <div className="settlement-letter">
      {field('number', t('number2'))}
      {field('date', t('date'), 'date')}
      {field('signedBy', t('signedBy'))}
    </div>
  )
}

function Steps({ view, draft }: PartProps): ReactNode {
  const t = useText(messages)
  const mayRule = useMay()('final-lists.decide')
  const now = useNow()
  const late = now.getTime() >= Date.parse(view.extension?.until ?? view.closes)
  const may = (verb: FinalView['verbs'][number]) => view.verbs.includes(verb)
  return (
    <div className="settlement-actions screen-only">
      {may('save') ? (
        <>
          <Button kind="primary" busy={draft.saving} disabled={!draft.dirty} onClick={() => void draft.save()}>
            {t('save')}
          </Button>
          <span className="quiet">{draft.dirty ? t('unsaved') : view.version > 0 ? t('saved', { version: view.version }) : ''}</span>
        </>
      ) : null}
      {may('submit') ? <SubmitFinal view={view} draft={draft} /> : null}
      {may('publish') ? <PublishFinal view={view} /> : null}
      {may('return') ? <ReturnFinal view={view} /> : null}
      {mayRule && late && view.state === 'draft' ? <RuleOnLateness view={view} /> : null}
    </div>
  )
}

function StateNotice({ view }: { view: FinalView }): ReactNode {
  const t = useText(messages)
  if (view.state === 'published')
    return <Notice tone="met">{t('publishedNotice', { n: view.entries.length, date: view.letter?.date ?? '' })}</Notice>
  if (view.state === 'submitted')
    return (
      <Notice tone="met" title={t('receipt')}>
        <code className="settlement-hash">{view.packageHash}</code>
      </Notice>
    )
  if (view.ranked === null) return <Notice tone="unknown">{t('noRanked')}</Notice>
  return view.approved === null ? <Notice tone="unknown">{t('noApproval')}</Notice> : null
}

function History({ view }: { view: FinalView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="steps-"
      caption={t('history')}
      rows={view.steps.toReversed()}
      rowKey={step => step.id}
      empty={t('none')}
      columns={[
        { key: 'at', title: t('when'), value: step => formatInstant(step.at) },
        { key: 'verb', title: t('what'), value: step => t(`${step.verb}Done`) },
        { key: 'by', title: t('who'), value: step => step.by },
        { key: 'version', title: t('version'), numeric: true, value: step => step.version },
        { key: 'reason', title: t('reason'), value: step => step.reason ?? '—' },
      ]}
    />
  )
}

function FinalBody({ view }: { view: FinalView }): ReactNode {
  const t = useText(messages)
  const draft = useFinalDraft(view)
  const writing = view.verbs.includes('save')
  const { reasons, entries } = draft.content
  const onReason = (code: string, reason: string) => draft.change({ reasons: { ...reasons, [code]: reason } })
  return (
    <>
      <StateNotice view={view} />
      <ProblemNotice problem={draft.problem} />
      <Steps view={view} draft={draft} />
      <Section title={t('chosen')}>
        {writing && view.approved !== null ? <p className="quiet">{t('proposal')}</p> : null}
        <p className="number">{t('counts', { n: entries.length, approved: view.approved ?? '—' })}</p>
        <ChosenTable view={view} draft={draft} />
      </Section>
      <Section title={t('letter')}>
        <LetterFields view={view} draft={draft} />
      </Section>
      <Section title={t('findings')}>
        {draft.dirty && view.version > 0 ? <p className="quiet">{t('findingsOfSaved')}</p> : null}
        <FindingList findings={view.findings} reasons={reasons} {...(writing ? { onReason } : {})} />
      </Section>
      <CountyAllotmentsSection view={view} />
      {view.version > 0 ? (
        <Section title={t('downloads')}>
          <FinalDownloads view={view} />
        </Section>
      ) : null}
      <Section title={t('history')}>
        <History view={view} />
      </Section>
    </>
  )
}

/** A province's final list: chosen and sent by the province, returned or published by the centre. */
export default function FinalPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = usePathPart('year')
  const province = usePathPart('province')
  const query = useApi<FinalView>(finalPath({ year, provinceCode: province }))
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('finalTitle', { province: view.provinceName, year })}
          lead={
            <>
              {t('finalLead')} <StateTag tone={finalTones[view.state]}>{inLanguage(finalListStateLabels[view.state])}</StateTag>{' '}
              <Deadline due={view.extension?.until ?? view.closes} clause={`notice-${view.year}/5.5`} done={view.state !== 'draft'} />
              {view.extension ? ` ${t('extended', { ruling: view.extension.ruling })}` : null}
            </>
          }
          asOf={view.asOf}
        >
          <FinalBody key={view.provinceCode} view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
