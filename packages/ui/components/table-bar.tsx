import type { ReactNode } from 'react'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { Button, ButtonLink } from './button.tsx'

type TableBarProps = {
  shown: number
  all: number
  asOf?: string | null
  source?: ReactNode
  exports?: readonly { label: string; href: string }[]
  /** Makes the file of the rows shown; where the page offers downloads of its own there is none. */
  onExport?: ((kind: 'csv' | 'xlsx') => Promise<void>) | undefined
  /** The filter. */
  children: ReactNode
}

/** Above a table: the filter, how many rows and as of when, the source, the downloads. */
export function TableBar({ shown, all, asOf, source, exports = [], onExport, children }: TableBarProps): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="data-table-bar">
      {children}
      <span className="quiet number">
        {shown === all ? t('count', { n: all }) : t('countFiltered', { shown, n: all })}
        {asOf ? ` · ${t('asOf', { when: formatInstant(asOf) })}` : ''}
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
        {onExport ? (
          <>
            <Button kind="quiet" onClick={() => void onExport('xlsx')}>
              {t('exportExcel')}
            </Button>
            <Button kind="quiet" onClick={() => void onExport('csv')}>
              {t('exportCsv')}
            </Button>
          </>
        ) : null}
      </span>
    </div>
  )
}
