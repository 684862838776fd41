import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, DataTable, Notice, ProblemNotice, Select, StateTag, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import type { Column, Tone } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import type { Invitation } from '../../index.ts'
import { ConflictTable } from './candidates-section.tsx'
import { messages } from './round-messages.ts'
import type { InvitationView, RoundView } from './views.ts'

const tones: Record<Invitation['state'], Tone> = { invited: 'info', accepted: 'met', declined: 'unknown', replaced: 'unknown' }

type RowProps = { view: RoundView; invitation: InvitationView }
const pathOf = ({ view, invitation }: RowProps): string => `/api/review-rounds/${view.round.id}/invitations/${invitation.id}`

function RecordAnswer(props: RowProps): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const submit = async ({ answer, reason }: Record<string, string>): Promise<boolean> =>
    (await send(`${pathOf(props)}/answer`, { answer, reason })) !== null
  return (
    <FormDrawer
      title={t('record')}
      submitLabel={t('save')}
      kind="link"
      onOpen={clear}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p>{props.invitation.name}</p>
      <p className="quiet">{t('recordHint')}</p>
      <Select label={t('answer')} name="answer" choices={(['accept', 'decline'] as const).map(value => ({ value, label: t(value) }))} />
      <TextArea label={t('declineReason')} name="reason" rows={2} />
    </FormDrawer>
  )
}

function Replace(props: RowProps): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const submit = async ({ reason, dropSubmitted }: Record<string, string>): Promise<boolean> =>
    (await send(`${pathOf(props)}/replacement`, { reason, dropSubmitted: dropSubmitted === 'yes' })) !== null
  return (
    <FormDrawer
      title={t('replace')}
      submitLabel={t('replace')}
      kind="link"
      onOpen={clear}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p>{props.invitation.name}</p>
      <p className="quiet">{t('replaceHint')}</p>
      <TextArea label={t('reason')} name="reason" required rows={3} />
      <label className="check">
        <input type="checkbox" name="dropSubmitted" value="yes" />
        {t('dropSubmitted')}
      </label>
    </FormDrawer>
  )
}

function useColumns(view: RoundView): Column<InvitationView>[] {
  const t = useText(messages)
  const countyName = (code: string): string => view.counties.find(county => county.code === code)?.name ?? code
  const mayReplace = view.actions.includes('replace')
  return [
    { key: 'place', title: t('place'), numeric: true, value: row => row.place },
    { key: 'name', title: t('expert'), value: row => row.name },
    { key: 'organisation', title: t('organisation'), value: row => `${row.organisationName} ${row.title}` },
    {
      key: 'state',
      title: t('state'),
      value: row => t(row.state),
      cell: row => (
        <>
          <StateTag tone={tones[row.state]}>{t(row.state)}</StateTag>
          {row.state === 'accepted' && !row.hasAccount ? <StateTag tone="must">{t('noAccount')}</StateTag> : null}
          {row.reason ? <div className="quiet">{row.reason}</div> : null}
          {row.declared.length > 0 ? (
            <div className="quiet">
              {t('declaredTies', { ties: row.declared.map(tie => `${countyName(tie.countyCode)}：${tie.text}`).join('；') })}
            </div>
          ) : null}
        </>
      ),
    },
    ...(mayReplace
      ? [
          {
            key: 'actions',
            title: t('actions'),
            cell: (row: InvitationView) => (
              <span className="row">
                {row.state === 'invited' ? <RecordAnswer view={view} invitation={row} /> : null}
                {row.state === 'invited' || row.state === 'accepted' ? <Replace view={view} invitation={row} /> : null}
              </span>
            ),
          },
        ]
      : []),
  ]
}

/** One press: the next in drawn order are invited; the page says beforehand who they are. */
function FillSeats({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { send, sending, problem } = useSend()
  const { next, openSeats, round } = view
  if (!next || !openSeats) return null
  if (next.problem) return <Notice tone="must" title={inLanguage(next.problem)} />
  return (
    <>
      <div className="row">
        <Button
          kind="primary"
          busy={sending}
          onClick={() => void send(`/api/review-rounds/${round.id}/reserves`, { version: round.version })}
        >
          {t('fillSeats', { n: openSeats })}
        </Button>
        {next.seats.map(seat => (
          <span key={seat.expertId} className="quiet">
            {t('nextIs', { place: seat.place, name: view.experts[seat.expertId]?.name ?? '' })}
          </span>
        ))}
      </div>
      <ProblemNotice problem={problem} />
    </>
  )
}

/** Who was invited, what they answered, and the seats that fell free. */
export function PanelSection({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const columns = useColumns(view)
  const [shown, setShown] = useState(false)
  const count = (state: Invitation['state']): number => view.invitations.filter(each => each.state === state).length
  return (
    <Section
      title={t('panel')}
      actions={
        <Button kind="quiet" onClick={() => setShown(!shown)} aria-expanded={shown}>
          {t('conflicts')} {view.conflicts.length}
        </Button>
      }
    >
      <p>{t('panelLead', { accepted: count('accepted'), pending: count('invited'), open: view.openSeats ?? 0 })}</p>
      {view.actions.includes('replace') ? <FillSeats view={view} /> : null}
      <DataTable name="panel-" caption={t('panel')} rows={view.invitations} rowKey={row => row.id} asOf={view.asOf} columns={columns} />
      {shown ? <ConflictTable conflicts={view.conflicts} excluded={new Set()} asOf={view.asOf} /> : null}
    </Section>
  )
}
