import type { ReactNode } from 'react'
import { Field, Notice, useNow, useSend, useText } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { shanghaiDate } from '@jincun/kernel'
import { messages } from './round-messages.ts'
import type { ApplicationView, AssignmentView, RoundView } from './views.ts'
import { ScrollRegion } from './scroll-region.tsx'

type Words = ReturnType<typeof useText<keyof (typeof messages)['zh']>>
type Cell = { mark: string; words: string; how: string }

function cellOf(t: Words, assignment: AssignmentView | undefined, conflict: boolean): Cell {
  if (!assignment)
    return conflict ? { mark: '×', words: t('cell_conflict'), how: 'conflict' } : { mark: '', words: t('cell_none'), how: 'none' }
  if (assignment.endedAt) return { mark: '↩', words: t('cell_ended', { reason: assignment.endReason ?? '' }), how: 'ended' }
  const off = assignment.fieldMatch ? '' : `，${t('offField')}`
  if (assignment.recheckReason) return { mark: '△', words: t('cell_recheck') + off, how: 'recheck' }
  if (assignment.submittedAt) return { mark: '●', words: t('cell_submitted') + off, how: 'submitted' }
  return assignment.startedAt
    ? { mark: '◐', words: t('cell_started') + off, how: 'started' }
    : { mark: '○', words: t('cell_waiting') + off, how: 'waiting' }
}

const standing = (assignments: readonly AssignmentView[]): AssignmentView[] => assignments.filter(each => each.endedAt === null)

/** Counties by experts; every cell says in words what its mark means. */
/** How many of the standing assignments are handed in, of how many. */
const done = (list: readonly AssignmentView[]): string =>
  `${standing(list).filter(each => each.submittedAt !== null).length}/${standing(list).length}`

function Matrix({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  // In drawn order; whoever accepted stands there even with nothing to review.
  const busy = new Set(view.assignments.map(each => each.expertId))
  const experts = view.invitations.filter(each => each.state === 'accepted' || busy.has(each.expertId)).map(each => each.expertId)
  const conflicts = new Set(view.conflicts.map(finding => finding.rows.map(row => row.key).join('/')))
  const cell = (application: ApplicationView, expertId: string): Cell =>
    cellOf(
      t,
      view.assignments.find(each => each.applicationId === application.applicationId && each.expertId === expertId),
      conflicts.has(`${expertId}/${application.applicationId}`),
    )
  return (
    <ScrollRegion label={t('matrix')}>
      <table>
        <caption>{t('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('county')}</th>
            {experts.map(id => (
              <th key={id} scope="col">
                {view.experts[id]?.name ?? ''}
              </th>
            ))}
            <th scope="col">{t('progress')}</th>
          </tr>
        </thead>
        <tbody>
          {view.applications.map(application => (
            <tr key={application.applicationId}>
              <th scope="row">{application.countyName}</th>
              {experts.map(id => {
                const { mark, words, how } = cell(application, id)
                return (
                  <td key={id} data-how={how} title={words}>
                    <span aria-hidden="true">{mark}</span>
                    <span className="visually-hidden">{words}</span>
                  </td>
                )
              })}
              <td className="number">{done(view.assignments.filter(each => each.applicationId === application.applicationId))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('workload')}</th>
            {experts.map(id => (
              <td key={id} className="number">
                {done(view.assignments.filter(each => each.expertId === id))}
              </td>
            ))}
            <td className="number">{done(view.assignments)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function AssignForm({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const today = shanghaiDate(useNow())
  const { send, sending, problem, clear } = useSend()
  const { round } = view
  const submit = async ({ scoringUntil }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/review-rounds/${round.id}/assignments`, { version: round.version, scoringUntil })) !== null
  return (
    <FormDrawer
      title={t('assign')}
      submitLabel={t('assign')}
      kind="primary"
      onOpen={clear}
      onSubmit={submit}
      sending={sending}
      problem={problem}
    >
      <p className="quiet">{t('assignHint')}</p>
      <Field label={t('scoringUntil')} name="scoringUntil" type="date" required min={today} />
    </FormDrawer>
  )
}

function GapForm({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const { send, sending, problem, clear } = useSend()
  const { round } = view
  const submit = async ({ scoringUntil }: Record<string, string>): Promise<boolean> =>
    (await send(`/api/review-rounds/${round.id}/assignments/gaps`, {
      version: round.version,
      ...(scoringUntil ? { scoringUntil } : {}),
    })) !== null
  return (
    <FormDrawer title={t('fillGaps')} submitLabel={t('send')} onOpen={clear} onSubmit={submit} sending={sending} problem={problem}>
      <p className="quiet">{t('gapsHint')}</p>
      <Field label={t('until')} name="scoringUntil" type="date" />
    </FormDrawer>
  )
}

/** How many reviews an application lacks, over all of them. */
export const gapsOf = (view: RoundView): number =>
  view.applications.reduce((sum, { applicationId }) => {
    const has = standing(view.assignments).filter(each => each.applicationId === applicationId).length
    return sum + Math.max(0, view.round.settings.reviewersPerApplication - has)
  }, 0)

/** Who reviews what and how far each is; never a score. */
export function AssignmentSection({ view }: { view: RoundView }): ReactNode {
  const t = useText(messages)
  const gaps = view.round.state === 'scoring' ? gapsOf(view) : 0
  return (
    <Section
      title={t('assigned')}
      actions={
        <>
          {view.actions.includes('assign') ? <AssignForm view={view} /> : null}
          {view.round.state === 'scoring' && view.actions.includes('replace') ? <GapForm view={view} /> : null}
        </>
      }
    >
      {gaps > 0 ? <Notice tone="must" title={t('gaps', { n: gaps })} /> : null}
      {view.scoringUntil ? (
        <p>
          {t('scoringUntil')} <span className="number">{view.scoringUntil}</span>
        </p>
      ) : null}
      {view.assignments.length > 0 ? (
        <>
          <Matrix view={view} />
          <p className="quiet">{t('matrixHint')}</p>
        </>
      ) : (
        <p className="quiet">{t('assignHint')}</p>
      )}
    </Section>
  )
}
