import type { ReactNode } from 'react'
import { Button, DataTable, StateTag, useBilingual, useText } from '@jincun/ui'
import type { Column, Tone } from '@jincun/ui'
import type { PlanLine } from '../index.ts'
import { freeId } from './item-rows.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { PlanLineForm } from './plan-line-form.tsx'
import type { PlanView } from './plan-view.ts'
import { useSpendingChecks } from './use-checks.ts'
import type { SpendingCheck } from './use-checks.ts'

const tones: Record<SpendingCheck['verdict'], Tone> = { passes: 'met', referred: 'should', prohibited: 'must' }

/** A line not written yet, with ids that no version has used: an id means the same line over all versions. */
function emptyLine({ versions }: PlanView, lines: readonly PlanLine[]): PlanLine {
  const used = [...lines, ...versions.flatMap(version => version.lines)]
  return {
    id: freeId(used, 'line-'),
    projectKey: '',
    projectName: '',
    name: '',
    category: '',
    categoryText: '',
    supportArea: '',
    supportMode: '',
    money: { centralFen: '0', localFen: '0', enterpriseFen: '0' },
    facility: 'none',
    reusesExistingPremises: null,
  }
}

/** Lines of one project share its key; a new name is a new project. */
function withKey(line: PlanLine, { versions }: PlanView, lines: readonly PlanLine[]): PlanLine {
  const known = [...lines, ...versions.flatMap(version => version.lines)]
  const same = known.find(each => each.projectName === line.projectName && each.projectKey !== '')
  return {
    ...line,
    projectKey:
      same?.projectKey ??
      freeId(
        known.map(each => ({ id: each.projectKey })),
        'project-',
      ),
  }
}

type EditorProps = { view: PlanView; lines: readonly PlanLine[]; onChange: (lines: PlanLine[]) => void }

function useColumns({ view, lines }: EditorProps, actions: (line: PlanLine) => ReactNode): Column<PlanLine>[] {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const checks = useSpendingChecks(
    view.countyCode,
    view.year,
    lines.map(({ id, name, category, projectName, money }) => ({
      lineId: id,
      name,
      category,
      under: projectName,
      centralFen: money.centralFen,
    })),
  )
  const termOf = (id: string): string => {
    const found = view.categories.find(entry => entry.id === id)
    return found ? inLanguage(found.term) : t('noCategory')
  }
  return [
    { key: 'line', title: t('line'), value: row => row.name },
    { key: 'project', title: t('project'), value: row => row.projectName },
    { key: 'category', title: t('category'), value: row => termOf(row.category) },
    {
      key: 'check',
      title: t('check'),
      value: row => checks?.find(({ lineId }) => lineId === row.id)?.verdict ?? null,
      cell: row => {
        const check = checks?.find(({ lineId }) => lineId === row.id)
        return check ? <StateTag tone={tones[check.verdict]}>{t(check.verdict)}</StateTag> : null
      },
    },
    { key: 'central', title: common('central'), fen: row => BigInt(row.money.centralFen), unit: 'wan' },
    { key: 'local', title: common('local'), fen: row => BigInt(row.money.localFen), unit: 'wan' },
    { key: 'enterprise', title: common('enterprise'), fen: row => BigInt(row.money.enterpriseFen), unit: 'wan' },
    { key: 'edit', title: common('edit'), cell: actions },
  ]
}

/** The lines of a version that is being written, each with what the negative list says of it. */
export function PlanLinesEditor({ view, lines, onChange }: EditorProps): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const projects = [...new Set(lines.map(({ projectName }) => projectName))]
  const save = (line: PlanLine): void => {
    const keyed = withKey(line, view, lines)
    onChange(lines.some(({ id }) => id === line.id) ? lines.map(each => (each.id === line.id ? keyed : each)) : [...lines, keyed])
  }
  const columns = useColumns({ view, lines, onChange }, row => (
    <div className="row-actions">
      <PlanLineForm view={view} line={row} isNew={false} projects={projects} onSave={save} />
      <Button
        kind="quiet"
        aria-label={common('removeOne', { what: row.name })}
        onClick={() => onChange(lines.filter(({ id }) => id !== row.id))}
      >
        {common('remove')}
      </Button>
    </div>
  ))
  const added = emptyLine(view, lines)
  return (
    <>
      <DataTable name="lines-" caption={t('lines')} rows={lines} rowKey={row => row.id} empty={t('nextFirst')} columns={columns} />
      <div className="form-bar">
        <PlanLineForm key={added.id} view={view} line={added} isNew projects={projects} onSave={save} />
      </div>
    </>
  )
}
