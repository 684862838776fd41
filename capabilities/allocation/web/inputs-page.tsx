import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ButtonLink, Field, Loaded, newId, Notice, ProblemNotice, useApi, usePathPart, useSend, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { ConsolePage, DifferenceView, Section, UploadWithErrors } from '@jincun/ui/console'
import type { Difference } from '@jincun/ui/console'
import { gridDifference } from '../grid-difference.ts'
import { readInputGrid } from '../read-input-grid.ts'
import type { FactorInputs } from '../factor-input.ts'
import type { CellError, InputGrid } from '../read-input-grid.ts'
import { messages } from './console-messages.ts'
import { CoverageTable } from './coverage-table.tsx'
import { GridEditor } from './grid-editor.tsx'
import { CellErrors, SheetVersions } from './inputs-parts.tsx'
import { LedgerRates } from './ledger-rates.tsx'
import { sheetTreatments, useTreatments } from './treatments.ts'
import type { Overview } from './view.ts'

type Draft = { id: string; grid: InputGrid; source: string }

const draftOf = ({ grid, source }: Overview['inputs']): Draft => ({ id: newId(), grid, source })

const withCell = (grid: InputGrid, row: number, column: number, text: string): InputGrid => ({
  ...grid,
  rows: grid.rows.map((cells, at) =>
    at === row ? grid.header.map((_, index) => (index === column ? text : (cells[index] ?? ''))) : cells,
  ),
})
type Saved = { version: number; errors: CellError[] }

/** Asks before the browser leaves a page with changes that nobody saved. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

/** Someone else saved first: what differs between the new version and the changes made here. */
function Stale({ problem }: { problem: Problem }): ReactNode {
  const t = useText(messages)
  const details = problem.details as { version: number; differences: readonly Difference[] } | undefined
  if (problem.code !== 'sheet-changed-meanwhile' || !details) return <ProblemNotice problem={problem} />
  return (
    <>
      <Notice tone="must" alert>
        {t('stale', { version: details.version })}
      </Notice>
      <DifferenceView caption={t('differences')} differences={details.differences} />
    </>
  )
}

type SaveBarProps = {
  draft: Draft | null
  changes: number
  version: number
  onSource: (source: string) => void
  onSave: () => void
  onUndo: () => void
  sending: boolean
}

function SaveBar({ draft, changes, version, onSource, onSave, onUndo, sending }: SaveBarProps): ReactNode {
  const t = useText(messages)
  if (!draft) return null
  return (
    <div className="grid-save">
      {changes > 0 ? <Notice tone="should">{t('unsaved', { n: changes })}</Notice> : null}
      <Field
        label={t('source')}
        hint={t('sourceHint')}
        value={draft.source}
        maxLength={1000}
        onChange={event => onSource(event.target.value)}
      />
      <div className="grid-buttons">
        <Button kind="primary" busy={sending} onClick={onSave}>
          {t('save', { version: version + 1 })}
        </Button>
        <Button kind="quiet" onClick={onUndo}>
          {t('undo')}
        </Button>
      </div>
    </div>
  )
}

/** The draft of the sheet: edited cell by cell, checked as one types, saved as a new version. */
function useInputsDraft(overview: Overview) {
  const { year, sheet, provinces, inputs: saved } = overview
  const [draft, setDraft] = useState<Draft | null>(saved.version === 0 ? draftOf(saved) : null)
  const [upload, setUpload] = useState(newId)
  const [done, setDone] = useState<Saved | null>(null)
  const { send, sending, problem, clear } = useSend<Saved>('PUT')
  const grid = draft?.grid ?? saved.grid
  const checked = useDeferredValue(grid)
  const { inputs, errors } = useMemo(() => readInputGrid(checked, { sheet, provinces }), [checked, sheet, provinces])
  const changes = useMemo(() => (draft ? gridDifference(saved.grid, checked).length : 0), [draft, saved.grid, checked])
  useWarning(changes > 0)
  const edit = useCallback((change: (draft: Draft) => Draft) => setDraft(before => change(before ?? draftOf(saved))), [saved])
  const onCell = useCallback(
    (row: number, column: number, text: string) => edit(before => ({ ...before, grid: withCell(before.grid, row, column, text) })),
    [edit],
  )
  const addRow = (): void =>
    edit(before => ({ ...before, grid: { ...before.grid, rows: [...before.grid.rows, before.grid.header.map(() => '')] } }))
  const save = async (): Promise<void> => {
    const answer = draft && (await send(`/api/allocations/${year}/sheet`, { ...draft, version: saved.version }))
    if (!answer) return
    setDone(answer)
    setDraft(null)
  }
  const taken = (answer: Saved): void => {
    setUpload(newId())
    setDone(answer)
    setDraft(null)
    clear()
  }
  return { draft, setDraft, upload, done, sending, problem, grid, inputs, errors, changes, edit, onCell, addRow, save, taken }
}

function Coverage({ year, sheet, inputs }: Pick<Overview, 'year' | 'sheet'> & { inputs: FactorInputs }): ReactNode {
  const t = useText(messages)
  const proposed = useMemo(() => sheetTreatments(sheet), [sheet])
  const { treatments, choose, query } = useTreatments(proposed)
  return (
    <Section
      title={t('coverage')}
      actions={
        <ButtonLink kind="primary" href={`/allocation/${year}/what-if${query}`}>
          {t('toWhatIf')}
        </ButtonLink>
      }
    >
      <p className="quiet">{t('coverageLead')}</p>
      <CoverageTable sheet={sheet} inputs={inputs} treatments={treatments} onChoose={choose} />
    </Section>
  )
}

function Inputs({ overview }: { overview: Overview }): ReactNode {
  const t = useText(messages)
  const { year, sheet, inputs: saved } = overview
  const { draft, setDraft, upload, done, sending, problem, grid, inputs, errors, changes, edit, onCell, addRow, save, taken } =
    useInputsDraft(overview)
  const told = (list: readonly unknown[]): string => (list.length === 0 ? t('noErrors') : t('errorCount', { n: list.length }))
  return (
    <>
      {done ? (
        <Notice tone={done.errors.length > 0 ? 'should' : 'met'} alert>
          {t('saved', { version: done.version, errors: told(done.errors) })}
        </Notice>
      ) : null}
      {problem ? <Stale problem={problem} /> : null}
      <Section
        title={t('grid')}
        actions={
          <ButtonLink download href={`/api/allocations/${year}/sheet/file`}>
            {t('download')}
          </ButtonLink>
        }
      >
        <CellErrors errors={errors} />
        <GridEditor sheet={sheet} grid={grid} errors={errors} onCell={onCell} onAddRow={addRow} />
        <SaveBar
          draft={draft}
          changes={changes}
          version={saved.version}
          sending={sending}
          onSource={source => edit(before => ({ ...before, source }))}
          onSave={() => void save()}
          onUndo={() => setDraft(null)}
        />
      </Section>
      <Section title={t('importTitle')}>
        <UploadWithErrors<Saved>
          path={`/api/allocations/${year}/sheet/file?id=${upload}&version=${saved.version}`}
          accept=".csv,.xlsx"
          hint={t('importHint')}
          onDone={taken}
        />
      </Section>
      <LedgerRates
        year={year}
        sheet={sheet}
        grid={grid}
        source={(draft ?? saved).source}
        onFill={(filled, source) => edit(before => ({ ...before, grid: filled, source }))}
      />
      {inputs ? <Coverage year={year} sheet={sheet} inputs={inputs} /> : null}
      <SheetVersions versions={overview.versions} />
    </>
  )
}

/** The input sheet of a year: typed or imported, checked as it is typed, saved as versions. */
export default function InputsPage(): ReactNode {
  const t = useText(messages)
  const year = usePathPart('year')
  const query = useApi<Overview>(`/api/allocations/${year}`)
  return (
    <ConsolePage
      title={t('inputsTitle', { year })}
      lead={t('inputsLead')}
      asOf={query.data?.inputs.savedAt}
      source={query.data?.inputs.source}
    >
      <Loaded query={query}>{overview => <Inputs overview={overview} />}</Loaded>
    </ConsolePage>
  )
}
