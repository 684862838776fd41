export { loadPlaces, places, shippedPlacesFolder } from './load-places.ts'
