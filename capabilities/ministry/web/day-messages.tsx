import type { ReactNode } from 'react'
import { Facts } from '@jincun/projects/web/parts'
import { ButtonLink, DataTable, EmptyState, formatInstant, StateTag, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { DifferenceView } from '@jincun/ui/console'
import type { DailyDifference, MessageState } from '../index.ts'
import { words } from './messages.ts'
import type { DayView } from './view.ts'

const tones: Record<MessageState, Tone> = { accepted: 'met', refused: 'must', waiting: 'should', replaced: 'unknown' }

export const differenceRows = (differences: readonly DailyDifference[]) =>
  differences.map(({ path, station, item, before, after }) => ({ path, label: [station, item].filter(Boolean).join(' › '), before, after }))

function Message({ county, message }: { county: string; message: DayView['messages'][number] }): ReactNode {
  const t = useText(words)
  const base = `/api/ministry/${county}/messages/${message.id}`
  return (
    <article className="ministry-message">
      <h3>
        {t('version', { n: message.version })} <StateTag tone={tones[message.state]}>{t(message.state)}</StateTag>
      </h3>
      <Facts
        facts={[
          [t('builtAt'), formatInstant(message.builtAt)],
          ...(message.reason ? ([[t('reason'), message.reason]] as [string, string][]) : []),
          [t('receipt'), message.receipt || message.answerMessage || '—'],
          [t('hash'), message.sha256],
        ]}
      />
      <p>
        <ButtonLink href={`${base}/xml`} download>
          {t('xml')}
        </ButtonLink>
      </p>
      {message.differences.length > 0 ? <DifferenceView caption={t('changed')} differences={differenceRows(message.differences)} /> : null}
      {message.attempts.length > 0 ? (
        <DataTable
          name={`tries${message.version}-`}
          caption={t('tries')}
          rows={message.attempts}
          rowKey={each => String(each.attempt)}
          columns={[
            { key: 'n', title: t('attempts'), numeric: true, value: each => each.attempt },
            { key: 'time', title: t('time'), value: each => formatInstant(each.startedAt) },
            { key: 'outcome', title: t('outcome'), value: each => (each.outcome ? t(each.outcome) : t('begun')) },
            { key: 'status', title: t('status'), numeric: true, value: each => each.httpStatus },
            { key: 'message', title: t('message'), value: each => each.message || null },
            {
              key: 'answer',
              title: t('answer'),
              value: each => each.answer,
              cell: each => (each.answer ? <code className="ministry-answer">{each.answer}</code> : null),
            },
            {
              key: 'download',
              title: t('download'),
              cell: each =>
                each.answer === null ? null : (
                  <ButtonLink href={`${base}/attempts/${each.attempt}/answer`} download>
                    {t('download')}
                  </ButtonLink>
                ),
            },
          ]}
        />
      ) : null}
    </article>
  )
}

/** Every version of a day with its receipt, its tries and the raw answers. */
export function DayMessages({ county, view }: { county: string; view: DayView }): ReactNode {
  const t = useText(words)
  if (view.messages.length === 0) return <EmptyState title={t('noMessages')} />
  return view.messages.toReversed().map(message => <Message key={message.id} county={county} message={message} />)
}
