import { useState } from 'react'
import type { ReactNode } from 'react'
import { Notice, useMay, useSend, useText } from '@jincun/ui'
import { ConfirmButton } from '@jincun/ui/console'
import { words } from './messages.ts'
import type { RoundView } from './view.ts'

/** Makes what is due and sends what waits, and says how far it came. */
export function SendNow({ county, hasAddress }: { county: string; hasAddress: boolean }): ReactNode {
  const t = useText(words)
  const may = useMay()('ministry.report')
  const { send, problem } = useSend<RoundView>()
  const [round, setRound] = useState<RoundView | null>(null)
  if (!may) return null
  const go = async (): Promise<RoundView | null> => {
    const answer = await send(`/api/ministry/${county}/sending`, {})
    setRound(answer)
    return answer
  }
  return (
    <>
      <div className="screen-only">
        <ConfirmButton
          kind="primary"
          label={t('sendNow')}
          title={t('sendTitle')}
          consequences={t('sendConsequences')}
          problem={problem}
          disabled={!hasAddress}
          disabledReason={t('noAddress')}
          onConfirm={go}
        />
      </div>
      {round ? (
        <Notice
          alert
          tone={round.stoppedBy ? 'should' : 'met'}
          title={t('sent', { n: round.sent.length, accepted: round.sent.filter(({ outcome }) => outcome === 'accepted').length })}
        >
          {round.stoppedBy ? t('stoppedBy', { why: round.stoppedBy }) : null}
        </Notice>
      ) : null}
    </>
  )
}
