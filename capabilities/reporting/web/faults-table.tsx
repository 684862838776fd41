import type { ReactNode } from 'react'
import { DataTable, useText } from '@jincun/ui'
import { messages } from './messages.ts'
import type { FaultView, NoteView } from './view.ts'

/** Cells that could not be taken, by row and column, each with how to mend it. */
export function FaultsTable({ faults }: { faults: readonly FaultView[] }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="faults-"
      caption={t('faults')}
      rows={faults}
      rowKey={fault => `${fault.row} ${fault.column}`}
      columns={[
        { key: 'row', title: t('row'), numeric: true, value: fault => fault.row },
        { key: 'column', title: t('column'), value: fault => fault.column || '—' },
        { key: 'value', title: t('value'), value: fault => fault.value || '—' },
        { key: 'problem', title: t('problem'), value: fault => fault.message },
      ]}
    />
  )
}

/** What was cleaned because nothing else could have been meant, and remarks. */
export function NotesTable({ notes }: { notes: readonly NoteView[] }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="notes-"
      caption={t('notes')}
      rows={notes}
      rowKey={note => `${note.code} ${note.column}`}
      columns={[
        { key: 'note', title: t('note'), value: note => note.message },
        { key: 'column', title: t('column'), value: note => note.column || '—' },
        { key: 'times', title: t('times'), numeric: true, value: note => note.count },
        { key: 'first', title: t('firstRow'), numeric: true, value: note => note.firstRow },
      ]}
    />
  )
}
