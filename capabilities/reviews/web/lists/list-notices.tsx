import type { ReactNode } from 'react'
import { Button, DataTable, formatInstant, Notice, ProblemNotice, useText } from '@jincun/ui'
import { DifferenceView } from '@jincun/ui/console'
import type { Difference } from '@jincun/ui/console'
import type { RankedListDifference } from '../../index.ts'
import { messages } from './messages.ts'
import type { ListDraft } from './use-list-draft.ts'
import type { ListView } from './view.ts'

/** What the state of the list means for the reader: received, reopened, or forfeited. */
export function StateNotice({ view }: { view: ListView }): ReactNode {
  const t = useText(messages)
  const last = view.events.findLast(event => event.verb === 'submit')
  if (view.state === 'submitted' && last)
    return (
      <Notice tone="met" title={t('receipt', { when: formatInstant(last.at), version: last.version })}>
        {t('receiptHash')} <code className="list-hash">{last.packageHash}</code>
      </Notice>
    )
  if (view.state === 'forfeited') return <Notice tone="must" title={t('forfeitedNotice')} />
  if (view.state === 'reopened' && view.extension)
    return <Notice tone="should" title={t('reopenedNotice', { ruling: view.extension.ruling })} />
  return null
}

function differencesOf(difference: RankedListDifference, words: { added: string; removed: string; basis: string }): Difference[] {
  const text = (entry: { rank: number | null; score: string | null }) => `${entry.rank ?? '—'} / ${entry.score ?? '—'}`
  return [
    ...difference.added.map(entry => ({ path: entry.countyCode, label: entry.countyCode, before: null, after: text(entry) })),
    ...difference.removed.map(entry => ({ path: entry.countyCode, label: entry.countyCode, before: text(entry), after: null })),
    ...difference.changed.map(({ before, after }) => ({
      path: after.countyCode,
      label: after.countyCode,
      before: text(before),
      after: text(after),
    })),
    ...(difference.basisChanged ? [{ path: 'basis', label: words.basis, before: '', after: '' }] : []),
    ...difference.reasonsChanged.map(code => ({ path: `reason-${code}`, label: code, before: '', after: '' })),
  ]
}

/** Somebody saved in between: what differs, and the two ways on. Any other refusal of a save in its own words. */
export function SaveProblem({ draft }: { draft: ListDraft }): ReactNode {
  const t = useText(messages)
  const { problem } = draft
  if (problem?.code !== 'ranked-list-version') return <ProblemNotice problem={problem} />
  const { difference } = (problem.details ?? {}) as { difference?: RankedListDifference | null }
  return (
    <Notice tone="must" title={t('conflict')} alert>
      {difference ? (
        <DifferenceView
          caption={t('difference')}
          differences={differencesOf(difference, { added: t('added'), removed: t('removed'), basis: t('basisChanged') })}
        />
      ) : null}
      <div className="list-tools">
        <Button onClick={draft.takeTheirs}>{t('takeTheirs')}</Button>
        <Button onClick={draft.keepMine}>{t('keepMine')}</Button>
      </div>
    </Notice>
  )
}

/** Everything that happened to the list. */
export function ListHistory({ view }: { view: ListView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="events-"
      caption={t('history')}
      rows={view.events.toReversed()}
      rowKey={event => event.id}
      empty={t('none')}
      columns={[
        { key: 'at', title: t('when'), value: event => formatInstant(event.at) },
        { key: 'verb', title: t('what'), value: event => t(`${event.verb}Done`) },
        { key: 'by', title: t('who'), value: event => event.by },
        { key: 'version', title: t('version'), numeric: true, value: event => event.version },
        { key: 'note', title: t('note'), value: event => [event.ruling, event.reason].filter(Boolean).join('；') || '—' },
      ]}
    />
  )
}
