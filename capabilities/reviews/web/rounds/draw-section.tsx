import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, DataTable, Field, formatInstant, Notice, StateTag, useBilingual, useSend, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import { checkDraw } from '../../index.ts'
import type { Draw, SeedSource } from '../../index.ts'
import { messages } from './round-messages.ts'
import type { RoundView } from './views.ts'

type Props = { view: RoundView; draw: NonNullable<RoundView['draw']> }

const faults = ['pool', 'seed', 'order'] as const

/** The draw done again in the reader's own browser, by the same published steps. */
function Verification({ draw }: { draw: Draw }): ReactNode {
  const t = useText(messages)
  const [found, setFound] = useState<string[] | null>(null)
  const example = draw.drawn[0]
  const wrong = faults.filter(fault => found?.includes(fault)).map(fault => t(`fault_${fault}`))
  return (
    <details className="verify">
      <summary>{t('verify')}</summary>
      <p>{t('verifyHow')}</p>
      <pre className="command">{`printf %s '${draw.seed}/${example?.expertId ?? ''}' | sha256sum\n${example?.digest ?? ''}`}</pre>
      <Button onClick={() => setFound(checkDraw(draw))}>{t('verifyNow')}</Button>
      {found === null ? null : found.length === 0 ? (
        <Notice tone="met" alert title={t('verified')} />
      ) : (
        <Notice tone="must" alert title={t('notVerified', { what: wrong.join('、') })} />
      )}
    </details>
  )
}

function DrawnOrder({ view, draw }: { view: RoundView; draw: Draw }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const fieldName = (id: string): string => {
    const label = view.fields.find(field => field.id === id)
    return label ? inLanguage(label.term) : id
  }
  return (
    <DataTable
      name="draw-"
      caption={t('order')}
      rows={draw.drawn}
      rowKey={row => row.expertId}
      columns={[
        { key: 'place', title: t('place'), numeric: true, value: row => row.place },
        { key: 'name', title: t('expert'), value: row => view.experts[row.expertId]?.name ?? row.expertId },
        { key: 'organisation', title: t('organisation'), value: row => view.experts[row.expertId]?.organisationName ?? '' },
        {
          key: 'seat',
          title: t('seat'),
          value: row => t(row.seat ? 'seat' : 'reserve'),
          cell: row =>
            row.seat ? (
              <StateTag tone="met">{row.forField ? t('ofField', { field: fieldName(row.forField) }) : t('seat')}</StateTag>
            ) : (
              <span className="quiet">{t('reserve')}</span>
            ),
        },
        { key: 'digest', title: t('digest'), cell: row => <code className="hash">{row.digest.slice(0, 16)}…</code> },
      ]}
    />
  )
}

/** The parts of the seed, each from the source that was announced. */
function SeedForm({ view, draw }: Props): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const sources = draw.commitment.sources
  const [parts, setParts] = useState<string[]>(sources.map(() => ''))
  const hint = (source: SeedSource) => (source.kind === 'sealed' ? t('seedPartSealed') : t('seedPartPublic', { where: source.where }))
  return (
    <>
      <div className="field-grid">
        {sources.map((source, index) => (
          <Field
            key={`${source.kind}/${source.party}`}
            label={t('seedPart', { party: source.party })}
            hint={hint(source)}
            autoComplete="off"
            value={parts[index] ?? ''}
            onChange={event => setParts(before => before.map((part, place) => (place === index ? event.target.value : part)))}
          />
        ))}
      </div>
      <ConfirmButton
        kind="primary"
        label={t('drawNow')}
        title={t('drawQuestion')}
        consequences={t('drawConsequences')}
        onConfirm={() => send(`/api/review-rounds/${view.round.id}/draw`, { version: view.round.version, parts })}
        problem={problem}
      />
    </>
  )
}

/** The announcement, the seed, the drawn order, and how to do the draw again. */
export function DrawSection({ view, draw }: Props): ReactNode {
  const t = useText(messages)
  return (
    <Section title={t('draw')}>
      <dl className="fact-list">
        <dt>{t('committedAt')}</dt>
        <dd>{formatInstant(draw.committedAt)}</dd>
        <dt>{t('poolHash')}</dt>
        <dd>
          <code className="hash">{draw.commitment.poolHash}</code>
        </dd>
        {draw.draw ? (
          <>
            <dt>{t('seed')}</dt>
            <dd>{draw.draw.seed}</dd>
            <dt>{t('drawnAt')}</dt>
            <dd>{formatInstant(draw.drawnAt ?? '')}</dd>
          </>
        ) : null}
      </dl>
      {view.actions.includes('draw') ? <SeedForm view={view} draw={draw} /> : null}
      {draw.draw ? (
        <>
          <DrawnOrder view={view} draw={draw.draw} />
          <Verification draw={draw.draw} />
        </>
      ) : null}
    </Section>
  )
}
