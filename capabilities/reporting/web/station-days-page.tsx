import type { ReactNode } from 'react'
import {
  DataTable,
  EmptyState,
  formatInstant,
  Link,
  Loading,
  Notice,
  ProblemNotice,
  StateTag,
  usePathPart,
  useSession,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section, WaitingRecords } from '@jincun/ui/console'
import { useKept, useSheet } from '@jincun/ui/offline'
import type { Sheet } from '@jincun/ui/offline'
import { dayWords } from './station-day-messages.ts'
import { StationDayForm } from './station-day-form.tsx'
import { stationDayWork } from './station-day-work.ts'
import type { StationDaysView } from './station-day-work.ts'
import './reporting.css'

/** Whether days can be written here without a network, and as of when the stations are. */
function Readiness({ sheet, ready }: { sheet: Sheet<StationDaysView>; ready: boolean | null }): ReactNode {
  const t = useText(dayWords)
  const at = formatInstant(sheet.view.asOf)
  if (sheet.fromPhone) return <Notice tone="should">{t('fromPhone', { at })}</Notice>
  if (ready === null) return <p className="quiet">{t('getting')}</p>
  return <Notice tone={ready ? 'met' : 'info'}>{t(ready ? 'ready' : 'notReady', { at })}</Notice>
}

function Came({ county, view }: { county: string; view: StationDaysView }): ReactNode {
  const t = useText(dayWords)
  const names = new Map(view.stations.map(({ code, siteName }) => [code, siteName]))
  return (
    <Section title={t('came')}>
      <DataTable
        name="came-"
        caption={t('came')}
        rows={view.sheets}
        asOf={view.asOf}
        rowKey={row => row.id}
        empty={<EmptyState title={t('nothingCame')} />}
        columns={[
          { key: 'day', title: t('day'), value: row => row.day },
          { key: 'station', title: t('station'), value: row => `${names.get(row.station) ?? ''} ${row.station}` },
          {
            key: 'count',
            title: t('count'),
            numeric: true,
            value: row => row.orders,
            cell: row => (row.orders === 0 ? t('none') : <Link href={`/reporting/${county}/${row.id}`}>{String(row.orders)}</Link>),
          },
          {
            key: 'channel',
            title: t('channel'),
            value: row => t(row.channel === 'paper' ? 'paperChannel' : 'form'),
            cell: row =>
              row.paperFileId === null ? (
                t('form')
              ) : (
                <>
                  <StateTag tone="info">{t('paperChannel')}</StateTag>{' '}
                  <a href={`/api/reporting/${county}/report-papers/${row.paperFileId}`}>{t('photo')}</a>
                </>
              ),
          },
          { key: 'at', title: t('at'), value: row => formatInstant(row.enteredAt) },
        ]}
      />
    </Section>
  )
}

function Days({ county, person }: { county: string; person: string }): ReactNode {
  const t = useText(dayWords)
  const { sheet, problem, ready } = useSheet({
    path: `/api/reporting/${county}/station-days`,
    key: `${person} ${county}`,
    personId: person,
    store: stationDayWork.store,
    scope: '/station-days/',
  })
  const kept = useKept(stationDayWork, person)
  if (!sheet) return problem ? <ProblemNotice problem={problem} /> : <Loading />
  return (
    <>
      <Readiness sheet={sheet} ready={ready} />
      {sheet.view.stations.length === 0 ? (
        <EmptyState title={t('noStation')}>{t('noStationHint')}</EmptyState>
      ) : (
        <StationDayForm {...{ county, person, sheet, kept }} />
      )}
      <WaitingRecords
        kept={kept}
        title={t('waiting', { n: kept.records.length })}
        columns={[
          { key: 'day', title: t('day'), value: row => row.sheet.day },
          { key: 'station', title: t('station'), value: row => row.siteName },
          { key: 'count', title: t('count'), numeric: true, value: row => row.sheet.orders.length },
        ]}
        dropAsk={row => t('dropAsk', { day: row.sheet.day })}
        dropEffect={t('dropEffect')}
      />
      <Came county={county} view={sheet.view} />
    </>
  )
}

/** 站点日报 by phone (6.4c): with or without a network, nothing lost and nothing doubled. */
export default function StationDaysPage(): ReactNode {
  const t = useText(dayWords)
  const county = usePathPart('county')
  const person = useSession().data?.person
  return (
    <ConsolePage title={t('title')} lead={t('lead')}>
      {person ? <Days county={county} person={person.id} /> : null}
    </ConsolePage>
  )
}
