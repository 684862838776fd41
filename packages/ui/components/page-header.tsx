import type { ReactNode } from 'react'
import { useDocumentTitle } from '../document-title.ts'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import './page-header.css'

type PageHeaderProps = {
  title: string
  /** One or two sentences: what this page is and who it is for. */
  lead?: ReactNode
  /** Instant (ISO) of the data shown. */
  asOf?: string | null | undefined
  source?: ReactNode
  /** Buttons and downloads of the whole page. */
  actions?: ReactNode
}

/** Heading of a page: what it shows, as of when, from where. Also names the browser tab. */
export function PageHeader({ title, lead, asOf, source, actions }: PageHeaderProps): ReactNode {
  const t = useText(uiMessages)
  useDocumentTitle(title)
  return (
    <header className="page-header">
      <div className="page-header-text">
        <h1>{title}</h1>
        {lead ? <div className="page-header-lead">{lead}</div> : null}
        {asOf || source ? (
          <p className="page-header-origin quiet">
            {asOf ? <span>{t('asOf', { when: formatInstant(asOf) })}</span> : null}
            {source ? (
              <span>
                {t('source')}
                {source}
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
      {actions ? <div className="page-header-actions screen-only">{actions}</div> : null}
    </header>
  )
}
