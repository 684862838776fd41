import { createElement, Fragment } from 'react'
import type { ReactNode } from 'react'
import type { DocumentBlock } from '@jincun/applications'
import { ScrollRegion } from './scroll-region.tsx'
import './scoring.css'

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>

function BlockTable({ block, label }: { block: TableBlock; label: string }): ReactNode {
  return (
    <ScrollRegion label={label}>
      <table className="plain-table">
        <thead>
          <tr>
            {block.columns.map(column => (
              <th key={column.title} scope="col" className={column.align === 'right' ? 'numeric' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(row => (
            <tr key={row.join('\n')}>
              {block.columns.map((column, index) => (
                <td key={column.title} className={column.align === 'right' ? 'numeric number' : undefined}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** An anchor for the n-th block. */
const anchor = (index: number): string => `part-${index}`

function blockOf(block: DocumentBlock, label: string, index: number): ReactNode {
  if (block.kind === 'table') return <BlockTable block={block} label={label} />
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return block.level === 1 ? <h3 id={anchor(index)}>{block.text}</h3> : <h4>{block.text}</h4>
}

/** The application as the county printed it; a table is named after the heading it stands under. */
export function ApplicationBlocks({ blocks }: { blocks: readonly DocumentBlock[] }): ReactNode {
  const headings = blocks.map((_, index) => blocks.slice(0, index + 1).findLast(each => each.kind === 'heading')?.text ?? '')
  return (
    <div className="application-blocks">
      {createElement(Fragment, null, ...blocks.map((block, index) => blockOf(block, headings[index] ?? '', index)))}
    </div>
  )
}

/** The main headings as links, for a long application. */
export function Contents({ blocks, label }: { blocks: readonly DocumentBlock[]; label: string }): ReactNode {
  const entries = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 1 ? [{ text: block.text, index }] : []))
  return (
    <nav className="contents screen-only" aria-label={label}>
      {entries.map(({ text, index }) => (
        <a key={anchor(index)} href={`#${anchor(index)}`}>
          {text}
        </a>
      ))}
    </nav>
  )
}
