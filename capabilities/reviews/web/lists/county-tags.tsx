import type { ReactNode } from 'react'
import { StateTag, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { messages } from './messages.ts'
import type { WireRow } from './view.ts'

const tones: Record<'met' | 'unmet' | 'unknown', Tone> = { met: 'met', unmet: 'must', unknown: 'unknown' }

/** Whether the county's application meets the rules; nothing where there is none to judge by. */
export function EligibilityTag({ row }: { row: WireRow }): ReactNode {
  const t = useText(messages)
  return row.eligibility ? <StateTag tone={tones[row.eligibility]}>{t(row.eligibility)}</StateTag> : <span className="quiet">—</span>
}

/** The county's name and code, with an older code where one was handed in. */
export function CountyName({ row }: { row: WireRow }): ReactNode {
  const t = useText(messages)
  return (
    <span className="list-county">
      <span>{row.name ?? t('unknownPlace')}</span> <span className="number quiet">{row.countyCode}</span>
      {row.writtenCode ? <span className="quiet">（{t('oldCode', { code: row.writtenCode })}）</span> : null}
    </span>
  )
}

/** Poverty standing as far as the lists say. */
export function PovertyMark({ row }: { row: WireRow }): ReactNode {
  const t = useText(messages)
  if (row.nationalPovertyCounty === null) return <span className="quiet">{t('unknown')}</span>
  if (!row.nationalPovertyCounty) return <span className="quiet">—</span>
  return <StateTag tone="info">{t(row.notYetOutOfPoverty ? 'notYetOut' : 'nationalPoverty')}</StateTag>
}
