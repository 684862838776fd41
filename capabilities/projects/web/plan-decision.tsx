import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, TextArea, useNow, useSend, useText } from '@jincun/ui'
import { FormDrawer, Section } from '@jincun/ui/console'
import { words } from './messages-common.ts'
import { planMessages } from './messages-plan.ts'
import { PlanDifferences } from './plan-versions.tsx'
import { standingOf, waitingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'

/** Approve or return the version that waits; for the province only, and the server never lets anyone decide on their own. */
function Decide({ path }: { path: string }): ReactNode {
  const t = useText(planMessages)
  const common = useText(words)
  const approval = useSend()
  const giveBack = useSend()
  const today = shanghaiDate(useNow())
  return (
    <>
      <FormDrawer
        kind="primary"
        title={t('approve')}
        submitLabel={t('approve')}
        sending={approval.sending}
        problem={approval.problem}
        onOpen={approval.clear}
        onSubmit={async fields => (await approval.send(path, { decision: 'approve', document: fields.document, on: fields.on })) !== null}
      >
        <p>{t('approveEffect')}</p>
        <Field name="document" label={t('document')} required maxLength={100} />
        <Field name="on" type="date" label={t('on')} required defaultValue={today} />
      </FormDrawer>
      <FormDrawer
        title={t('return')}
        submitLabel={t('return')}
        sending={giveBack.sending}
        problem={giveBack.problem}
        onOpen={giveBack.clear}
        onSubmit={async fields => (await giveBack.send(path, { decision: 'return', reason: fields.reason })) !== null}
      >
        <p>{t('returnEffect')}</p>
        <TextArea name="reason" label={common('reason')} required maxLength={2_000} />
      </FormDrawer>
    </>
  )
}

/** The version that waits: what it changes, who proposed it and why, and the decision. */
export function PlanDecision({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const waiting = waitingOf(view)
  if (!waiting) return null
  return (
    <Section
      title={`${t('versionOf', { version: waiting.version })} · ${t('proposed')}`}
      actions={view.mayDecide ? <Decide path={`/api/projects/${view.countyCode}/plans/${waiting.id}/decision`} /> : null}
    >
      <p>
        {t('why')}：{waiting.reason}
        <span className="quiet"> （{waiting.proposedBy}）</span>
      </p>
      <PlanDifferences view={view} from={standingOf(view)} to={waiting} />
    </Section>
  )
}
