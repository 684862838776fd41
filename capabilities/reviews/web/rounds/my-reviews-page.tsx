import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  DataTable,
  EmptyState,
  Field,
  Link,
  Loaded,
  ProblemNotice,
  StateTag,
  TextArea,
  useApi,
  useBilingual,
  useSend,
  useText,
} from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { roundStateNames } from '../../index.ts'
import { messages } from './reviewer-messages.ts'
import type { MyReviews, MyRound } from './views.ts'
import './rounds.css'

type Invitation = MyReviews['invitations'][number]
type Assignment = MyReviews['assignments'][number]

/** Counties under review with a box for each tie; what is ticked wants words. */
function Ties({
  round,
  ties,
  setTie,
}: {
  round: MyRound
  ties: Readonly<Record<string, string>>
  setTie: (code: string, text: string | null) => void
}): ReactNode {
  const t = useText(messages)
  return (
    <fieldset className="tie-fields">
      <legend>{t('tiesLead')}</legend>
      {round.counties.map(({ code, name }) => {
        const text = ties[code]
        return (
          <div key={code}>
            <label className="check">
              <input type="checkbox" checked={text !== undefined} onChange={event => setTie(code, event.target.checked ? '' : null)} />
              {name} <span className="quiet number">{code}</span>
            </label>
            {text !== undefined ? (
              <Field label={t('tieText', { county: name })} value={text} required onChange={event => setTie(code, event.target.value)} />
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}

function AnswerForm({ round, invitation }: { round: MyRound; invitation: Invitation }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem } = useSend()
  const [ties, setTies] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  const setTie = (code: string, text: string | null) =>
    setTies(before =>
      Object.fromEntries([...Object.entries(before).filter(([other]) => other !== code), ...(text === null ? [] : [[code, text]])]),
    )
  const answer = (how: 'accept' | 'decline') =>
    send(`/api/my-reviews/invitations/${invitation.id}/answer`, {
      answer: how,
      reason,
      declared: how === 'accept' ? Object.entries(ties).map(([countyCode, text]) => ({ countyCode, text })) : [],
    })
  return (
    <div className="invitation">
      <p>{t('invitedTo', { round: round.title, n: round.counties.length })}</p>
      <Ties round={round} ties={ties} setTie={setTie} />
      <TextArea label={t('declineReason')} rows={2} value={reason} onChange={event => setReason(event.target.value)} />
      <ProblemNotice problem={problem} />
      <div className="row">
        <Button kind="primary" busy={sending} onClick={() => void answer('accept')}>
          {t('accept')}
        </Button>
        <Button busy={sending} onClick={() => void answer('decline')}>
          {t('decline')}
        </Button>
      </div>
    </div>
  )
}

function stateOf(row: Assignment): { words: 'recheck' | 'submitted' | 'begun' | 'notBegun'; tone: Tone } {
  if (row.recheckReason) return { words: 'recheck', tone: 'should' }
  if (row.submittedAt) return { words: 'submitted', tone: 'met' }
  return row.startedAt ? { words: 'begun', tone: 'info' } : { words: 'notBegun', tone: 'should' }
}

function RoundAssignments({ round, assignments, asOf }: { round: MyRound; assignments: readonly Assignment[]; asOf: string }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const done = assignments.filter(each => each.submittedAt !== null).length
  return (
    <Section title={round.title}>
      <p>
        <StateTag tone="info">{inLanguage(roundStateNames[round.state])}</StateTag> {t('progress')}{' '}
        <span className="number">
          {done}/{assignments.length}
        </span>
        {round.scoringUntil ? `　${t('until', { day: round.scoringUntil })}` : ''}
      </p>
      <DataTable
        name={`${round.id}-`}
        caption={t('assignments')}
        rows={assignments}
        rowKey={row => row.applicationId}
        asOf={asOf}
        columns={[
          {
            key: 'county',
            title: t('county'),
            value: row => row.countyName,
            cell: row => <Link href={`/my-reviews/${round.id}/${row.applicationId}`}>{row.countyName}</Link>,
          },
          {
            key: 'state',
            title: t('state'),
            value: row => t(stateOf(row).words),
            cell: row => (
              <>
                <StateTag tone={stateOf(row).tone}>{t(stateOf(row).words)}</StateTag>
                {row.revision > 1 ? <span className="quiet"> {t('revision', { n: row.revision })}</span> : null}
                {row.recheckReason ? <div className="quiet">{row.recheckReason}</div> : null}
              </>
            ),
          },
          { key: 'open', title: t('open'), cell: row => <Link href={`/my-reviews/${round.id}/${row.applicationId}`}>{t('open')}</Link> },
        ]}
      />
    </Section>
  )
}

/** A reviewer's desk: invitations to answer, applications to score. */
export default function MyReviewsPage(): ReactNode {
  const t = useText(messages)
  const query = useApi<MyReviews>('/api/my-reviews')
  return (
    <Loaded query={query}>
      {({ rounds, invitations, assignments, asOf }) => {
        const open = invitations.filter(each => each.state === 'invited')
        const active = rounds.filter(round => assignments.some(each => each.roundId === round.id))
        return (
          <ConsolePage title={t('title')} lead={t('lead')} asOf={asOf}>
            {open.length > 0 ? (
              <Section title={t('invitations')}>
                {open.map(invitation => {
                  const round = rounds.find(each => each.id === invitation.roundId)
                  return round ? <AnswerForm key={invitation.id} round={round} invitation={invitation} /> : null
                })}
              </Section>
            ) : null}
            {active.map(round => (
              <RoundAssignments
                key={round.id}
                round={round}
                assignments={assignments.filter(each => each.roundId === round.id)}
                asOf={asOf}
              />
            ))}
            {open.length === 0 && active.length === 0 ? <EmptyState title={t('nothing')} /> : null}
          </ConsolePage>
        )
      }}
    </Loaded>
  )
}
