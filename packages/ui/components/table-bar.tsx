import { useContext } from 'react'
import type { ReactNode } from 'react'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { Button, ButtonLink } from './button.tsx'
import { ReadAt } from './read-at.ts'

type TableBarProps = {
  shown: number
  all: number
  asOf?: string | null
  source?: ReactNode
  exports?: readonly { label: string; href: string }[]
  /** Files the table makes itself of the rows shown: those the page does not offer. */
  own: readonly ('csv' | 'xlsx')[]
  onExport: (kind: 'csv' | 'xlsx') => void
  /** While a file of many rows is being made. */
  making: boolean
  /** The filter. */
  children: ReactNode
}

/** Above a table: the filter, how many rows and as of when, the source, the downloads. */
export function TableBar({ shown, all, asOf, source, exports = [], own, onExport, making, children }: TableBarProps): ReactNode {
  const t = useText(uiMessages)
  const readAt = useContext(ReadAt)
  const when = asOf ?? readAt
  return (
    <div className="data-table-bar">
      {children}
      <span className="quiet number">
        {shown === all ? t('count', { n: all }) : t('countFiltered', { shown, n: all })}
        {when ? ` · ${t('asOf', { when: formatInstant(when) })}` : ''}
      </span>
      {source ? (
        <span className="quiet">
          {t('source')}
          {source}
        </span>
      ) : null}
      <span className="data-table-exports screen-only">
        {exports.map(file => (
          <ButtonLink key={file.href} href={file.href} download kind="quiet">
            {file.label}
          </ButtonLink>
        ))}
        {own.map(kind => (
          <Button key={kind} kind="quiet" busy={making} onClick={() => onExport(kind)}>
            {t(kind === 'xlsx' ? 'exportExcel' : 'exportCsv')}
          </Button>
        ))}
      </span>
    </div>
  )
}
