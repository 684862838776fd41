import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { sendFile } from '../api/send-file.ts'
import { asProblem } from '../api/problem.ts'
import type { FieldError, Problem } from '../api/problem.ts'
import { useQueryClient } from '@tanstack/react-query'
import { DataTable } from '../components/data-table.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useBilingual, useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'

type UploadProps<Answer> = {
  /** Route that takes the bytes of one file. */
  path: string
  /** File name endings, e.g. '.csv,.xlsx'. */
  accept: string
  hint: ReactNode
  onDone: (answer: Answer, file: File) => void
}

function Errors({ errors }: { errors: readonly FieldError[] }): ReactNode {
  const t = useText(uiMessages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="errors-"
      caption={t('uploadFailed', { n: errors.length })}
      rows={errors}
      rowKey={error => `${error.where} ${error.message.en}`}
      columns={[
        { key: 'where', title: t('place'), value: error => error.where },
        { key: 'message', title: t('what'), value: error => inLanguage(error.message) },
      ]}
    />
  )
}

/** Takes one file; every wrong cell is listed by sheet, row and column and stays listed until a file goes through. */
export function UploadWithErrors<Answer>({ path, accept, hint, onDone }: UploadProps<Answer>): ReactNode {
  const t = useText(uiMessages)
  const client = useQueryClient()
  const [percent, setPercent] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setPercent(0)
    try {
      const answer = await sendFile<Answer>(path, file, setPercent)
      setProblem(null)
      await client.invalidateQueries()
      onDone(answer, file)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setPercent(null)
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className="upload-problem">
      <label
        className="upload-drop"
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{percent === null ? t('dropFile') : t('uploading', { percent })}</strong>
        <span className="quiet">{hint}</span>
        {percent === null ? null : <progress max={100} value={percent} aria-label={t('uploading', { percent })} />}
        <input
          type="file"
          className="visually-hidden"
          accept={accept}
          disabled={percent !== null}
          onChange={event => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {problem && problem.errors.length > 1 ? <Errors errors={problem.errors} /> : <ProblemNotice problem={problem} />}
    </div>
  )
}
