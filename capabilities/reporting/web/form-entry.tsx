import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, ButtonLink, FileField, newId, Notice, ProblemNotice, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import { ConfirmButton, Section, UploadWithErrors } from '@jincun/ui/console'
import type { FormRow } from '../index.ts'
import { words } from './form-messages.ts'
import { FormRowFields } from './form-row-fields.tsx'
import type { FormView, TakenView } from './form-view.ts'

const origins = { standing: 'fromStanding', previous: 'fromPrevious', register: 'fromRegister', empty: 'notYet' } as const

function Outcome({ taken }: { taken: TakenView | null }): ReactNode {
  const t = useText(words)
  if (!taken) return null
  const title = taken.validateOnly ? t('checked') : taken.unchanged ? t('same') : t('taken', { version: taken.next })
  return <Notice alert tone="met" title={title} />
}

/** `base` is the address of the form, `filesPath` where the documents it names are sent. */
type EntryProps = { base: string; filesPath: string; view: FormView; draft: NonNullable<FormView['draft']> }

/** Hands in from a file: checked first, then sent; a correction takes the reason written beside. */
function FileEntry({
  base,
  view,
  reason,
  onTaken,
}: Pick<EntryProps, 'base' | 'view'> & { reason: string; onTaken: (taken: TakenView) => void }): ReactNode {
  const t = useText(words)
  const [id, setId] = useState(newId)
  const { type, versions } = view
  const path = `${base}/file?id=${id}&seenVersion=${versions.length}&reason=${encodeURIComponent(reason)}`
  const done = (taken: TakenView): void => {
    onTaken(taken)
    setId(newId())
  }
  return (
    <Section
      title={t('fileIn')}
      actions={
        <>
          <ButtonLink href={`${base}/workbook`} download>
            {t('workbook')}
          </ButtonLink>
          <ButtonLink href={`/api/reporting/report-types/${type.id}/template`} download>
            {t('csvTemplate')}
          </ButtonLink>
        </>
      }
    >
      <div className="reporting-uploads">
        <div>
          <h3>{t('checkFile')}</h3>
          <UploadWithErrors<TakenView> path={`${path}&validate=1`} accept=".csv,.xlsx" hint={t('fileHint')} onDone={done} />
        </div>
        <div>
          <h3>{t('sendFile')}</h3>
          <UploadWithErrors<TakenView> path={path} accept=".csv,.xlsx" hint={t('fileHint')} onDone={done} />
        </div>
      </div>
    </Section>
  )
}

/** Rows being typed, each with a key of its own so that taking one out moves no field of another. */
function useRows(draft: EntryProps['draft']) {
  const [rows, setRows] = useState(() => draft.rows.map(cells => ({ key: newId(), cells })))
  const empty: FormRow = Object.fromEntries(Object.keys(draft.rows[0] ?? {}).map(field => [field, '']))
  return {
    rows,
    change: (key: string, cells: FormRow) => setRows(rows.map(each => (each.key === key ? { key, cells } : each))),
    add: () => setRows([...rows, { key: newId(), cells: empty }]),
    remove: (key: string) => setRows(rows.filter(each => each.key !== key)),
  }
}

/** Sends the rows typed, or has them checked only, under an id that lasts until they were taken. */
function usePost(path: string, seenVersion: number) {
  const [taken, setTaken] = useState<TakenView | null>(null)
  const [id, setId] = useState(newId)
  const { send, sending, problem } = useSend<TakenView>()
  const post = async (
    rows: readonly FormRow[],
    reason: string,
    validateOnly: boolean,
    paperFileId: string | null,
  ): Promise<TakenView | null> => {
    setTaken(null)
    const answer = await send(path, { id, rows, reason, seenVersion, validateOnly, paperFileId })
    setTaken(answer)
    if (answer && !validateOnly) setId(newId())
    return answer
  }
  return { taken, setTaken, sending, problem, post }
}

/** The form of a period to fill in or correct, on the page or from a file. What is wrong stands beside its field. */
export function FormEntry({ base, filesPath, view, draft }: EntryProps): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const { type, period, versions } = view
  const { rows, change, add, remove } = useRows(draft)
  const [reason, setReason] = useState('')
  const [paper, setPaper] = useState<string | null>(null)
  const isCorrection = versions.length > 0
  const { taken, setTaken, sending, problem, post } = usePost(base, versions.length)
  const typed = rows.map(({ cells }) => cells)
  const errors = (problem?.errors ?? []) as readonly { row?: number; column?: string; message: { zh: string; en: string } }[]
  const errorOf = (index: number) => (field: string) => {
    const error = errors.find(each => each.row === index + 1 && each.column === field)
    return error && inLanguage(error.message)
  }
  return (
    <>
      <Section title={t('submitForm')}>
        <p className="quiet">{t(origins[draft.origin])}</p>
        {rows.map(({ key, cells }, index) => (
          <fieldset key={key} className="form-row">
            <legend>{type.key.length > 0 ? t('rowNumber', { n: index + 1 }) : inLanguage(type.title)}</legend>
            <FormRowFields
              fields={type.fields}
              row={cells}
              files={view.files}
              filesPath={filesPath}
              errorOf={errorOf(index)}
              onChange={next => change(key, next)}
            />
            {type.key.length > 0 && rows.length > 1 ? <Button onClick={() => remove(key)}>{t('removeRow')}</Button> : null}
          </fieldset>
        ))}
        {type.key.length > 0 ? <Button onClick={add}>{t('addRow')}</Button> : null}
        {isCorrection ? (
          <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} onChange={event => setReason(event.target.value)} />
        ) : null}
        <FileField label={t('paperPhoto')} hint={t('paperPhotoHint')} path={filesPath} onFile={setPaper} />
        <ProblemNotice problem={problem} />
        <Outcome taken={taken} />
        <div className="form-steps">
          <Button disabled={sending} onClick={() => void post(typed, reason, true, paper)}>
            {t('check')}
          </Button>
          <ConfirmButton
            kind="primary"
            label={isCorrection ? t('submitCorrection') : t('submit')}
            title={`${inLanguage(type.title)} ${period}`}
            consequences={t('formsLead')}
            problem={problem}
            onConfirm={() => post(typed, reason, false, paper)}
          />
        </div>
      </Section>
      <FileEntry base={base} view={view} reason={reason} onTaken={setTaken} />
    </>
  )
}
