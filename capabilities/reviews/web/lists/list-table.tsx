import type { ReactNode } from 'react'
import { Button, DataTable, useBilingual, useText } from '@jincun/ui'
import { compareDecimals, typeLabels } from '@jincun/applications'
import type { RankedListEntry } from '../../index.ts'
import { CountyName, EligibilityTag, PovertyMark } from './county-tags.tsx'
import { messages } from './messages.ts'
import type { ListDraft } from './use-list-draft.ts'
import { renumber } from './view.ts'
import type { WireRow } from './view.ts'

/** The list for readers. */
export function ListTable({
  rows,
  empty,
  exports,
}: {
  rows: readonly WireRow[]
  empty: string
  exports: { label: string; href: string }[]
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      caption={t('caption')}
      rows={rows}
      rowKey={row => row.countyCode}
      empty={empty}
      exports={exports}
      columns={[
        { key: 'rank', title: t('rank'), numeric: true, value: row => row.rank },
        { key: 'county', title: t('county'), value: row => row.name ?? row.countyCode, cell: row => <CountyName row={row} /> },
        { key: 'type', title: t('type'), value: row => inLanguage(typeLabels[row.type]) },
        { key: 'score', title: t('score'), numeric: true, value: row => row.score },
        { key: 'poverty', title: t('nationalPoverty'), cell: row => <PovertyMark row={row} /> },
        { key: 'eligibility', title: t('eligibility'), value: row => row.eligibility, cell: row => <EligibilityTag row={row} /> },
      ]}
    />
  )
}

const move = (entries: readonly RankedListEntry[], from: number, to: number): RankedListEntry[] => {
  const moved = entries.toSpliced(from, 1)
  const [entry] = entries.slice(from, from + 1)
  return entry ? renumber(moved.toSpliced(to, 0, entry)) : moved
}

const byScore = (entries: readonly RankedListEntry[]): RankedListEntry[] =>
  renumber(
    entries.toSorted((a, b) => {
      if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null)
      return compareDecimals(b.score, a.score)
    }),
  )

type RowProps = { draft: ListDraft; row: WireRow; index: number; count: number }

function Moves({ draft, county, index, count }: Omit<RowProps, 'row'> & { county: string }): ReactNode {
  const t = useText(messages)
  const { entries } = draft.content
  const to = (place: number): void => draft.change({ entries: move(entries, index, place) })
  return (
    <span className="list-moves">
      <Button kind="quiet" aria-label={t('up', { county })} disabled={index === 0} onClick={() => to(index - 1)}>
        ↑
      </Button>
      <Button kind="quiet" aria-label={t('down', { county })} disabled={index === count - 1} onClick={() => to(index + 1)}>
        ↓
      </Button>
    </span>
  )
}

function EditRow({ draft, row, index, count }: RowProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { entries } = draft.content
  const set = (part: Partial<RankedListEntry>) =>
    draft.change({ entries: entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)) })
  const county = row.name ?? row.countyCode
  return (
    <tr>
      <td className="list-rank">
        <span className="number">{row.rank ?? '—'}</span>
        <Moves draft={draft} county={county} index={index} count={count} />
      </td>
      <td data-label={t('county')}>
        <CountyName row={row} />
      </td>
      <td data-label={t('type')}>
        <select
          className="input"
          aria-label={`${county} ${t('type')}`}
          value={row.type}
          onChange={event => set({ type: event.target.value as RankedListEntry['type'] })}
        >
          {Object.entries(typeLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {inLanguage(label)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t('score')}>
        <input
          className="input number list-score"
          inputMode="decimal"
          aria-label={`${county} ${t('score')}`}
          value={row.score ?? ''}
          onChange={event => set({ score: event.target.value.trim() === '' ? null : event.target.value.trim() })}
        />
      </td>
      <td data-label={t('nationalPoverty')}>
        <PovertyMark row={row} />
      </td>
      <td data-label={t('eligibility')}>
        <EligibilityTag row={row} />
      </td>
      <td>
        <Button
          kind="quiet"
          aria-label={t('remove', { county })}
          onClick={() => draft.change({ entries: renumber(entries.toSpliced(index, 1)) })}
        >
          {t('removeShort')}
        </Button>
      </td>
    </tr>
  )
}

/** The list for those who write it: ranks by moving rows, types and scores in place; what is known of each county stands beside it. */
export function ListEditor({ draft, known }: { draft: ListDraft; known: ReadonlyMap<string, WireRow> }): ReactNode {
  const t = useText(messages)
  const { entries } = draft.content
  if (entries.length === 0) return <p className="quiet">{t('empty')}</p>
  const rows = entries.map((entry): WireRow => {
    const facts = known.get(entry.countyCode)
    const { name = null, nationalPovertyCounty = null, notYetOutOfPoverty = null, eligibility = null } = facts ?? {}
    return {
      ...entry,
      writtenCode: entry.writtenCode ?? null,
      reviewId: entry.reviewId ?? null,
      name,
      nationalPovertyCounty,
      notYetOutOfPoverty,
      eligibility,
    }
  })
  return (
    <>
      <div className="list-tools">
        <Button onClick={() => draft.change({ entries: byScore(entries) })}>{t('sortByScore')}</Button>
      </div>
      <table className="list-editor">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            {(['rank', 'county', 'type', 'score', 'nationalPoverty', 'eligibility', 'removeShort'] as const).map(key => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <EditRow key={row.countyCode} draft={draft} row={row} index={index} count={rows.length} />
          ))}
        </tbody>
      </table>
    </>
  )
}
