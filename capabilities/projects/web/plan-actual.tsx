import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, useApi, useBilingual, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { PlanLine } from '../index.ts'
import { LightTag } from './light-tag.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { standingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'
import type { RegisterRow, RegisterView } from './view.ts'

function useColumns(view: PlanView, rows: readonly RegisterRow[]): Column<PlanLine>[] {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const bound = (id: string): bigint => BigInt(view.committed[id] ?? '0')
  const entryOf = (lineId: string) => rows.find(({ project }) => project.planLineIds.includes(lineId))
  return [
    { key: 'line', title: t('line'), value: row => row.name },
    {
      key: 'project',
      title: t('project'),
      value: row => entryOf(row.id)?.project.name ?? row.projectName,
      cell: row => {
        const entry = entryOf(row.id)
        if (!entry)
          return (
            <>
              {row.projectName} <span className="quiet">（{t('notRegistered')}）</span>
            </>
          )
        return <Link href={`/projects/${view.countyCode}/${view.year}/${entry.project.id}`}>{entry.project.name}</Link>
      },
    },
    {
      key: 'category',
      title: t('category'),
      value: row => {
        const found = view.categories.find(({ id }) => id === row.category)
        return found ? inLanguage(found.term) : row.categoryText || t('noCategory')
      },
    },
    { key: 'central', title: common('central'), fen: row => BigInt(row.money.centralFen), unit: 'wan' },
    { key: 'contracted', title: t('contracted'), fen: row => bound(row.id), unit: 'wan' },
    { key: 'left', title: t('left'), fen: row => BigInt(row.money.centralFen) - bound(row.id), unit: 'wan' },
    {
      key: 'percent',
      title: t('percent'),
      numeric: true,
      value: row => entryOf(row.id)?.percent ?? null,
      cell: row => {
        const percent = entryOf(row.id)?.percent ?? null
        return percent === null ? null : `${percent}%`
      },
    },
    {
      key: 'light',
      title: t('light'),
      value: row => entryOf(row.id)?.light ?? null,
      cell: row => {
        const entry = entryOf(row.id)
        return entry ? <LightTag light={entry.light} lights={entry.lights} /> : null
      },
    },
  ]
}

function Lines({ view, rows }: { view: PlanView; rows: readonly RegisterRow[] }): ReactNode {
  const t = useText(planMessages)
  const columns = useColumns(view, rows)
  return (
    <DataTable
      name="actual-"
      caption={t('actual')}
      rows={standingOf(view)?.lines ?? []}
      rowKey={row => row.id}
      asOf={view.asOf}
      empty={t('nextFirst')}
      columns={columns}
    />
  )
}

/** Every line of the version in force with what contracts bind, what is left, how far its project is, and why its light is on. */
export function PlanActual({ view }: { view: PlanView }): ReactNode {
  const register = useApi<RegisterView>(`/api/projects/${view.countyCode}/register`, { year: view.year })
  return <Loaded query={register}>{({ rows }) => <Lines view={view} rows={rows} />}</Loaded>
}
