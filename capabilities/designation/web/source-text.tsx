import type { ReactNode } from 'react'

/** An address that is whole; those with an ellipsis were cut where they were found and lead nowhere. */
const wholeAddress = /^(https?:\/\/[^\s（(；;]+)(.*)$/s

/** Where a fact was read: a link when the source begins with a whole address, else its words. */
export function SourceText({ source }: { source: string }): ReactNode {
  const [, address, rest] = wholeAddress.exec(source) ?? []
  if (!address || address.includes('…')) return <span className="source-text">{source}</span>
  return (
    <span className="source-text">
      <a href={address} rel="noreferrer nofollow" target="_blank">
        {address}
      </a>
      {rest}
    </span>
  )
}
