import type { ReactNode } from 'react'
import {
  ButtonLink,
  FindingList,
  Loaded,
  newId,
  Notice,
  Select,
  StateTag,
  TextArea,
  useAddressState,
  useApi,
  useBilingual,
  useMay,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { roundStateNames } from '../../index.ts'
import { messages } from './outcome-messages.ts'
import { RankingTable } from './ranking-table.tsx'
import { roundTones } from './round-state.ts'
import { SheetsSection } from './sheets-section.tsx'
import { LeniencySection, ReliabilitySection, StabilitySection } from './statistics-section.tsx'
import type { OutcomeView } from './views.ts'
import './rounds.css'

type Kind = 'score-spread' | 'reviewer-lenient' | 'reviewer-strict' | 'reviewer-against-others'
const kinds: readonly Kind[] = ['score-spread', 'reviewer-lenient', 'reviewer-strict', 'reviewer-against-others']

/** One note for each kind of signal there is; and, where the settled basis fails, another basis with its reason. */
function ConfirmForm({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const present = kinds.filter(kind => view.document.findings.some(finding => finding.code === kind))
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const reasons = Object.fromEntries(present.map(kind => [kind, fields[kind] ?? '']))
    const basisChange = view.basisProblem ? { basis: fields.basis, reason: fields.basisReason } : null
    return (await send(`/api/review-rounds/${view.round.id}/confirmation`, { version: view.round.version, reasons, basisChange })) !== null
  }
  return (
    <FormDrawer
      title={t('confirmTitle')}
      submitLabel={t('confirm')}
      kind="primary"
      onOpen={clear}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p className="quiet">{t('confirmHint')}</p>
      {present.map(kind => (
        <TextArea key={kind} label={t('reasonFor', { kind: t(kind) })} name={kind} required rows={3} />
      ))}
      {view.basisProblem ? (
        <>
          <Select
            label={t('basisInstead')}
            name="basis"
            choices={(['mean', 'trimmed-mean'] as const).map(value => ({ value, label: t(value) }))}
          />
          <TextArea label={t('basisReason')} name="basisReason" required rows={3} />
        </>
      ) : null}
    </FormDrawer>
  )
}

function PublishStep({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  return (
    <ConfirmButton
      kind="primary"
      label={t('publish')}
      title={t('publishQuestion')}
      consequences={t('publishConsequences')}
      onConfirm={() => send(`/api/review-rounds/${view.round.id}/publication`, { version: view.round.version, id: newId() })}
      problem={problem}
    />
  )
}

function Actions({ view, may }: { view: OutcomeView; may: boolean }): ReactNode {
  const t = useText(messages)
  const { round } = view
  return (
    <>
      <ButtonLink href={`/review-rounds/${round.id}`}>{t('back')}</ButtonLink>
      {may && round.state === 'closed' ? <ConfirmForm view={view} /> : null}
      {may && round.state === 'confirmed' && !view.published ? <PublishStep view={view} /> : null}
      {may && round.state === 'confirmed' ? (
        <ButtonLink href={`/ranked-lists/${round.year}/${round.provinceCode}`}>{t('toList')}</ButtonLink>
      ) : null}
    </>
  )
}

function Signals({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const { findings, reasons } = view.document
  return (
    <Section title={t('findings')}>
      <p className="quiet">{t('findingsLead')}</p>
      {findings.length === 0 ? <p>{t('noFindings')}</p> : <FindingList findings={findings} reasons={reasons} />}
    </Section>
  )
}

function Standing({ view }: { view: OutcomeView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <>
      <p>
        <StateTag tone={roundTones[view.round.state]}>{inLanguage(roundStateNames[view.round.state])}</StateTag>{' '}
        {view.published ? <StateTag tone="met">{t('published')}</StateTag> : null} {t('basis')}：{t(view.document.basis)}
      </p>
      {view.hash ? (
        <p className="quiet">
          {t('frozen')} <code className="hash">{view.hash}</code>
        </p>
      ) : view.round.state === 'closed' ? (
        <p className="quiet">{t('live')}</p>
      ) : null}
      {view.basisProblem ? <Notice tone="must" title={t('basisProblem', { why: inLanguage(view.basisProblem) })} /> : null}
    </>
  )
}

/** What a round came to: ranking with every component, how far the scores can be relied on, and all sheets. */
export default function OutcomePage(): ReactNode {
  const t = useText(messages)
  const id = usePathPart('id')
  const may = useMay()('reviews.run')
  const [quota, setQuota] = useAddressState('quota')
  const [chosen, choose] = useAddressState('county')
  const query = useApi<OutcomeView>(`/api/review-rounds/${id}/outcome`, /^\d{1,4}$/.test(quota) ? { quota } : {})
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title', { title: view.round.title })}
          lead={t('lead')}
          asOf={view.asOf}
          actions={<Actions view={view} may={may} />}
        >
          <Standing view={view} />
          <Section title={t('ranking')}>
            <RankingTable
              document={view.document}
              onOpen={applicationId => {
                choose(applicationId)
                document.getElementById('sheets')?.scrollIntoView()
              }}
            />
          </Section>
          <Signals view={view} />
          <StabilitySection view={view} quota={quota} setQuota={setQuota} />
          <ReliabilitySection view={view} />
          <LeniencySection view={view} />
          <SheetsSection view={view} chosen={chosen} choose={choose} mayAsk={may && view.round.state === 'closed'} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
