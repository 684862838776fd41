import { createElement, Fragment } from 'react'
import type { ReactNode } from 'react'
import { Loaded, PageHeader, useApi, usePathPart } from '@jincun/ui'
import type { DocumentBlock } from '../application-document.ts'
import './print.css'

type Print = { countyName: string; year: number; mark: string | null; blocks: readonly DocumentBlock[]; asOf: string }

/** Wider than a phone, a table scrolls in itself and takes the focus, so that a keyboard can scroll it too (WCAG 2.1.1). */
const reachable = { tabIndex: 0 }

function Block({ block }: { block: DocumentBlock }): ReactNode {
  if (block.kind === 'heading') return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return (
    <table {...reachable}>
      <thead>
        <tr>
          {block.columns.map(column => (
            <th key={column.title}>{column.title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(row => (
          <tr key={row.join('\n')}>
            {block.columns.map((column, index) => (
              <td key={column.title}>{row[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The application as it prints: the same parts as the Word document. */
export default function PrintPage(): ReactNode {
  const query = useApi<Print>(`/api/applications/${usePathPart('county')}/${usePathPart('id')}/print`)
  return (
    <Loaded query={query}>
      {({ countyName, year, mark, blocks, asOf }) => (
        <article className="application-print">
          <PageHeader title={`${countyName} ${year}`} asOf={asOf} />
          {mark && <p>{mark}</p>}
          {createElement(Fragment, null, ...blocks.map(block => Block({ block })))}
        </article>
      )}
    </Loaded>
  )
}
