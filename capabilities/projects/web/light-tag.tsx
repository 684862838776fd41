import type { ReactNode } from 'react'
import { StateTag, useBilingual, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import type { Light, LightTone } from '../index.ts'
import { messages } from './messages.ts'

const tones: Record<LightTone, Tone> = { green: 'met', amber: 'should', red: 'must', unknown: 'unknown' }

/** A light with its first reason: a colour alone tells nobody what to do. */
export function LightTag({ light, lights }: { light: LightTone; lights: readonly Light[] }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const worst = lights.find(({ tone }) => tone === light)
  return (
    <>
      <StateTag tone={tones[light]}>{t(light)}</StateTag> {worst ? <span className="quiet">{inLanguage(worst.why)}</span> : null}
    </>
  )
}
