import type { ReactNode } from 'react'
import { ButtonLink, formatInstant, Loaded, Notice, Progress, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { BatchState, isUnderWay } from './batches-table.tsx'
import { FaultsTable, NotesTable } from './faults-table.tsx'
import { messages } from './messages.ts'
import type { BatchView } from './view.ts'
import './reporting.css'

function Facts({ batch }: { batch: BatchView }): ReactNode {
  const t = useText(messages)
  const facts: [string, ReactNode][] = [
    [t('state'), <BatchState key="state" batch={batch} />],
    [t('received'), formatInstant(batch.receivedAt)],
    [t('by'), batch.receivedBy ?? '—'],
    [t('contractor'), batch.contractor],
    [t('kind'), t(batch.kind)],
    ...(batch.reason ? ([[t('reason'), batch.reason]] as [string, ReactNode][]) : []),
    [t('mode'), batch.mode === 'atomic' ? t('atomic') : t('rowWise')],
    [t('rows'), t('result', { rows: batch.rows, accepted: batch.accepted, duplicates: batch.duplicates, rejected: batch.rejected })],
    [t('hash'), batch.fileSha256 ?? '—'],
  ]
  return (
    <dl className="reporting-facts">
      {facts.map(([term, value]) => (
        <div key={term} className="reporting-fact">
          <dt className="quiet">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One batch: what became of each row that was not taken, and what was cleaned. */
export default function BatchPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const query = useApi<BatchView>(`/api/reporting/${usePathPart('county')}/batches/${usePathPart('batch')}`, {}, isUnderWay)
  return (
    <Loaded query={query}>
      {batch => (
        <ConsolePage title={`${t('batch')}：${batch.fileName}`} lead={t('batchLead')} asOf={batch.receivedAt} source={t('source')}>
          {isUnderWay(batch) ? (
            <Progress
              label={t(batch.state === 'receiving' ? 'receiving' : 'beingStored')}
              done={batch.readBytes}
              of={batch.fileBytes || null}
              percent
            />
          ) : null}
          {batch.refusal ? <Notice tone="must" title={inLanguage(batch.refusal.message)} /> : null}
          <Facts batch={batch} />
          {batch.fileBytes > 0 ? (
            <p>
              <ButtonLink href={`/api/reporting/${batch.countyCode}/batches/${batch.id}/file`} download>
                {t('rawFile')}
              </ButtonLink>
            </p>
          ) : null}
          {batch.errors.length > 0 ? (
            <Section title={`${t('faults')}（${batch.errorsTotal}）`}>
              <FaultsTable faults={batch.errors} />
            </Section>
          ) : null}
          {batch.notes.length > 0 ? (
            <Section title={t('notes')}>
              <NotesTable notes={batch.notes} />
            </Section>
          ) : null}
        </ConsolePage>
      )}
    </Loaded>
  )
}
