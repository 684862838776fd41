import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { sha256Hex } from '@jincun/proof'
import { ButtonLink, Link, Loaded, Notice, PageHeader, useApi, useBilingual, useLanguage, usePathPart, useText } from '@jincun/ui'
import { auditHeadsFit, checkPublication } from '../log-entry.ts'
import { kindTitle, pageOf } from '../publication-kinds.ts'
import type { PublicationAnswer } from './answers.ts'
import { OriginLine } from './origin-line.tsx'
import { messages } from './register-messages.ts'
import './disclosure.css'

function Check({ answer }: { answer: PublicationAnswer }): ReactNode {
  const t = useText(messages)
  const { content, entry, entryText, inclusion } = answer
  const result = useMemo(() => checkPublication(content, entry, inclusion), [content, entry, inclusion])
  const digest = useMemo(() => sha256Hex(content), [content])
  return (
    <section>
      <h2>{t('checkTitle')}</h2>
      <Notice tone={result === 'unaltered' ? 'met' : 'must'}>{t(result)}</Notice>
      <ol className="check-steps">
        <li>
          {t('step1')} <code className="hash">{digest}</code>
        </li>
        <li>
          {t('step2')} <code className="hash">{entryText}</code>
        </li>
        <li>
          {t('step3', { index: inclusion.index, size: inclusion.size })} <code className="hash">{inclusion.root}</code>
          <details>
            <summary>{t('proof', { n: inclusion.proof.length })}</summary>
            <ol>
              {inclusion.proof.map(hash => (
                <li key={hash}>
                  <code className="hash">{hash}</code>
                </li>
              ))}
            </ol>
          </details>
        </li>
      </ol>
      <p className="quiet">{t('byHand')}</p>
    </section>
  )
}

/** The audit chains' heads that were published with the entry: whoever gets an export of the audit log finds these rows in it, or it was rewritten. */
function AuditHeads({ answer: { auditHeads, entry } }: { answer: PublicationAnswer }): ReactNode {
  const t = useText(messages)
  const fit = useMemo(() => auditHeadsFit(auditHeads, entry), [auditHeads, entry])
  if (entry.auditHash === undefined) return null
  return (
    <section>
      <h2>{t('auditTitle')}</h2>
      <Notice tone={fit ? 'met' : 'must'}>{t(fit ? 'auditFits' : 'auditAltered')}</Notice>
      <p className="quiet">{t('auditUse')}</p>
      <details>
        <summary>{t('auditHeads', { n: auditHeads.length })}</summary>
        <ol>
          {auditHeads.map(([place, seq, hash]) => (
            <li key={place}>
              {place} · {seq} · <code className="hash">{hash}</code>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** Canonical JSON is one long line; people read it indented. The download is the text itself. */
const readable = (content: string): string => JSON.stringify(JSON.parse(content), null, 2)

/** One publication: where it stands in the register, the proof, and its content. */
export default function PublicationPage(): ReactNode {
  const t = useText(messages)
  const language = useLanguage()
  const inLanguage = useBilingual()
  const id = usePathPart('id')
  const query = useApi<PublicationAnswer>(`/api/public/publications/${id}`)
  return (
    <Loaded query={query}>
      {answer => {
        const { entry, inclusion } = answer
        const page = pageOf(entry)
        return (
          <div className="public-sections">
            <PageHeader
              title={language === 'zh' ? entry.titleZh : entry.titleEn}
              lead={
                <>
                  {inLanguage(kindTitle(entry.kind))} · <Link href="/public/register">{t('back')}</Link>
                </>
              }
              actions={page ? <ButtonLink href={page}>{t('open')}</ButtonLink> : null}
            />
            <OriginLine origin={{ ...entry, leaf: inclusion.index }} />
            <Check answer={answer} />
            <AuditHeads answer={answer} />
            <section>
              <h2>{t('content')}</h2>
              <p className="row">
                <ButtonLink href={`/api/public/publications/${id}/content`} download>
                  {t('download')}
                </ButtonLink>
              </p>
              <textarea className="published-content" readOnly rows={24} aria-label={t('content')} value={readable(answer.content)} />
            </section>
          </div>
        )
      }}
    </Loaded>
  )
}
