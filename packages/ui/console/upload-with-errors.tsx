import { useEffect, useEffectEvent, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { forgetUpload, placeOf, upload, useUpload } from '../api/uploads.ts'
import type { Upload } from '../api/uploads.ts'
import type { FieldError } from '../api/problem.ts'
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

/** How far a file is: so much sent, then that the server works on it; and that the page may be left meanwhile. */
function OnItsWay({ percent, file }: Upload): ReactNode {
  const t = useText(uiMessages)
  const words = percent < 100 ? t('uploading', { percent }) : t('beingRead')
  return (
    <>
      <strong>{words}</strong>
      <progress max={100} value={percent < 100 ? percent : undefined} aria-label={words} />
      <span className="quiet" role="status">
        {`${file.name}：${t('mayLeave')}`}
      </span>
    </>
  )
}

/**
 * Takes one file; every wrong cell is listed by sheet, row and column and stays listed until a file goes through.
 * A file on its way outlives the page: whoever comes back finds how far it is, and its answer.
 */
export function UploadWithErrors<Answer>({ path, accept, hint, onDone }: UploadProps<Answer>): ReactNode {
  const t = useText(uiMessages)
  const client = useQueryClient()
  const place = placeOf(path)
  const sent = useUpload(place)
  const [over, setOver] = useState(false)
  const handOut = useEffectEvent(({ answer, file }: Upload) => {
    forgetUpload(place)
    onDone(answer as Answer, file)
  })
  useEffect(() => {
    if (sent?.state === 'answered') handOut(sent)
  }, [sent])
  const underWay = sent?.state === 'under-way'
  const problem = sent?.problem ?? null
  const take = (file: File | undefined): void => {
    if (file && !underWay) void upload(path, file, () => client.invalidateQueries())
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
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
        {underWay ? (
          <OnItsWay {...sent} />
        ) : (
          <>
            <strong>{t('dropFile')}</strong>
            <span className="quiet">{hint}</span>
          </>
        )}
        <input
          type="file"
          className="visually-hidden"
          accept={accept}
          disabled={underWay}
          onChange={event => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {problem && problem.errors.length > 1 ? <Errors errors={problem.errors} /> : <ProblemNotice problem={problem} />}
    </div>
  )
}
