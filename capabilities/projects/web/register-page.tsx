import type { ReactNode } from 'react'
import { ButtonLink, DataTable, Link, Loaded, Notice, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { projectStageLabels } from '../index.ts'
import { LightTag } from './light-tag.tsx'
import { messages } from './messages.ts'
import type { RegisterRow, RegisterView } from './view.ts'

type MoneyKey = 'centralFen' | 'localFen' | 'enterpriseFen'

const moneyColumn = (key: MoneyKey, title: string) => ({
  key,
  title,
  fen: (row: RegisterRow) => BigInt(row.money[key]),
  unit: 'wan' as const,
})

function RegisterTable({ view }: { view: RegisterView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <Section title={t('register')}>
      <DataTable
        caption={t('title', { year: view.year })}
        rows={view.rows}
        rowKey={row => row.project.id}
        asOf={view.asOf}
        empty={t('none')}
        columns={[
          {
            key: 'project',
            title: t('project'),
            value: row => row.project.name,
            cell: row => <Link href={`/projects/${view.countyCode}/${view.year}/${row.project.id}`}>{row.project.name}</Link>,
          },
          { key: 'light', title: t('light'), value: row => row.light, cell: row => <LightTag light={row.light} lights={row.lights} /> },
          {
            key: 'stage',
            title: t('stage'),
            value: row => inLanguage(projectStageLabels[row.stage]),
            cell: row => <StateTag tone={row.stage === 'accepted' ? 'met' : 'info'}>{inLanguage(projectStageLabels[row.stage])}</StateTag>,
          },
          {
            key: 'percent',
            title: t('percent'),
            numeric: true,
            value: row => row.percent,
            cell: row => t('ofPlan', { done: row.percent ?? t('notReported'), planned: row.plannedPercent }),
          },
          { key: 'end', title: t('end'), value: row => row.project.end },
          { key: 'responsible', title: t('responsible'), value: row => `${row.project.responsible.name} ${row.project.responsible.post}` },
          { key: 'contractor', title: t('contractor'), value: row => row.contractorNames.join('、') || null },
          moneyColumn('centralFen', t('central')),
          moneyColumn('localFen', t('local')),
          moneyColumn('enterpriseFen', t('enterprise')),
        ]}
      />
    </Section>
  )
}

/** 项目台账 of a county and year (6.2). */
export default function RegisterPage(): ReactNode {
  const t = useText(messages)
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const query = useApi<RegisterView>(`/api/projects/${county}/register`, { year })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title', { year })}
          lead={t('lead')}
          asOf={view.asOf}
          source={view.planVersion ? t('source', { version: view.planVersion }) : t('noPlan')}
          actions={
            <>
              <ButtonLink href={`/api/projects/${county}/register/workbook?year=${year}`} download>
                {t('excel')}
              </ButtonLink>
              <ButtonLink href={`/api/projects/${county}/ocds?year=${year}`} download>
                {t('ocds')}
              </ButtonLink>
            </>
          }
        >
          {view.planVersion === null ? <Notice tone="unknown">{t('noPlan')}</Notice> : null}
          <RegisterTable view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
