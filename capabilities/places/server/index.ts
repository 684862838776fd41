import type { Capability } from '@jincun/http'
import { commands } from './commands.ts'
import { routes } from './routes.ts'

export { administrativeCodes, loadPlaces, places, provinces, shippedPlacesFolder } from './load-places.ts'
export { editionInstant } from './routes.ts'

/** Places 地名: public reading of the place tables; no tables of its own in the database, no permissions. */
export const placesCapability: Capability = { name: 'places', permissions: {}, routes, commands }
