import { useState } from 'react'
import type { ReactNode } from 'react'
import { formatWanYuan } from '@jincun/kernel'
import {
  Button,
  ErrorState,
  Link,
  Loaded,
  newId,
  Notice,
  Problem,
  TextArea,
  useApi,
  useGo,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConsolePage, FindingPanel, FormDrawer, Section, UploadWithErrors } from '@jincun/ui/console'
import { samePlan } from '../index.ts'
import type { PlanLine } from '../index.ts'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { PlanLinesEditor } from './plan-lines-editor.tsx'
import { PlanDifferences } from './plan-versions.tsx'
import { standingOf, waitingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'
import { useDraftFindings } from './use-checks.ts'
import { useDraft } from './use-draft.ts'

type Draft = { lines: PlanLine[]; reasons: Record<string, string> }

/** What a new version begins from: what came back last, else what is in force. */
function beginning(view: PlanView): Draft {
  const last = view.versions.at(-1)
  const from = last?.state === 'returned' ? last : standingOf(view)
  return { lines: from?.lines ?? [], reasons: from?.reasons ?? {} }
}

const sumOf = (lines: readonly PlanLine[], key: keyof PlanLine['money']): string =>
  formatWanYuan(lines.reduce((sum, { money }) => sum + BigInt(money[key]), 0n))

function Submit({ view, draft, disabled, onDone }: { view: PlanView; draft: Draft; disabled: boolean; onDone: () => void }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const { send, sending, problem, clear } = useSend()
  const [id, setId] = useState(newId)
  if (disabled) return <span className="quiet">{t('noDifference')}</span>
  return (
    <FormDrawer
      kind="primary"
      title={t('submit')}
      submitLabel={t('submit')}
      sending={sending}
      problem={problem}
      onOpen={() => {
        setId(newId())
        clear()
      }}
      onSubmit={async ({ reason }) => {
        const sent = await send(`/api/projects/${view.countyCode}/plans`, { id, year: view.year, ...draft, reason })
        if (sent !== null) onDone()
        return sent !== null
      }}
    >
      <p>{t('submitEffect')}</p>
      <TextArea name="reason" label={t('why')} required maxLength={2_000} />
      <span className="quiet">{common('unsaved')}</span>
    </FormDrawer>
  )
}

/** Lines written elsewhere, e.g. in the Excel of the version in force; they stand in the editor, nothing is sent. */
function FromFile({ view, onLines }: { view: PlanView; onLines: (lines: PlanLine[]) => void }): ReactNode {
  const t = useText(planMessages)
  return (
    <Section title={t('fromFile')}>
      <UploadWithErrors<{ lines: PlanLine[] }>
        path={`/api/projects/${view.countyCode}/plan-lines-file?year=${view.year}`}
        accept=".xlsx,.csv"
        hint={t('fromFileHint')}
        onDone={({ lines }) => onLines(lines)}
      />
    </Section>
  )
}

function Editor({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const go = useGo()
  const last = view.versions.at(-1)
  const {
    value: draft,
    change,
    changed,
    discard,
  } = useDraft<Draft>(`plan ${view.countyCode} ${view.year} ${last?.version ?? 0} ${last?.state ?? ''}`, beginning(view))
  const findings = useDraftFindings(view.countyCode, { year: view.year, ...draft })
  const standing = standingOf(view)
  const preview = { ...(standing ?? { version: 0 }), version: (last?.version ?? 0) + 1, lines: draft.lines }
  const done = (): void => {
    discard()
    go(`/plans/${view.countyCode}/${view.year}`)
  }
  return (
    <>
      {changed ? (
        <Notice tone="should">
          {common('unsaved')} <Button onClick={discard}>{common('discard')}</Button>
        </Notice>
      ) : null}
      <Section
        title={t('lines')}
        actions={<Submit view={view} draft={draft} disabled={standing !== null && samePlan(draft.lines, standing.lines)} onDone={done} />}
      >
        <p>
          {t('total', {
            central: sumOf(draft.lines, 'centralFen'),
            standing: sumOf(standing?.lines ?? [], 'centralFen'),
            local: sumOf(draft.lines, 'localFen'),
            enterprise: sumOf(draft.lines, 'enterpriseFen'),
          })}
        </p>
        <PlanLinesEditor view={view} lines={draft.lines} onChange={lines => change({ ...draft, lines })} />
      </Section>
      <FromFile view={view} onLines={lines => change({ ...draft, lines })} />
      {standing ? (
        <Section title={t('whatChanges')}>
          <PlanDifferences view={view} from={standing} to={{ ...standing, ...preview }} />
        </Section>
      ) : null}
      {draft.lines.length > 0 && findings === null ? <p role="status">{t('checkWait')}</p> : null}
      {findings ? (
        <FindingPanel
          title={t('draftFindings')}
          findings={findings}
          reasons={draft.reasons}
          onReason={(code, reason) => change({ ...draft, reasons: { ...draft.reasons, [code]: reason } })}
        />
      ) : null}
    </>
  )
}

const forbidden = new Problem(403, {})

/** A new version of the plan, written line by line and sent to the province (6.2). */
export default function PlanChangePage(): ReactNode {
  const t = useText(planMessages)
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const query = useApi<PlanView>(`/api/projects/${county}/plans`, { year })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('changeTitle', { year })} lead={t('changeLead')} asOf={view.asOf}>
          <CountyLinks county={county} year={year} here="plan" />
          {waitingOf(view) ? (
            <Notice tone="info">
              {t('waiting')} <Link href={`/plans/${county}/${year}`}>{t('title', { year })}</Link>
            </Notice>
          ) : view.mayPropose ? (
            <Editor key={`${view.versions.length} ${view.versions.at(-1)?.state ?? ''}`} view={view} />
          ) : (
            <ErrorState problem={forbidden} />
          )}
        </ConsolePage>
      )}
    </Loaded>
  )
}
