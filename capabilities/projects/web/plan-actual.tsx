import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, useApi, useBilingual, useText } from '@jincun/ui'
import { LightTag } from './light-tag.tsx'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { standingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'
import type { RegisterView } from './view.ts'

/** Every line of the version in force with what contracts bind, what is left, how far its project is, and why its light is on. */
export function PlanActual({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const register = useApi<RegisterView>(`/api/projects/${view.countyCode}/register`, { year: view.year })
  const bound = (id: string): bigint => BigInt(view.committed[id] ?? '0')
  return (
    <Loaded query={register}>
      {({ rows }) => {
        const entryOf = (lineId: string) => rows.find(({ project }) => project.planLineIds.includes(lineId))
        return (
          <DataTable
            name="actual-"
            caption={t('actual')}
            rows={standingOf(view)?.lines ?? []}
            rowKey={row => row.id}
            asOf={view.asOf}
            empty={t('nextFirst')}
            columns={[
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
            ]}
          />
        )
      }}
    </Loaded>
  )
}
