import { useState } from 'react'
import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Notice, ProblemNotice, formatNumber, newId, useBilingual, useSend, useText } from '@jincun/ui'
import type { Problem } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { messages } from './messages.ts'
import { sendBytes } from './send-bytes.ts'
import type { CellFault, View } from './view.ts'

type PickProps = { label: string; accept: string; onPick: (file: File) => Promise<void>; disabled: boolean }

function FilePick({ label, accept, onPick, disabled }: PickProps): ReactNode {
  return (
    <label className="application-pick">
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={event => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void onPick(file)
        }}
      />
    </label>
  )
}

/** Sends a file and keeps the refusal on screen. */
function useFileSend(): { send: (path: string, file: File) => Promise<void>; problem: Problem | null; busy: boolean } {
  const client = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (path: string, file: File): Promise<void> => {
    setBusy(true)
    setProblem(await sendBytes(path, file))
    setBusy(false)
    await client.invalidateQueries()
  }
  return { send, problem, busy }
}

/** Files that bear out what is said. */
export function Attachments({ view, disabled }: { view: View; disabled: boolean }): ReactNode {
  const t = useText(messages)
  const { application } = view
  const base = `/api/applications/${application.countyCode}/${application.id}/attachments`
  const { send, problem, busy } = useFileSend()
  const removal = useSend('DELETE')
  return (
    <Section title={t('attachments')}>
      {application.attachments.length === 0 ? <p className="quiet">{t('noAttachments')}</p> : null}
      <ul className="application-files">
        {application.attachments.map(({ id, name, size, sha256 }) => (
          <li key={id}>
            <a href={`${base}/${id}`}>{name}</a> <span className="quiet number">{formatNumber(Math.ceil(size / 1024))} kB</span>{' '}
            <code className="quiet">{sha256.slice(0, 12)}</code>
            {disabled ? null : <Button onClick={() => void removal.send(`${base}/${id}`)}>{t('remove')}</Button>}
          </li>
        ))}
      </ul>
      {disabled ? null : (
        <>
          <p className="quiet">{t('attachHint')}</p>
          <FilePick
            label={t('attach')}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
            disabled={busy}
            onPick={file => send(`${base}?id=${newId()}&name=${encodeURIComponent(file.name)}`, file)}
          />
        </>
      )}
      <ProblemNotice problem={problem ?? removal.problem} />
    </Section>
  )
}

const cellOf = ({ sheet, row, column }: CellFault): string =>
  [sheet, row === undefined ? '' : `R${row}`, column].filter(Boolean).join(' · ')

/** The last file of each sheet: taken, or its faults by sheet, row and column until a later one goes through. */
function LastImports({ view }: { view: View }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return view.imports.map(({ id, fileName, errors }) =>
    errors.length === 0 ? (
      <Notice key={id} tone="met">
        {t('imported', { file: fileName })}
      </Notice>
    ) : (
      <Notice key={id} tone="must" title={t('importFailed', { file: fileName, n: errors.length })}>
        <ul>
          {errors.map(fault => (
            <li key={`${cellOf(fault)} ${fault.message.en}`}>
              <b>{cellOf(fault)}</b> {fault.value ? `“${fault.value}” ` : ''}
              {inLanguage(fault.message)}
            </li>
          ))}
        </ul>
      </Notice>
    ),
  )
}

/** Budget and goals by Excel, out and in. */
export function Workbooks({ view, disabled }: { view: View; disabled: boolean }): ReactNode {
  const t = useText(messages)
  const { application } = view
  const base = `/api/applications/${application.countyCode}/${application.id}`
  const { send, problem, busy } = useFileSend()
  const take = (sheet: string) => (file: File) =>
    send(
      `${base}/imports?id=${newId()}&saveId=${newId()}&sheet=${sheet}&version=${application.version}&name=${encodeURIComponent(file.name)}`,
      file,
    )
  return (
    <Section title={t('workbook')}>
      {(['budget', 'goals'] as const).map(sheet => (
        <p key={sheet}>
          <b>{t(sheet === 'budget' ? 'budgetSheet' : 'goalsSheet')}</b> <a href={`${base}/workbook?sheet=${sheet}`}>{t('download')}</a>
          {disabled ? null : <FilePick label={t('upload')} accept=".xlsx" disabled={busy} onPick={take(sheet)} />}
        </p>
      ))}
      <LastImports view={view} />
      <ProblemNotice problem={problem} />
    </Section>
  )
}
