import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  formatInstant,
  Loaded,
  newId,
  Notice,
  TextArea,
  useApi,
  useBilingual,
  useMay,
  usePathPart,
  useSend,
  useText,
} from '@jincun/ui'
import { ConfirmButton, ConsolePage, Section } from '@jincun/ui/console'
import { repeatSnapshot } from '../repeat-snapshot.ts'
import { methodWords } from '../sheet-words.ts'
import { AllocationResult, ResultFacts } from './allocation-result.tsx'
import { messages } from './console-messages.ts'
import { resultMessages } from './messages.ts'
import type { Overview, RunDetail } from './view.ts'

/** The last step: what is published, who sees it, and that it cannot be taken back. */
function Publish({ run, overview }: { run: RunDetail; overview: Overview }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const { send, problem } = useSend<{ issue: number }>()
  const issue = overview.published?.issue ?? 0
  const same = overview.published?.inputsHash === run.inputsHash
  return (
    <ConfirmButton
      kind="primary"
      label={t('publish')}
      title={t('publishTitle', { year: run.year })}
      disabled={same}
      disabledReason={t('alreadyPublished')}
      problem={problem}
      onConfirm={() => send(`/api/allocations/${run.year}/publication`, { id, runId: run.id, issue, reason })}
      consequences={
        <div className="publish-consequences">
          <p>{t('publishTotal', { total: run.total, method: inLanguage(methodWords[run.method]) })}</p>
          <p>{t('publishWhat', { n: run.snapshot.inputs.provinces.length })}</p>
          <TextArea
            label={t('reason')}
            hint={t(issue > 0 ? 'reasonAgain' : 'reasonFirst')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            optional={issue === 0}
          />
        </div>
      }
    />
  )
}

function Result({ run, overview }: { run: RunDetail; overview: Overview }): ReactNode {
  const t = useText(messages)
  const r = useText(resultMessages)
  const inLanguage = useBilingual()
  const may = useMay()
  const repeated = useMemo(() => repeatSnapshot(run.snapshot), [run.snapshot])
  const file = (format: string): string => `/api/allocation-runs/${run.id}/file?format=${format}`
  if (!repeated.ok)
    return (
      <Notice tone="must" alert>
        {inLanguage(repeated.reason.message)}
      </Notice>
    )
  const exports = [
    { label: r('downloadWorkbook'), href: file('xlsx') },
    { label: r('downloadCsv'), href: file('csv') },
    { label: r('downloadJson'), href: file('json') },
  ]
  return (
    <ConsolePage
      title={run.title}
      lead={t('runPageLead', { version: run.sheetVersion, when: formatInstant(run.madeAt), who: run.madeBy ?? t('unknownPerson') })}
      actions={
        <>
          <ButtonLink href={`/allocation/${run.year}`}>{t('back')}</ButtonLink>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          {may('allocation.publish') ? <Publish run={run} overview={overview} /> : null}
        </>
      }
    >
      {overview.published?.runId === run.id ? (
        <Notice tone="met">
          {t('publishedLine', {
            issue: overview.published.issue,
            when: formatInstant(overview.published.publishedAt),
            hash: run.inputsHash,
          })}
        </Notice>
      ) : null}
      <ResultFacts allocation={repeated.value} />
      <Section title={r('quotas')}>
        <AllocationResult allocation={repeated.value} inputs={run.snapshot.inputs} exports={exports} />
      </Section>
    </ConsolePage>
  )
}

/** A kept run: quotas, working sheet, downloads, publication. */
export default function RunPage(): ReactNode {
  const [year, id] = [usePathPart('year'), usePathPart('id')]
  const run = useApi<RunDetail>(`/api/allocation-runs/${id}`)
  const overview = useApi<Overview>(`/api/allocations/${year}`)
  return <Loaded query={run}>{found => <Loaded query={overview}>{state => <Result run={found} overview={state} />}</Loaded>}</Loaded>
}
