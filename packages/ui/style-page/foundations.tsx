import type { ReactNode } from 'react'
import { StateTag } from '../components/notice.tsx'
import type { Tone } from '../components/notice.tsx'
import { useText } from '../messages.ts'
import { colours, space } from '../tokens.ts'
import { messages } from './messages.ts'
import { uiMessages } from '../ui-messages.ts'

function Swatches(): ReactNode {
  return (
    <ul className="swatches">
      {Object.entries(colours).map(([name, value]) => (
        <li key={name}>
          <svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="10" height="4" fill={value} />
          </svg>
          <span>{name}</span> <code>{value}</code>
        </li>
      ))}
    </ul>
  )
}

function Spaces(): ReactNode {
  return (
    <ul className="spaces">
      {Object.entries(space).map(([name, pixels]) => (
        <li key={name}>
          <svg width={pixels} height="12" aria-hidden="true">
            <rect width={pixels} height="12" fill={colours.accent} />
          </svg>
          <code>
            {name} · {pixels}px
          </code>
        </li>
      ))}
    </ul>
  )
}

const tones: readonly (readonly [Tone, 'met' | 'unmet' | 'unknown' | 'should' | 'demo'])[] = [
  ['met', 'met'],
  ['must', 'unmet'],
  ['should', 'should'],
  ['unknown', 'unknown'],
  ['demo', 'demo'],
]

/** Colour, type, space, state. */
export function Foundations(): ReactNode {
  const t = useText(messages)
  const words = useText(uiMessages)
  return (
    <>
      <section>
        <h2>{t('colour')}</h2>
        <p>{t('colourLead')}</p>
        <Swatches />
      </section>
      <section>
        <h2>{t('type')}</h2>
        <p className="type-example-1">{t('heading1')}</p>
        <p className="type-example-2">{t('heading2')}</p>
        <p className="type-example-3">{t('heading3')}</p>
        <p>{t('body')}</p>
        <p className="type-example-small quiet">{t('small')}</p>
      </section>
      <section>
        <h2>{t('space')}</h2>
        <Spaces />
      </section>
      <section>
        <h2>{t('state')}</h2>
        <p className="row">
          {tones.map(([tone, key]) => (
            <StateTag key={tone} tone={tone}>
              {words(key)}
            </StateTag>
          ))}
        </p>
      </section>
    </>
  )
}
