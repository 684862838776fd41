import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { newId } from '../api/use-send.ts'
import { asProblem } from '../api/problem.ts'
import type { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { ProblemNotice } from './problem-notice.tsx'
import './field.css'

/** A file as the server keeps it: its id and the hash of its bytes. */
export type SentFile = { id: string; sha256: string }

type FileFieldProps = {
  label: string
  hint?: string
  /** Route that takes the bytes, e.g. '/api/projects/513431/files'. */
  path: string
  /** Photos open the camera of a phone. */
  photo?: boolean
  onFile: (id: string, file: File, sent: SentFile) => void
}

/** Sends a paper or photo as soon as it is chosen and hands on the id under which it is on file. */
export function FileField({ label, hint, path, photo = false, onFile }: FileFieldProps): ReactNode {
  const t = useText(uiMessages)
  const id = useId()
  const [sending, setSending] = useState(false)
  const [state, setState] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setSending(true)
    setProblem(null)
    try {
      const fileId = newId()
      const sent = await request<SentFile>('POST', `${path}?id=${fileId}&name=${encodeURIComponent(file.name)}`, file)
      setState(t('fileSent', { name: file.name, hash: sent.sha256.slice(0, 12) }))
      onFile(fileId, file, sent)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setSending(false)
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? <div className="field-hint quiet">{hint}</div> : null}
      <input
        id={id}
        className="input"
        type="file"
        accept={photo ? 'image/jpeg,image/png' : '.pdf,.jpg,.jpeg,.png,.docx,.xlsx'}
        capture={photo ? 'environment' : undefined}
        disabled={sending}
        onChange={event => void take(event.target.files?.[0])}
      />
      <p role="status" className="quiet">
        {sending ? t('fileSending') : state}
      </p>
      <ProblemNotice problem={problem} />
    </div>
  )
}
