import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { formatInstant, Notice, useBilingual, useText } from '@jincun/ui'
import { repeatSnapshot } from '../repeat-snapshot.ts'
import type { AllocationSnapshot } from '../snapshot.ts'
import { AllocationResult, ResultFacts } from './allocation-result.tsx'
import { resultMessages } from './messages.ts'

/** What the public route answers. */
export type PublishedSheet = { year: number; snapshot: AllocationSnapshot; publishedAt: string; hash: string; leaf: string }

/**
 * A published run for everyone: recomputed in the reader's own browser from the published figures and compared with what was
 * published, then shown with its working sheet. No sign-in, no component library.
 */
export function PublishedAllocation({ published }: { published: PublishedSheet }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  const repeated = useMemo(() => repeatSnapshot(published.snapshot), [published.snapshot])
  const file = (format: string): string => `/api/public/allocations/${published.year}/file?format=${format}`
  const exports = [
    { label: t('downloadWorkbook'), href: file('xlsx') },
    { label: t('downloadCsv'), href: file('csv') },
    { label: t('downloadJson'), href: file('json') },
  ]
  if (!repeated.ok)
    return (
      <Notice tone="must" alert>
        {inLanguage(repeated.reason.message)}
      </Notice>
    )
  return (
    <div className="allocation-result">
      <Notice tone="met">{t('recomputed')}</Notice>
      {published.snapshot.note ? <Notice title={t('note')}>{published.snapshot.note}</Notice> : null}
      <ResultFacts allocation={repeated.value} />
      <dl className="result-facts">
        <dt>{t('publishedAt')}</dt>
        <dd>{formatInstant(published.publishedAt)}</dd>
        <dt>{t('recordHash')}</dt>
        <dd className="number step-long">{published.hash}</dd>
      </dl>
      <AllocationResult allocation={repeated.value} inputs={published.snapshot.inputs} exports={exports} />
    </div>
  )
}
