import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { asProblem, newId, ProblemNotice, request, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { words } from './messages-common.ts'
import './projects.css'

type FileFieldProps = {
  label: string
  hint?: string
  /** Route that takes the bytes, e.g. '/api/projects/513431/files'. */
  path: string
  /** Photos open the camera of a phone. */
  photo?: boolean
  onFile: (id: string, file: File) => void
}

/** Sends a paper or photo as soon as it is chosen and hands on the id under which it is on file. */
export function FileField({ label, hint, path, photo = false, onFile }: FileFieldProps): ReactNode {
  const t = useText(words)
  const id = useId()
  const [sending, setSending] = useState(false)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setSending(true)
    setProblem(null)
    try {
      const fileId = newId()
      await request('POST', `${path}?id=${fileId}&name=${encodeURIComponent(file.name)}`, file)
      setName(file.name)
      onFile(fileId, file)
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
        {sending ? t('sending') : name ? t('sent', { name }) : ''}
      </p>
      <ProblemNotice problem={problem} />
    </div>
  )
}
