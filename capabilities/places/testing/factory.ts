import type { PlaceIndex } from '../index.ts'
import { places } from '../server/load-places.ts'

/** The real places of 2020, for tests of any slice. */
export const realPlaces = (): PlaceIndex => places()
