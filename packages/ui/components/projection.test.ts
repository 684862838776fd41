import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, graticule, project } from './projection.ts'

const frame = { width: 800, height: 560, margin: 40 }
const place = fc.record({
  longitude: fc.double({ min: 73, max: 135, noNaN: true }),
  latitude: fc.double({ min: 18, max: 54, noNaN: true }),
})

test('every place of the map lies inside the frame, and north is up, east is right', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 40 }), places => {
      const bounds = boundsOf(places)
      const points = places.map(one => project(one, bounds, frame))
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(frame.margin - 0.001)
        expect(x).toBeLessThanOrEqual(frame.width - frame.margin + 0.001)
        expect(y).toBeGreaterThanOrEqual(frame.margin - 0.001)
        expect(y).toBeLessThanOrEqual(frame.height - frame.margin + 0.001)
      }
      const [first, second] = [places[0], places[1]]
      const [one, other] = [points[0], points[1]]
      if (first && second && one && other) {
        expect(Math.sign(one.x - other.x) * Math.sign(first.longitude - second.longitude)).toBeGreaterThanOrEqual(0)
        expect(Math.sign(one.y - other.y) * Math.sign(first.latitude - second.latitude)).toBeLessThanOrEqual(0)
      }
    }),
  )
})

test('one place stands in the middle; none shows the whole country', () => {
  const chengdu = { longitude: 104.07, latitude: 30.57 }
  expect(project(chengdu, boundsOf([chengdu]), frame)).toEqual({ x: 400, y: 280 })
  expect(boundsOf([])).toEqual({ west: 73, east: 135, south: 18, north: 54 })
})

test.each([
  [100, 106, [100, 101, 102, 103, 104, 105, 106]],
  [99.5, 110.2, [100, 102, 104, 106, 108, 110]],
  [73, 135, [80, 90, 100, 110, 120, 130]],
])('from %d° to %d° lines are drawn at %j', (low, high, expected) => {
  expect(graticule(low, high)).toEqual(expected)
})
