import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, FileField, Notice, TextArea, useNow, useOrder, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { DatedPhoto, Site } from '../index.ts'
import { formMessages } from './messages-forms.ts'
import type { CardView } from './view.ts'

/** A photo that shows the programme's sign hanging at a site (6.4b). */
export function SignPhotoForm({ county, site }: { county: string; site: Site }): ReactNode {
  const t = useText(formMessages)
  const [fileId, setFileId] = useState<string | null>(null)
  const [lacking, setLacking] = useState(false)
  const { sending, problem, open, post } = useOrder(`/api/projects/${county}/sign-photos`, () => {
    setFileId(null)
    setLacking(false)
  })
  const today = shanghaiDate(useNow())
  const submit = async ({ takenOn }: Record<string, string>): Promise<boolean> => {
    setLacking(fileId === null)
    return fileId !== null && post({ siteId: site.id, fileId, takenOn })
  }
  return (
    <FormDrawer
      kind="link"
      title={t('signPhoto')}
      submitLabel={t('signPhoto')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p>{site.name}</p>
      <FileField label={t('photo')} hint={t('signPhotoHint')} path={`/api/projects/${county}/files`} photo onFile={setFileId} />
      <Field name="takenOn" type="date" label={t('takenOn')} required defaultValue={today} max={today} />
      {lacking ? <Notice tone="must">{t('fileWanted')}</Notice> : null}
    </FormDrawer>
  )
}

function Steps({ view }: { view: CardView }): ReactNode {
  const t = useText(formMessages)
  const done = view.progress.at(-1)?.stepsDone ?? []
  if (view.project.schedule.length === 0) return null
  return (
    <fieldset className="check-list">
      <legend>{t('stepsDone')}</legend>
      {view.project.schedule.map(({ id, name, due }) => (
        <label key={id}>
          <input type="checkbox" name={`step ${id}`} defaultChecked={done.includes(id)} />
          {`${name}（${due}）`}
        </label>
      ))}
    </fieldset>
  )
}

/** What each photo shows and the day it was taken, which is not the day it is sent. */
function Captions({
  photos,
  today,
  onChange,
}: {
  photos: DatedPhoto[]
  today: string
  onChange: (photos: DatedPhoto[]) => void
}): ReactNode {
  const t = useText(formMessages)
  const set = (fileId: string, part: Partial<DatedPhoto>): void =>
    onChange(photos.map(photo => (photo.fileId === fileId ? { ...photo, ...part } : photo)))
  return (
    <>
      {photos.map(photo => (
        <div key={photo.fileId} className="item-row">
          <div className="item-fields">
            <Field
              label={t('caption')}
              required
              maxLength={100}
              value={photo.caption}
              onChange={event => set(photo.fileId, { caption: event.target.value })}
            />
            <Field
              label={t('takenOn')}
              type="date"
              required
              max={today}
              value={photo.takenOn}
              onChange={event => set(photo.fileId, { takenOn: event.target.value })}
            />
          </div>
        </div>
      ))}
    </>
  )
}

/** 报进度: how far the work is on a day, with photos and the day each was taken. */
export function ProgressForm({ view, county }: { view: CardView; county: string }): ReactNode {
  const t = useText(formMessages)
  const [photos, setPhotos] = useState<DatedPhoto[]>([])
  const progress = `/api/projects/${county}/register/${view.project.id}/progress`
  const { sending, problem, open, post } = useOrder(progress, () => setPhotos([]))
  const today = shanghaiDate(useNow())
  const submit = async (fields: Record<string, string>): Promise<boolean> => {
    const stepsDone = view.project.schedule.map(step => step.id).filter(step => fields[`step ${step}`] === 'on')
    return post({ asOf: fields.asOf, percent: Number(fields.percent), stepsDone, note: fields.note ?? '', photos })
  }
  return (
    <FormDrawer
      kind="primary"
      title={t('reportProgress')}
      submitLabel={t('reportProgress')}
      sending={sending}
      problem={problem}
      onOpen={open}
      onSubmit={submit}
    >
      <p className="quiet">{t('progressEffect')}</p>
      <Field name="asOf" type="date" label={t('asOf')} required defaultValue={today} max={today} />
      <Field
        name="percent"
        type="number"
        min={0}
        max={100}
        step={1}
        label={t('percent')}
        required
        defaultValue={view.percent ?? undefined}
      />
      <Steps view={view} />
      <TextArea name="note" label={t('note')} rows={2} optional maxLength={2_000} />
      <Captions photos={photos} today={today} onChange={setPhotos} />
      <FileField
        label={t('photos')}
        path={`/api/projects/${county}/files`}
        photo
        onFile={(fileId, file) => setPhotos([...photos, { fileId, takenOn: today, caption: file.name.replace(/\.\w+$/, '') }])}
      />
    </FormDrawer>
  )
}

/** The work is done, or the project is stopped: said once, with a reason. */
export function StageForm({ view, county, stage }: { view: CardView; county: string; stage: 'completed' | 'stopped' }): ReactNode {
  const t = useText(formMessages)
  const { send, sending, problem, clear } = useSend()
  const title = t(stage === 'completed' ? 'complete' : 'stop')
  return (
    <FormDrawer
      kind={stage === 'completed' ? 'primary' : 'default'}
      title={title}
      submitLabel={title}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async ({ reason }) => (await send(`/api/projects/${county}/register/${view.project.id}/stage`, { stage, reason })) !== null}
    >
      <p>{t(stage === 'completed' ? 'completeEffect' : 'stopEffect')}</p>
      <TextArea name="reason" label={t('stageReason')} required maxLength={2_000} />
    </FormDrawer>
  )
}
