export type Position = { longitude: number; latitude: number }
export type Bounds = { west: number; east: number; south: number; north: number }
export type Frame = { width: number; height: number; margin: number }

/** The narrowest a map gets, in degrees: a few counties should not look far apart. */
const leastSpan = 6

/** The smallest box round the places, never thinner than that; all of the country when there is none. */
export function boundsOf(places: readonly Position[]): Bounds {
  if (places.length === 0) return { west: 73, east: 135, south: 18, north: 54 }
  const longitudes = places.map(place => place.longitude)
  const latitudes = places.map(place => place.latitude)
  const widen = (low: number, high: number): [number, number] =>
    high - low >= leastSpan ? [low, high] : [(low + high) / 2 - leastSpan / 2, (low + high) / 2 + leastSpan / 2]
  const [west, east] = widen(Math.min(...longitudes), Math.max(...longitudes))
  const [south, north] = widen(Math.min(...latitudes), Math.max(...latitudes))
  return { west, east, south, north }
}

/**
 * Equirectangular projection with the middle parallel true to scale, centred in the frame with one scale for both axes.
 * Good enough for a sketch of points; distances are not to be read off it.
 */
export function project(place: Position, bounds: Bounds, frame: Frame): { x: number; y: number } {
  const shrink = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180)
  const [spanX, spanY] = [(bounds.east - bounds.west) * shrink, bounds.north - bounds.south]
  const scale = Math.min((frame.width - 2 * frame.margin) / spanX, (frame.height - 2 * frame.margin) / spanY)
  const x = frame.width / 2 + (place.longitude - (bounds.west + bounds.east) / 2) * shrink * scale
  const y = frame.height / 2 - (place.latitude - (bounds.south + bounds.north) / 2) * scale
  return { x, y }
}

/** Whole degrees between two ends, at most about eight of them: the lines of a graticule. */
export function graticule(low: number, high: number): number[] {
  const step = [1, 2, 5, 10].find(one => (high - low) / one <= 8) ?? 20
  const first = Math.ceil(low / step) * step
  return Array.from({ length: Math.max(0, Math.floor((high - first) / step) + 1) }, (_, index) => first + index * step)
}
