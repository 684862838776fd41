import { useState } from 'react'
import type { ReactNode } from 'react'
import { Segmented } from 'antd'
import type { Finding, Reasons } from '@jincun/policy'
import { FindingList } from '../components/finding-list.tsx'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { Section } from './console-page.tsx'

type FindingPanelProps = {
  title: string
  findings: readonly Finding[]
  reasons?: Reasons
  onReason?: (code: string, reason: string) => void
  rowHref?: (row: Finding['rows'][number]) => string | null
}

type Shown = 'open' | 'all'

/** Findings as a part of a console page; at first those that want something done. */
export function FindingPanel({ title, findings, ...rest }: FindingPanelProps): ReactNode {
  const t = useText(uiMessages)
  const open = findings.filter(finding => finding.status !== 'met')
  const [shown, setShown] = useState<Shown>('all')
  const options = [
    { value: 'all' as const, label: `${t('all')} ${findings.length}` },
    { value: 'open' as const, label: `${t('unmet')} / ${t('unknown')} ${open.length}` },
  ]
  return (
    <Section title={title} actions={findings.length > 6 ? <Segmented<Shown> options={options} value={shown} onChange={setShown} /> : null}>
      <FindingList findings={shown === 'open' ? open : findings} {...rest} />
    </Section>
  )
}
