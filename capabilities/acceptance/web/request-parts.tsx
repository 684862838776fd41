import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { ClauseLink, DataTable, Notice, StateTag, useBilingual, useText } from '@jincun/ui'
import { defectsOf, lastVisit } from '../index.ts'
import type { Inspection, InspectionLevel } from '../index.ts'
import { messages } from './messages.ts'
import type { RequestView } from './view.ts'
import { CorrectionForm } from './site-correction.tsx'
import { VisitForm } from './visit-form.tsx'

const lackWords: Readonly<Record<string, 'lackData' | 'lackCards' | 'lackSign' | 'lackSerial'>> = {
  'contractor-data-complete': 'lackData',
  'assets-have-cards': 'lackCards',
  'sign-shown': 'lackSign',
  'asset-serials-unique': 'lackSerial',
}

type PartProps = { view: RequestView; county: string }
type Lacking = { key: string; label: string; finding: Finding }

/** Every single thing that stands between the project and its acceptance, with the clause that asks for it. */
export function MissingList({ view }: { view: RequestView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const rows = view.gate
    .filter(({ status }) => status !== 'met')
    .flatMap((finding): Lacking[] =>
      finding.rows.length === 0
        ? [{ key: finding.code, label: inLanguage(finding.message), finding }]
        : finding.rows.map(row => ({ key: `${finding.code} ${row.key}`, label: row.label, finding })),
    )
  if (rows.length === 0) return <Notice tone="met">{t('nothingMissing')}</Notice>
  return (
    <>
      <Notice tone="must" title={t('missingTitle', { n: rows.length })}>
        {t('missingLead')}
      </Notice>
      <DataTable
        name="missing-"
        caption={t('missingTitle', { n: rows.length })}
        rows={rows}
        rowKey={row => row.key}
        columns={[
          { key: 'kind', title: t('lackKind'), value: row => t(lackWords[row.finding.code] ?? 'lackOther') },
          { key: 'what', title: t('what'), value: row => row.label },
          { key: 'why', title: t('why'), value: row => row.finding.clause, cell: row => <ClauseLink clause={row.finding.clause} /> },
        ]}
      />
    </>
  )
}

/** What the last visit of a level found at a site. */
function LevelResult({
  view,
  entry,
  level,
}: {
  view: RequestView
  entry: RequestView['sites'][number]
  level: InspectionLevel
}): ReactNode {
  const t = useText(messages)
  const last = lastVisit(view.inspections, entry.site, level)
  if (!last) return <StateTag tone="unknown">{t('notVisited')}</StateTag>
  const all = entry.checklist.length
  const wrong = defectsOf(last, entry.checklist).length
  return (
    <>
      <StateTag tone={wrong === 0 ? 'met' : 'must'}>{t('metItems', { met: all - wrong, all })}</StateTag>{' '}
      <span className="quiet">{last.visitedOn}</span>
    </>
  )
}

function SampleResult({ view, entry }: { view: RequestView; entry: RequestView['sites'][number] }): ReactNode {
  const t = useText(messages)
  const { sample } = view.acceptance
  const levels = (['city', 'province'] as const).filter(level => sample?.[level].includes(entry.site.id))
  if (levels.length === 0) return t('notDrawn')
  return (
    <ul className="plain-list">
      {levels.map(level => (
        <li key={level}>
          {t(level)} <LevelResult view={view} entry={entry} level={level} />
        </li>
      ))}
    </ul>
  )
}

/** Site by site: what the county found, whether it is drawn, what city and province found, and the form of whoever visits. */
export function Sites({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const { sample, state } = view.acceptance
  const drawn = (siteId: string): boolean => sample !== null && [...sample.city, ...sample.province].includes(siteId)
  const mayVisit = (siteId: string): boolean =>
    (view.mayCheck && view.verbs.includes('check')) || (view.mayVisit && state === 'sampled' && drawn(siteId))
  return (
    <DataTable
      name="sites-"
      caption={t('sites')}
      rows={view.sites}
      rowKey={row => row.site.id}
      columns={[
        { key: 'site', title: t('site'), value: row => row.site.name },
        { key: 'county', title: t('byCounty'), cell: row => <LevelResult view={view} entry={row} level="county" /> },
        { key: 'sample', title: t('ofSample'), cell: row => <SampleResult view={view} entry={row} /> },
        {
          key: 'visit',
          title: t('visit'),
          cell: row => (mayVisit(row.site.id) ? <VisitForm view={view} county={county} entry={row} /> : '—'),
        },
        ...(view.mayCorrect
          ? [
              {
                key: 'correct',
                title: t('correct'),
                cell: (row: RequestView['sites'][number]) => <CorrectionForm county={county} site={row.site} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Every visit with its items and evidence; nothing is overwritten. */
export function Records({ view, county }: PartProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const entryOf = ({ siteId }: Inspection) => view.sites.find(({ site }) => site.id === siteId)
  const found = (row: Inspection): string =>
    row.items
      .map(({ itemId, value, note }) => {
        const item = entryOf(row)?.checklist.find(({ id }) => id === itemId)
        const words = value === null ? t('notSeen') : item?.measure === 'yes-no' ? t(value > 0 ? 'is' : 'isNot') : String(value)
        return `${item ? inLanguage(item.title) : itemId}：${words}${note ? `（${note}）` : ''}`
      })
      .join('；')
  return (
    <DataTable
      name="records-"
      caption={t('records')}
      rows={view.inspections.toReversed()}
      rowKey={row => row.id}
      empty={t('noRecords')}
      columns={[
        { key: 'day', title: t('day'), value: row => row.visitedOn },
        { key: 'site', title: t('site'), value: row => entryOf(row)?.site.name ?? row.siteId },
        { key: 'level', title: t('level'), value: row => t(row.level) },
        { key: 'items', title: t('items'), value: found },
        {
          key: 'files',
          title: t('evidenceFiles'),
          value: row => row.items.reduce((sum, { evidenceFileIds }) => sum + evidenceFileIds.length, 0),
          cell: row => {
            const ids = row.items.flatMap(({ evidenceFileIds }) => evidenceFileIds)
            if (ids.length === 0) return '—'
            return (
              <span className="row">
                {ids.map((id, index) => (
                  <a key={id} className="evidence-link" href={`/api/projects/${county}/files/${id}`} download>
                    {`${t('evidenceFiles')} ${index + 1}`}
                  </a>
                ))}
              </span>
            )
          },
        },
        { key: 'inspector', title: t('inspector'), value: row => row.inspector },
      ]}
    />
  )
}

/** The published draw, with how anyone can draw it again. */
export function SampleNote({ view }: { view: RequestView }): ReactNode {
  const t = useText(messages)
  const { sample } = view.acceptance
  if (!sample) return null
  const names = (ids: readonly string[]): string =>
    view.sites
      .filter(({ site }) => ids.includes(site.id))
      .map(({ site }) => site.name)
      .join('、') || t('nobody')
  return (
    <Notice tone="info" title={t('sampleTitle')}>
      <p>
        {t('sample', {
          number: sample.number,
          day: shanghaiDate(new Date(sample.drawnAt)),
          city: names(sample.city),
          province: names(sample.province),
        })}
      </p>
      <p className="quiet">{t('sampleNote')}</p>
      <p className="quiet">{t('sampleMadeOf', { request: view.acceptance.id, nonce: sample.nonce, seed: sample.seed })}</p>
    </Notice>
  )
}

export function Defects({ view }: { view: RequestView }): ReactNode {
  const t = useText(messages)
  const { defects } = view.acceptance
  if (defects.length === 0) return null
  return (
    <Notice tone="must" title={t('defects')}>
      <ul>
        {defects.map(defect => (
          <li key={`${defect.siteId} ${defect.level}`}>{`${t(defect.level)}：${defect.found}`}</li>
        ))}
      </ul>
    </Notice>
  )
}
