import type { ReactNode } from 'react'
import { ButtonLink, Deadline, Loaded, Notice, StateTag, TextArea, useApi, useBilingual, usePathPart, useSend, useText } from '@jincun/ui'
import { ConfirmButton, ConsolePage, FormDrawer } from '@jincun/ui/console'
import { roundStateNames } from '../../index.ts'
import { AssignmentSection } from './assignment-section.tsx'
import { CandidatesSection } from './candidates-section.tsx'
import { DrawSection } from './draw-section.tsx'
import { PanelSection } from './panel-section.tsx'
import { PreferencesSection } from './preferences-section.tsx'
import { messages } from './round-messages.ts'
import { roundTones } from './round-state.ts'
import { RoundSteps } from './round-steps.tsx'
import { SettingsSection } from './settings-section.tsx'
import type { RoundView } from './views.ts'
import './rounds.css'

type Props = { view: RoundView }

function CloseStep({ view }: Props): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const open = view.assignments.filter(each => each.endedAt === null && each.submittedAt === null).length
  return (
    <ConfirmButton
      kind="primary"
      label={t('close')}
      title={t('closeQuestion')}
      consequences={t('closeConsequences')}
      onConfirm={() => send(`/api/review-rounds/${view.round.id}/close`, { version: view.round.version })}
      problem={problem}
      disabled={open > 0}
      disabledReason={t('closeWait', { n: open })}
    />
  )
}

function CancelStep({ view }: Props): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const submit = async ({ reason }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/review-rounds/${view.round.id}/cancellation`, { version: view.round.version, reason })) !== null
  return (
    <FormDrawer title={t('cancel')} submitLabel={t('cancel')} onOpen={clear} onSubmit={submit} sending={sending} problem={problem}>
      <p className="quiet">{t('cancelHint')}</p>
      <TextArea label={t('reason')} name="reason" required rows={3} />
    </FormDrawer>
  )
}

function Actions({ view }: Props): ReactNode {
  const t = useText(messages)
  const seen = view.round.state === 'closed' || view.round.state === 'confirmed'
  return (
    <>
      {seen ? (
        <ButtonLink kind="primary" href={`/review-rounds/${view.round.id}/outcome`}>
          {t('outcome')}
        </ButtonLink>
      ) : null}
      {view.actions.includes('close') ? <CloseStep view={view} /> : null}
      {view.actions.includes('cancel') ? <CancelStep view={view} /> : null}
    </>
  )
}

/** The parts of a round, the one that is under way first. */
function Parts({ view }: Props): ReactNode {
  const { state } = view.round
  const settings = <SettingsSection key={`settings-${view.round.version}`} view={view} />
  if (state === 'preparing')
    return (
      <>
        <CandidatesSection view={view} />
        {settings}
      </>
    )
  const draw = view.draw ? <DrawSection view={view} draw={view.draw} /> : null
  const panel = view.invitations.length > 0 ? <PanelSection view={view} /> : null
  const assigned = state === 'committed' ? null : <AssignmentSection view={view} />
  return (
    <>
      {state === 'committed' ? draw : null}
      {state === 'inviting' ? panel : null}
      {assigned}
      {state === 'inviting' ? null : panel}
      <PreferencesSection view={view} />
      {state === 'committed' ? null : draw}
      {settings}
    </>
  )
}

/** A round of review for the office that runs it: what is under way stands first, what was settled stays in sight. */
export default function RoundPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const id = usePathPart('id')
  const query = useApi<RoundView>(`/api/review-rounds/${id}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={view.round.title}
          lead={
            <>
              <StateTag tone={roundTones[view.round.state]}>{inLanguage(roundStateNames[view.round.state])}</StateTag> {t('lead')}{' '}
              <span className="quiet">{t('due')}</span> <Deadline due={view.due} clause={view.round.settings.clause} />
            </>
          }
          asOf={view.asOf}
          actions={<Actions view={view} />}
        >
          <RoundSteps state={view.round.state} published={view.publishedAt !== null} />
          {view.cancelReason ? <Notice tone="unknown" title={t('cancelled', { reason: view.cancelReason })} /> : null}
          <Parts view={view} />
        </ConsolePage>
      )}
    </Loaded>
  )
}
