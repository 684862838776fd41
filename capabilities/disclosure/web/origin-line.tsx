import type { ReactNode } from 'react'
import { ClauseLink, DemoMark, formatInstant, Link, useText } from '@jincun/ui'
import type { Origin } from './answers.ts'
import { messages } from './messages.ts'
import './disclosure.css'

/** Where a published page comes from: clause, time, number and digest in the register, and the way to check it. */
export function OriginLine({ origin }: { origin: Origin }): ReactNode {
  const t = useText(messages)
  return (
    <p className="origin-line quiet">
      {origin.realm === 'demo' ? <DemoMark /> : null}
      <ClauseLink clause={origin.clause} />
      <span>
        {t('publishedAt')} {formatInstant(origin.publishedAt)}
      </span>
      <span>{t('origin', { n: origin.leaf })}</span>
      <code>{origin.hash.slice(0, 16)}…</code>
      <Link href={`/public/register/${origin.id}`}>{t('check')}</Link>
    </p>
  )
}
