import { useState } from 'react'
import type { ReactNode } from 'react'
import { ButtonLink, newId, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { RequestView } from './view.ts'

type StepsProps = { view: RequestView; county: string }

function Draw({ path }: { path: string }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [id] = useState(newId)
  return (
    <ConfirmButton
      kind="primary"
      label={t('draw')}
      title={t('drawAsk')}
      consequences={<p>{t('drawEffect')}</p>}
      onConfirm={() => send(`${path}/sample`, { id })}
      problem={problem}
    />
  )
}

/** The step of whoever's turn it is, and the evidence pack. */
export function RequestSteps({ view, county }: StepsProps): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [resultId] = useState(newId)
  const { acceptance, verbs } = view
  const path = `/api/acceptance/${county}/requests/${acceptance.id}`
  return (
    <>
      {view.mayCheck && verbs.includes('check') ? (
        <ConfirmButton
          kind="primary"
          label={t('check')}
          title={t('checkAsk')}
          consequences={<p>{t('checkEffect')}</p>}
          onConfirm={() => send(`${path}/county-check`, {})}
          problem={problem}
        />
      ) : null}
      {view.mayDecide && verbs.includes('draw') ? <Draw path={path} /> : null}
      {view.mayDecide && verbs.includes('conclude') ? (
        <ConfirmButton
          kind="primary"
          label={t('conclude')}
          title={t('concludeAsk')}
          consequences={<p>{t('concludeEffect')}</p>}
          onConfirm={() => send(`${path}/result`, { id: resultId })}
          problem={problem}
        />
      ) : null}
      <ButtonLink href={`/api/acceptance/${county}/evidence/${acceptance.projectId}`} download>
        {t('evidencePack')}
      </ButtonLink>
    </>
  )
}
