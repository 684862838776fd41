import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  ClauseLink,
  EmptyState,
  Link,
  Loaded,
  TextArea,
  formatWanYuan,
  newId,
  useApi,
  useBilingual,
  useNow,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage } from '@jincun/ui/console'
import { messages } from './messages.ts'
import './application.css'

type Doubt = {
  applicationId: string
  countyCode: string
  countyName: string
  lineId: string
  lineName: string
  centralFen: string | null
  words: readonly { word: string; term: { zh: string; en: string }; clause: string }[]
}

function Decision({ doubt, decision }: { doubt: Doubt; decision: 'permitted' | 'prohibited' }): ReactNode {
  const t = useText(messages)
  const { send, problem } = useSend()
  const [reason, setReason] = useState('')
  const { countyCode, applicationId, lineId, lineName } = doubt
  const permits = decision === 'permitted'
  return (
    <ConfirmButton
      label={t(permits ? 'permit' : 'prohibit')}
      title={lineName}
      consequences={
        <>
          <p>{t(permits ? 'permitEffect' : 'prohibitEffect')}</p>
          <TextArea label={t('reason')} value={reason} onChange={event => setReason(event.target.value)} />
        </>
      }
      onConfirm={() =>
        send(`/api/applications/${countyCode}/${applicationId}/rulings`, { id: newId(), lineId, lineName, decision, reason })
      }
      problem={problem}
    />
  )
}

function DoubtCard({ doubt }: { doubt: Doubt }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <article className="application-card">
      <h2>{doubt.lineName}</h2>
      <p>
        <Link href={`/applications/${doubt.countyCode}/${doubt.applicationId}`}>{doubt.countyName}</Link> · {t('central')}{' '}
        {doubt.centralFen === null ? t('notAnswered') : formatWanYuan(BigInt(doubt.centralFen))}
      </p>
      <ul>
        {doubt.words.map(({ word, term, clause }) => (
          <li key={word}>
            {t('words')} “{word}” → {inLanguage(term)} <ClauseLink clause={clause} />
          </li>
        ))}
      </ul>
      <Decision doubt={doubt} decision="permitted" /> <Decision doubt={doubt} decision="prohibited" />
    </article>
  )
}

/** Budget lines that wait for the province's ruling under the negative list (3.6). */
export default function DoubtfulLinesPage(): ReactNode {
  const t = useText(messages)
  const query = useApi<{ lines: readonly Doubt[]; asOf: string }>('/api/applications/doubtful-lines', {
    year: String(useNow().getFullYear()),
  })
  return (
    <ConsolePage title={t('doubtful')} lead={t('doubtfulLead')} asOf={query.data?.asOf}>
      <Loaded query={query}>
        {({ lines }) =>
          lines.length === 0 ? (
            <EmptyState title={t('noDoubtful')} />
          ) : (
            lines.map(doubt => <DoubtCard key={`${doubt.applicationId}/${doubt.lineId}`} doubt={doubt} />)
          )
        }
      </Loaded>
    </ConsolePage>
  )
}
