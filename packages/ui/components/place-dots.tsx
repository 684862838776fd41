import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { boundsOf, project } from './projection.ts'
import './place-dots.css'

export type Place = { code: string; name: string; longitude: number; latitude: number; tone?: 'accent' | 'demo' | 'quiet' }

/**
 * Places as points on plain ground. No boundary is drawn: a public map of China that shows boundaries needs a review number
 * (审图号), which this project does not hold; the note below the picture says so.
 */
export function PlaceDots({ title, places }: { title: string; places: readonly Place[] }): ReactNode {
  const t = useText(uiMessages)
  const bounds = boundsOf(places)
  return (
    <figure className="place-dots">
      <svg viewBox="0 0 800 560" role="img" aria-label={t('mapLabel', { title, n: places.length })}>
        <rect width="800" height="560" className="place-dots-ground" />
        {places.map(place => {
          const { x, y } = project(place, bounds, { width: 800, height: 560, margin: 40 })
          return (
            <circle key={place.code} cx={x} cy={y} r={places.length > 300 ? 3.5 : 6} className={`dot dot-${place.tone ?? 'accent'}`}>
              <title>{place.name}</title>
            </circle>
          )
        })}
      </svg>
      <figcaption className="quiet">{t('mapNote')}</figcaption>
    </figure>
  )
}
