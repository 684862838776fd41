import { useState } from 'react'
import type { ReactNode } from 'react'
import { ButtonLink, Link, newId, Notice, useBilingual, useText } from '@jincun/ui'
import { Section, UploadWithErrors } from '@jincun/ui/console'
import { FaultsTable, NotesTable } from './faults-table.tsx'
import { messages } from './messages.ts'
import type { SubmitView } from './view.ts'

const files = '.csv,.txt,.xlsx,.ndjson'

function Outcome({ county, answer }: { county: string; answer: SubmitView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { rows, accepted, duplicates, rejected, batch, state, refusal } = answer
  const good = rejected === 0 && !refusal
  const title = refusal
    ? inLanguage(refusal.message)
    : answer.validateOnly
      ? t('validated')
      : state === 'stored'
        ? t('stored')
        : t('working')
  return (
    <>
      <Notice alert tone={good ? 'met' : 'should'} title={title}>
        <p>{t('result', { rows, accepted, duplicates, rejected })}</p>
        {batch ? <Link href={`/reporting/${county}/${batch}`}>{t('openBatch')}</Link> : null}
      </Notice>
      {answer.errors.length > 0 ? <FaultsTable faults={answer.errors} /> : null}
      {answer.notes.length > 0 ? <NotesTable notes={answer.notes} /> : null}
    </>
  )
}

/** Validate a file, or send it; the answer stays until the next. Each sending has a key of its own, so that a retry is one batch. */
export function SubmitSection({ county }: { county: string }): ReactNode {
  const t = useText(messages)
  const [key, setKey] = useState(newId)
  const [answer, setAnswer] = useState<SubmitView | null>(null)
  const path = `/api/reporting/${county}/transactions`
  const done = (given: SubmitView): void => {
    setAnswer(given)
    setKey(newId())
  }
  return (
    <Section
      title={t('upload')}
      actions={
        <ButtonLink href="/api/reporting/report-types/transactions/template" download>
          {t('template')}
        </ButtonLink>
      }
    >
      <div className="reporting-uploads">
        <div>
          <h3>{t('validate')}</h3>
          <UploadWithErrors<SubmitView> path={`${path}?validate=1`} accept={files} hint={t('validateHint')} onDone={done} />
        </div>
        <div>
          <h3>{t('upload')}</h3>
          <UploadWithErrors<SubmitView>
            path={`${path}?channel=upload&wait=20&key=${key}`}
            accept={files}
            hint={t('uploadHint')}
            onDone={done}
          />
        </div>
      </div>
      {answer ? <Outcome county={county} answer={answer} /> : null}
    </Section>
  )
}
