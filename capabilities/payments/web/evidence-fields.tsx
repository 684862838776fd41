import type { ReactNode } from 'react'
import { FileField, useBilingual, useText } from '@jincun/ui'
import { requestMessages } from './request-messages.ts'
import type { Paper } from './view.ts'

export type SentPaper = { kind: string; fileId: string; sha256: string }

type PapersProps = { county: string; papers: readonly Paper[]; onSent: (paper: SentPaper) => void }

/** One file for each paper that is needed; sent at once, so that its hash stands in the request. */
export function EvidenceFields({ county, papers, onSent }: PapersProps): ReactNode {
  const t = useText(requestMessages)
  const inLanguage = useBilingual()
  return (
    <fieldset className="request-part">
      <h3>{t('papersTitle')}</h3>
      <p className="quiet">{papers.length === 0 ? t('papersNone') : t('papersHint')}</p>
      {papers.map(({ id, term }) => (
        <FileField
          key={id}
          label={inLanguage(term)}
          path={`/api/payments/files/${county}`}
          onFile={(fileId, _file, { sha256 }) => onSent({ kind: id, fileId, sha256 })}
        />
      ))}
    </fieldset>
  )
}
