import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import { boundsOf, graticule, project } from './projection.ts'
import type { Bounds } from './projection.ts'
import './place-dots.css'

export type Place = { code: string; name: string; longitude: number; latitude: number; tone?: 'accent' | 'demo' | 'quiet' }

const frame = { width: 800, height: 480, margin: 56 }
/** More names than this would lie on each other. */
const mostNames = 24

/** Lines of longitude and latitude with their degrees: where the points lie, without any boundary. */
function Graticule({ bounds }: { bounds: Bounds }): ReactNode {
  return (
    <g className="graticule">
      {graticule(bounds.west, bounds.east).map(longitude => {
        const { x } = project({ longitude, latitude: bounds.south }, bounds, frame)
        return (
          <g key={longitude}>
            <line x1={x} x2={x} y1={0} y2={frame.height} />
            <text x={x + 4} y={frame.height - 6}>{`${longitude}°E`}</text>
          </g>
        )
      })}
      {graticule(bounds.south, bounds.north).map(latitude => {
        const { y } = project({ longitude: bounds.west, latitude }, bounds, frame)
        return (
          <g key={latitude}>
            <line x1={0} x2={frame.width} y1={y} y2={y} />
            <text x={6} y={y - 4}>{`${latitude}°N`}</text>
          </g>
        )
      })}
    </g>
  )
}

/**
 * Places as points on plain ground. No boundary is drawn: a public map of China that shows boundaries needs a review number
 * (审图号), which this project does not hold; the note below the picture says so.
 */
export function PlaceDots({ title, places }: { title: string; places: readonly Place[] }): ReactNode {
  const t = useText(uiMessages)
  const bounds = boundsOf(places)
  return (
    <figure className="place-dots">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={t('mapLabel', { title, n: places.length })}>
        <rect width={frame.width} height={frame.height} className="place-dots-ground" />
        <Graticule bounds={bounds} />
        {places.map(place => {
          const { x, y } = project(place, bounds, frame)
          return (
            <g key={place.code}>
              <circle cx={x} cy={y} r={places.length > 300 ? 3.5 : 5.5} className={`dot dot-${place.tone ?? 'accent'}`}>
                <title>{place.name}</title>
              </circle>
              {places.length <= mostNames ? (
                <text x={x + 9} y={y + 4} className="dot-name">
                  {place.name}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <figcaption className="quiet">{t('mapNote')}</figcaption>
    </figure>
  )
}
