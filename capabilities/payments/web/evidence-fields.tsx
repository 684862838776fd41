import { useState } from 'react'
import type { ReactNode } from 'react'
import { asProblem, Field, newId, ProblemNotice, request, useBilingual, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { requestMessages } from './request-messages.ts'
import type { Paper } from './view.ts'

export type SentPaper = { kind: string; fileId: string; sha256: string; name: string }

type PapersProps = { county: string; papers: readonly Paper[]; sent: readonly SentPaper[]; onSent: (paper: SentPaper) => void }

/** One file for each paper that is needed; sent at once, so that its hash stands in the request. */
export function EvidenceFields({ county, papers, sent, onSent }: PapersProps): ReactNode {
  const t = useText(requestMessages)
  const inLanguage = useBilingual()
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (kind: string, file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(kind)
    setProblem(null)
    const query = new URLSearchParams({ id: newId(), name: file.name })
    try {
      const { id, sha256 } = await request<{ id: string; sha256: string }>('POST', `/api/payments/files/${county}?${query}`, file)
      onSent({ kind, fileId: id, sha256, name: file.name })
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy('')
    }
  }
  const stateOf = (kind: string): string | null => {
    if (busy === kind) return t('fileSending')
    const paper = sent.findLast(each => each.kind === kind)
    return paper ? t('fileSent', { name: paper.name, hash: paper.sha256.slice(0, 12) }) : null
  }
  return (
    <fieldset className="request-part">
      <h3>{t('papersTitle')}</h3>
      <p className="quiet">{papers.length === 0 ? t('papersNone') : t('papersHint')}</p>
      {papers.map(({ id, term }) => (
        <Field
          key={id}
          type="file"
          label={inLanguage(term)}
          hint={stateOf(id)}
          accept=".pdf,.png,.jpg,.docx,.xlsx"
          onChange={event => void take(id, event.currentTarget.files?.[0])}
        />
      ))}
      <ProblemNotice problem={problem} />
    </fieldset>
  )
}
