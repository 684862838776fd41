import type { ReactNode } from 'react'
import { DataTable } from '../components/data-table.tsx'
import { StateTag } from '../components/notice.tsx'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'

/** One item that differs between two versions; null means absent. */
export type Difference = { path: string; label: string; before: string | null; after: string | null }

const kindOf = (difference: Difference): 'added' | 'removed' | 'changed' =>
  difference.before === null ? 'added' : difference.after === null ? 'removed' : 'changed'

/** Two versions side by side, only what differs, in the words of the form. */
export function DifferenceView({ caption, differences }: { caption: string; differences: readonly Difference[] }): ReactNode {
  const t = useText(uiMessages)
  if (differences.length === 0) return <p className="quiet">{t('noDifference')}</p>
  return (
    <div className="difference">
      <DataTable
        name="difference-"
        caption={caption}
        rows={differences}
        rowKey={difference => difference.path}
        columns={[
          { key: 'label', title: t('field'), value: difference => difference.label },
          { key: 'kind', title: t('what'), cell: difference => <StateTag tone="info">{t(kindOf(difference))}</StateTag> },
          { key: 'before', title: t('before'), cell: difference => (difference.before === null ? '—' : <del>{difference.before}</del>) },
          { key: 'after', title: t('after'), cell: difference => (difference.after === null ? '—' : <ins>{difference.after}</ins>) },
        ]}
      />
    </div>
  )
}
