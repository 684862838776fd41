import type { ReactNode } from 'react'
import {
  ButtonLink,
  DataTable,
  Link,
  Loaded,
  Notice,
  Select,
  StateTag,
  useAddressState,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { ProjectStage, projectStageLabels } from '../index.ts'
import type { LightTone } from '../index.ts'
import { CountyLinks } from './county-links.tsx'
import { LightTag } from './light-tag.tsx'
import { messages } from './messages.ts'
import { words } from './messages-common.ts'
import { ProjectForm } from './project-form.tsx'
import type { RegisterRow, RegisterView } from './view.ts'

type MoneyKey = 'centralFen' | 'localFen' | 'enterpriseFen'

const moneyColumn = (key: MoneyKey, title: string) => ({
  key,
  title,
  fen: (row: RegisterRow) => BigInt(row.money[key]),
  unit: 'wan' as const,
})

const lights: readonly LightTone[] = ['red', 'amber', 'unknown', 'green']

/** Stage and light by which the register is narrowed; both stand in the address. */
function useFilters() {
  const [stage, setStage] = useAddressState('stage')
  const [light, setLight] = useAddressState('light')
  const fits = (row: RegisterRow): boolean => (stage === '' || row.stage === stage) && (light === '' || row.light === light)
  return { stage, setStage, light, setLight, fits }
}

function Filters({ filters }: { filters: ReturnType<typeof useFilters> }): ReactNode {
  const t = useText(messages)
  const common = useText(words)
  const inLanguage = useBilingual()
  const all = { value: '', label: common('all') }
  return (
    <div className="item-fields screen-only">
      <Select
        label={t('stage')}
        value={filters.stage}
        choices={[all, ...ProjectStage.options.map(value => ({ value, label: inLanguage(projectStageLabels[value]) }))]}
        onChange={event => filters.setStage(event.target.value)}
      />
      <Select
        label={t('light')}
        value={filters.light}
        choices={[all, ...lights.map(value => ({ value, label: t(value) }))]}
        onChange={event => filters.setLight(event.target.value)}
      />
    </div>
  )
}

function RegisterTable({ view }: { view: RegisterView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const filters = useFilters()
  return (
    <Section
      title={t('register')}
      actions={view.mayWrite && view.planVersion !== null ? <ProjectForm basis={view} standing={null} /> : null}
    >
      <Filters filters={filters} />
      <DataTable
        caption={t('title', { year: view.year })}
        rows={view.rows.filter(filters.fits)}
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

/** The first trouble, or that there is none. */
function Next({ view }: { view: RegisterView }): ReactNode {
  const t = useText(messages)
  const common = useText(words)
  const troubled = view.rows.filter(({ light }) => light !== 'green').length
  if (view.planVersion === null) return null
  const what = view.rows.length === 0 ? t('nextRegister') : troubled > 0 ? t('nextTroubled', { n: troubled }) : t('nextInOrder')
  return <Notice tone={troubled > 0 ? 'should' : 'info'}>{common('next', { what })}</Notice>
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
          <CountyLinks county={county} year={year} here="register" />
          <Next view={view} />
          {view.planVersion === null ? <Notice tone="unknown">{t('noPlan')}</Notice> : null}
          <RegisterTable view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
