import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { Button } from './button.tsx'

/** Page by page; nothing when there is only one. */
export function Pager({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }): ReactNode {
  const t = useText(uiMessages)
  if (pages <= 1) return null
  return (
    <nav className="pager screen-only" aria-label={t('pageOf', { page, pages })}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('previous')}
      </Button>
      <span className="number">{t('pageOf', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('next')}
      </Button>
    </nav>
  )
}
